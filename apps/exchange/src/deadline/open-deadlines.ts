import { Injectable } from '@nestjs/common';
import { type DeliveryState, minutesToSign, type Urgency } from '@karez/contracts-exchange';
import type { WorkingCalendar } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { Track } from '../evidence/timeline.js';
import { ManyTimelines } from '../evidence/many-timelines.js';

const chunk = 500;
interface OpenCustody {
  readonly id: string;
  readonly orgId: string;
  readonly dispatchId: string;
  readonly arrivedAt: Date;
  readonly dueAt: Date;
  readonly overdueAt: Date | null;
  readonly urgency: Urgency;
  /** What the sender set; null when the urgency decides. */
  readonly minutes: number | null;
}
interface Moved extends OpenCustody {
  readonly to: Date;
}

/** Deadlines of deliveries that nobody has decided yet, derived anew. */
@Injectable()
export class OpenDeadlines {
  constructor(private readonly timelines: ManyTimelines) {}

  /**
   * By this calendar, on both sides where both are served here. One that was overdue and no longer is, can become so again.
   * The caller holds all deliveries (`lockAllDeliveries`).
   * @returns how many deadlines moved
   */
  async derive(tx: Tx, calendar: WorkingCalendar): Promise<number> {
    let count = 0;
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const open = await this.#openAfter(tx, after);
      const moved = open.flatMap((custody): Moved[] => {
        const to = calendar.addWorkingMinutes(custody.arrivedAt, custody.minutes ?? minutesToSign[custody.urgency]).at;
        return to.getTime() === custody.dueAt.getTime() ? [] : [{ ...custody, to }];
      });
      if (moved.length) await this.#move(tx, moved);
      count += moved.length;
      const last = open.at(-1);
      if (open.length < chunk || !last) return count;
      after = last.id;
    }
  }

  #openAfter({ manager }: Tx, after: string): Promise<OpenCustody[]> {
    return manager.query(
      `select custody.id, custody.org_id as "orgId", custody.dispatch_id as "dispatchId", custody.arrived_at as "arrivedAt",
         custody.due_at as "dueAt", custody.overdue_at as "overdueAt", coalesce(custody.urgency, 'none') as urgency,
         (select (body::jsonb -> 'details' ->> 'signWithinMinutes')::int from statement
          where delivery_id = custody.id and kind = 'consign' limit 1) as minutes
       from custody where custody.state = 'delivered' and custody.due_at is not null and custody.id > $1 order by custody.id limit ${chunk}`,
      [after],
    );
  }

  async #move(tx: Tx, moved: readonly Moved[]): Promise<void> {
    const { manager, ctx } = tx;
    const given = JSON.stringify(moved.map(({ id, to }) => ({ id, due_at: to.toISOString() })));
    const set = (table: string): string => `update ${table} set due_at = moved.due_at, version = ${table}.version + 1,
      overdue_at = case when moved.due_at <= $2 then overdue_at end`;
    const from = 'from jsonb_to_recordset($1) as moved(id uuid, due_at timestamptz)';
    await manager.query(
      `${set('custody')}, escalated = case when moved.due_at <= $2 then escalated else 0 end ${from} where custody.id = moved.id`,
      [given, ctx.now],
    );
    const [mirrors] = await manager.query<[{ id: string; orgId: string; state: DeliveryState }[], number]>(
      `${set('delivery')} ${from} where delivery.id = moved.id and delivery.state in ('delivered', 'recall_pending')
       returning delivery.id, delivery.org_id as "orgId", delivery.state`,
      [given, ctx.now],
    );
    const sender = new Map(mirrors.map((mirror) => [mirror.id, mirror]));
    const entries = moved.flatMap(({ id, orgId, dispatchId, dueAt, to, overdueAt }) => {
      const data = { from: dueAt.toISOString(), to: to.toISOString(), overdue: overdueAt !== null && to <= ctx.now };
      const happening = { kind: 'due_moved', data } as const;
      const mirror = sender.get(id);
      const held: Track = { deliveryId: id, dispatchId, side: 'recipient', orgId, state: 'delivered' };
      const mirrored: Track[] = mirror ? [{ deliveryId: id, dispatchId, side: 'sender', orgId: mirror.orgId, state: mirror.state }] : [];
      return [held, ...mirrored].map((track) => ({ track, happening }));
    });
    await this.timelines.add(tx, entries);
  }
}
