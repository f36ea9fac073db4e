import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Watch } from '@karez/messaging';
import { Tx } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { lockDelivery } from '../delivery/lock.js';
import { jobContext } from '../jobs/job-context.js';
import { Deadlines } from './deadlines.js';
import { levelAt } from './escalation.policy.js';
import { OverdueMarks } from './overdue-marks.js';

const batch = 500;

/** Notes what has become overdue, and tells further up of what stays so. What one turn leaves is the next one's. */
@Injectable()
export class OverdueJob {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly marks: OverdueMarks,
    private readonly deadlines: Deadlines,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  async run(): Promise<void> {
    for (const id of await this.#overdue()) await this.#on(id, 'markOverdue', (tx) => this.marks.mark(tx, id));
    for (const id of await this.#toEscalate()) await this.#on(id, 'escalateOverdue', (tx) => this.marks.escalate(tx, id));
  }

  /** The holder's rows, and mirrors of deliveries that another node holds: its silence must not hide that time is up. */
  async #overdue(): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `(select id from custody where state = 'delivered' and due_at <= clock_timestamp() and overdue_at is null order by due_at limit ${batch})
       union all
       (select id from delivery where state = 'delivered' and due_at <= clock_timestamp() and overdue_at is null
          and not exists (select 1 from custody where custody.id = delivery.id) order by due_at limit ${batch})`,
    );
    return rows.map(({ id }) => id);
  }

  async #toEscalate(): Promise<string[]> {
    const rows = await this.source.query<{ id: string; dueAt: Date; escalated: number; now: Date }[]>(
      `select id, due_at as "dueAt", escalated, clock_timestamp() as now from custody
       where state = 'delivered' and overdue_at is not null and escalated < 2 and due_at <= clock_timestamp() order by due_at`,
    );
    if (!rows.length) return [];
    const calendar = await this.deadlines.calendar();
    return rows.filter(({ dueAt, escalated, now }) => levelAt(calendar, dueAt, now) > escalated).map(({ id }) => id).slice(0, batch); // prettier-ignore
  }

  /** One delivery that cannot be marked does not keep the others from it. */
  #on(id: string, job: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    const done = this.source.transaction(async (manager) => {
      await lockDelivery(manager, id);
      const [{ now }] = await manager.query<[{ now: Date }]>('select clock_timestamp() as now');
      await work(new Tx(manager, jobContext(job, now), 'exchange'));
    });
    return done.catch((error: unknown) => this.watch.healing(`delivery ${id}`, error));
  }
}
