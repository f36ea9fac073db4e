import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { askDecisionTable, type CaseView, checkForm, type CheckedCase, type GetCase } from '@karez/contracts-approval';
import { type Ctx, DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { ItemSheets } from '../item/item-sheets.js';
import { CaseFiles } from '../material/case-files.js';
import { CaseMaterials } from '../material/case-materials.js';
import { seen } from './case-sight.js';
import { CaseViews } from './case-views.js';

/** What is read of one case. */
@Injectable()
export class CaseReading {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly sheets: ItemSheets,
    private readonly materials: CaseMaterials,
    private readonly files: CaseFiles,
    private readonly views: CaseViews,
  ) {}

  /** @throws DomainError `not_found` for another's case */
  async get({ caseId }: GetCase, ctx: Ctx): Promise<CaseView> {
    const { manager } = this.source;
    const kase = await seen(manager, caseId, ctx.actor);
    await this.files.refresh(manager, caseId, ctx.trace);
    return this.views.of(manager, kase, ctx);
  }

  /** What would refuse the submission, all at once. */
  async check({ caseId }: GetCase, ctx: Ctx): Promise<CheckedCase> {
    const { manager } = this.source;
    const kase = await seen(manager, caseId, ctx.actor);
    if (kase.state === 'discarded') throw new DomainError('not_found', { id: caseId });
    const { sheet } = await this.sheets.of(manager, kase);
    const form = checkForm(sheet.form, kase.values);
    const row = sheet.decisionTable && askDecisionTable(sheet.decisionTable, kase.values);
    if (row?.outcome === 'none') form.push({ field: '', code: 'rule', message: `按所填情况不需要办理本事项：${row.text}` });
    const missing = await this.materials.missing(manager, sheet, kase);
    return { form, materials: missing.map(({ code }) => code) };
  }
}
