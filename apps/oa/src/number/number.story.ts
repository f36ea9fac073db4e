import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Demonstration, type Story } from '../seed/demonstration.js';
import type { Stage } from '../seed/stage.js';
import { KeepNumbersHandler } from './commands/keep-numbers.handler.js';

const rules = { 新水办: '普发文件', 新水规: '规划计划', 新水函: '函' } as const;

/** The codes that the department numbers its documents under, before there are documents. */
@Injectable()
export class NumberStory implements Story, OnModuleInit {
  readonly name = 'numbers';
  readonly order = 5;

  constructor(
    private readonly demonstration: Demonstration,
    private readonly keeping: KeepNumbersHandler,
  ) {}

  onModuleInit(): void {
    this.demonstration.add(this);
  }

  async tell(stage: Stage): Promise<void> {
    const orgId = stage.body('新疆维吾尔自治区水利厅');
    for (const [code, purpose] of Object.entries(rules))
      await this.keeping.putRule({ orgId, code, purpose }, stage.as('office.clerk', stage.at(30, '10:00'), `number-rule/${code}`));
  }
}
