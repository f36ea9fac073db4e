import { Inject, Injectable } from '@nestjs/common';
import type { DeliveryEventKind, DeliveryState, FeedKind, Side } from '@karez/contracts-exchange';
import { canonicalText, type CryptoProvider } from '@karez/crypto';
import { newId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { KnownStatement } from './statement.js';

/** The side of a delivery to whose timeline something is added. */
export interface Track {
  readonly deliveryId: string;
  readonly dispatchId: string;
  readonly side: Side;
  /** The body on this side. */
  readonly orgId: string;
  readonly state: DeliveryState;
}
export interface Happening {
  readonly kind: DeliveryEventKind;
  readonly orgName?: string;
  readonly personName?: string;
  readonly data?: Readonly<Record<string, string | number | boolean>>;
  readonly statement?: KnownStatement;
}
export const beginningOfChain = '0'.repeat(64);

/** What the body's own system is told of; the rest is seen on the screen only. */
const told: Readonly<Record<Side, Partial<Record<DeliveryEventKind, FeedKind>>>> = {
  sender: {
    ...{ delivered: 'delivery.delivered', signed_for: 'delivery.signed_for', rejected: 'delivery.rejected' },
    ...{ recalled: 'delivery.recalled', returned: 'delivery.returned', revoke_declined: 'delivery.revoke_declined' },
    ...{ revoked: 'delivery.revoked', stalled: 'delivery.stalled', overdue: 'delivery.overdue' },
  },
  recipient: {
    ...{ delivered: 'delivery.arrived', urged: 'delivery.urged', recalled: 'delivery.recalled', revoked: 'delivery.revoked' },
    ...{ revoke_asked: 'delivery.revoke_asked', overdue: 'delivery.overdue' },
  },
};

/** The chained, append-only record of one side of a delivery. The caller holds the delivery, so that numbers have no gap. */
@Injectable()
export class Timeline {
  constructor(@Inject('CryptoProvider') private readonly crypto: CryptoProvider) {}

  async add(tx: Tx, track: Track, happening: Happening): Promise<void> {
    const { deliveryId, side } = track;
    const [last] = await tx.manager.query<{ seq: number; hash: string }[]>(
      'select seq, hash from delivery_event where delivery_id = $1 and side = $2 order by seq desc limit 1',
      [deliveryId, side],
    );
    const link = this.link(track, happening, { seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? beginningOfChain, at: tx.ctx.now });
    await tx.manager.query(
      'insert into delivery_event (delivery_id, side, seq, kind, at, body, hash, statement) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [deliveryId, side, link.seq, happening.kind, tx.ctx.now, link.body, link.hash, happening.statement?.digest ?? null],
    );
    const kind = told[side][happening.kind];
    if (kind) await this.#tell(tx, track, kind);
  }

  /** One link of the chain: its canonical JSON, which holds the hash of the link before, and its own hash (SM3). */
  link(
    { deliveryId, side }: Track,
    { kind, orgName, personName, data, statement }: Happening,
    { seq, previous, at }: { readonly seq: number; readonly previous: string; readonly at: Date },
  ): { readonly seq: number; readonly body: string; readonly hash: string } {
    const body = canonicalText({
      ...{ v: 1, deliveryId, side, seq, kind, at: at.toISOString(), previous, data: data ?? {} },
      ...{ orgName, personName, statement: statement?.digest, receiptNumber: statement?.number },
    });
    return { seq, body, hash: this.crypto.digest(Buffer.from(body, 'utf8')).toString('hex') };
  }

  async #tell(tx: Tx, { orgId, deliveryId, dispatchId, side, state }: Track, kind: FeedKind): Promise<void> {
    await tx.manager.query(
      'insert into feed_event (id, org_id, kind, at, delivery_id, dispatch_id, side, state) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [newId(), orgId, kind, tx.ctx.now, deliveryId, dispatchId, side, state],
    );
  }
}
