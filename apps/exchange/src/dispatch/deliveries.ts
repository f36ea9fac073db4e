import { Injectable } from '@nestjs/common';
import { newId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { Delivery } from '../delivery/delivery.entity.js';
import { beginningOfChain, Timeline } from '../evidence/timeline.js';
import type { Dispatch } from './dispatch.entity.js';
import type { Recipient } from './recipients.js';

const chunk = 200;
interface Beginning {
  readonly firstOrdinal?: number;
  readonly supersedesId?: string;
}

/** Begins one delivery for each recipient: rows, first link of each timeline, and the letters, in few statements however many there are. */
@Injectable()
export class Deliveries {
  constructor(private readonly timeline: Timeline) {}

  async begin(
    tx: Tx,
    dispatch: Dispatch,
    recipients: readonly Recipient[],
    { firstOrdinal = 1, supersedesId }: Beginning = {},
  ): Promise<string[]> {
    const rows = recipients.map(({ body, role }, index) => ({
      ...{ id: newId(), state: 'queued', dispatch_id: dispatch.id, org_id: dispatch.orgId, digest: dispatch.digest, sent_at: tx.ctx.now },
      ...{ recipient_id: body.id, recipient_name: body.name, recipient_kind: body.kind, role, ordinal: firstOrdinal + index },
      ...{ supersedes_id: supersedesId ?? null, version: 1, event_sequence: 0, node_id: body.nodeId ?? '' },
    }));
    for (let from = 0; from < rows.length; from += chunk) await this.#write(tx, rows.slice(from, from + chunk));
    for (const { id } of rows) tx.touch(tx.manager.connection.getMetadata(Delivery).tableName, id);
    return rows.map(({ id }) => id);
  }

  async #write(
    { manager, ctx }: Tx,
    rows: readonly { id: string; dispatch_id: string; org_id: string; recipient_name: string }[],
  ): Promise<void> {
    await manager.query(
      `insert into delivery (id, version, event_sequence, state, dispatch_id, org_id, digest, sent_at, recipient_id, recipient_name, recipient_kind, role, ordinal, supersedes_id)
       select id, version, event_sequence, state, dispatch_id, org_id, digest, sent_at, recipient_id, recipient_name, recipient_kind, role, ordinal, supersedes_id
       from jsonb_populate_recordset(null::delivery, $1)`,
      [JSON.stringify(rows)],
    );
    const links = rows.map(({ id, dispatch_id: dispatchId, org_id: orgId, recipient_name: orgName }) => {
      const track = { deliveryId: id, dispatchId, side: 'sender', orgId, state: 'queued' } as const;
      const happening = { kind: 'queued', orgName, personName: ctx.actor.name } as const;
      const link = this.timeline.link(track, happening, { seq: 1, previous: beginningOfChain, at: ctx.now });
      return { delivery_id: id, side: 'sender', seq: 1, kind: 'queued', at: ctx.now, body: link.body, hash: link.hash };
    });
    await manager.query(
      `insert into delivery_event (delivery_id, side, seq, kind, at, body, hash)
       select delivery_id, side, seq, kind, at, body, hash from jsonb_populate_recordset(null::delivery_event, $1)`,
      [JSON.stringify(links)],
    );
    const letters = rows.map((row) => ({ id: newId(), delivery_id: row.id, node_id: (row as { node_id?: string }).node_id }));
    await manager.query(
      `insert into letter (id, delivery_id, node_id, kind, next_at) select id, delivery_id, node_id, 'consign', now() from jsonb_populate_recordset(null::letter, $1)`,
      [JSON.stringify(letters)],
    );
  }
}
