import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Watch } from '@karez/messaging';
import { Tx } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { jobContext } from '../jobs/job-context.js';
import { ApprovalCase } from './case.entity.js';
import { WindowActs } from './window-acts.js';

const batch = 200;

/** 逾期不告知，即为受理: the window let the five working days pass. What one turn leaves is the next one's. */
@Injectable()
export class SilenceJob {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly acts: WindowActs,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  async run(): Promise<void> {
    const due = await this.source.query<{ id: string }[]>(
      `select id from "case" where state = 'submitted' and due_at < clock_timestamp() order by due_at limit ${batch}`,
    );
    for (const { id } of due) await this.#accept(id).catch((error: unknown) => this.watch.healing(`silence on case ${id}`, error));
  }

  #accept(id: string): Promise<void> {
    return this.source.transaction(async (manager) => {
      const [{ now }] = await manager.query<[{ now: Date }]>('select clock_timestamp() as now');
      const tx = new Tx(manager, jobContext('acceptBySilence', now), 'approval');
      const kase = await tx.load(ApprovalCase, id);
      // the window may have acted while this waited for the row, or the calendar may have moved the day
      if (kase.state !== 'submitted' || !kase.dueAt || kase.dueAt >= now) return;
      await this.acts.acceptBySilence(tx, kase);
      await tx.audit();
    });
  }
}
