import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Watch } from '@karez/messaging';
import { Tx } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { ApprovalCase } from '../case/case.entity.js';
import { CaseLog } from '../case/case-log.js';
import { jobContext } from '../jobs/job-context.js';
import { Licence } from './licence.entity.js';
import { licenceStateAt, renewalDays, renewalHorizon } from './term.js';

const batch = 500;

/** Tells the holder once that a licence ends within 45 days and that a renewal is to be asked for. */
@Injectable()
export class RenewalJob {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly log: CaseLog,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  async run(): Promise<void> {
    const [{ now }] = await this.source.query<[{ now: Date }]>('select clock_timestamp() as now');
    const near = await this.source.query<{ id: string }[]>(
      `select id from licence where revoked_at is null and reminded_at is null and valid_until <= $1 order by valid_until limit ${batch}`,
      [renewalHorizon(now)],
    );
    // one that cannot be told of does not keep the others from it
    for (const { id } of near) await this.#remind(id, now).catch((error: unknown) => this.watch.healing(`renewal of licence ${id}`, error));
  }

  #remind(id: string, now: Date): Promise<void> {
    return this.source.transaction(async (manager) => {
      const tx = new Tx(manager, jobContext('remindRenewal', now), 'approval');
      const licence = await tx.load(Licence, id);
      if (licence.remindedAt || licence.revokedAt) return;
      licence.reminded(now);
      await tx.save(licence);
      // what ended before anybody could be told is not told of
      if (licenceStateAt(licence, now) !== 'valid') return;
      const kase = await tx.load(ApprovalCase, licence.caseId);
      kase.tell('licence_due');
      await tx.save(kase);
      const text = `《${licence.name}》（${licence.number}）有效期至 ${licence.validUntil}，需要延续的，请在届满 ${renewalDays} 日前提出申请`;
      await this.log.note(tx, kase.id, { kind: 'licence_due', text });
    });
  }
}
