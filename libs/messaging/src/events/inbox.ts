import type { EventEnvelope } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Tx } from '@karez/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { systemActor } from '../requests/request-server.js';
import type { Reactions } from './reactions.js';

/** `gap`: an earlier event of the aggregate has not come yet; `held`: one before it is a dead letter. */
export type Outcome = { readonly is: 'done' | 'known' | 'held' } | { readonly is: 'gap'; readonly last: number };
class Gap extends Error {
  constructor(readonly last: number) {
    super('gap');
  }
}

/** Applies events once and in order: the note that an event was handled is part of the transaction of its effect. */
export class Inbox {
  constructor(
    private readonly dataSource: DataSource,
    private readonly service: string,
    private readonly reactions: Reactions,
  ) {}

  /**
   * @param from `baseline` accepts the event as the first one held by the producer, when older ones are gone for good
   * @throws whatever a reaction throws; then nothing has happened
   */
  async apply(event: EventEnvelope, from: 'next' | 'baseline' | 'replay' = 'next'): Promise<Outcome> {
    try {
      return await this.dataSource.transaction((manager) => this.#applyIn(manager, event, from));
    } catch (error) {
      if (error instanceof Gap) return { is: 'gap', last: error.last };
      throw error;
    }
  }

  async #applyIn(manager: EntityManager, event: EventEnvelope, from: 'next' | 'baseline' | 'replay'): Promise<Outcome> {
    const { id, producer, aggregate, aggregateId, sequence } = event;
    const fresh = await manager.query<unknown[]>(
      'insert into inbox (event_id, producer) values ($1, $2) on conflict do nothing returning 1',
      [id, producer],
    );
    if (!fresh.length) return { is: 'known' };
    if (sequence > 0) {
      const key = [producer, aggregate, aggregateId];
      await manager.query(
        'insert into inbox_stream (producer, aggregate, aggregate_id, sequence) values ($1, $2, $3, 0) on conflict do nothing',
        key,
      );
      const [row] = await manager.query<[{ sequence: number }]>(
        'select sequence from inbox_stream where producer = $1 and aggregate = $2 and aggregate_id = $3 for update',
        key,
      );
      if (from !== 'replay' && (await this.#hold(manager, event))) return { is: 'held' };
      if (sequence <= row.sequence) return { is: 'known' };
      if (sequence > row.sequence + 1 && from === 'next') throw new Gap(row.sequence);
      await manager.query('update inbox_stream set sequence = $4 where producer = $1 and aggregate = $2 and aggregate_id = $3', [
        ...key,
        sequence,
      ]);
    }
    const tx = new Tx(manager, contextOf(event, this.service), this.service);
    for (const reaction of this.reactions.of(event.subject)) await reaction(event, tx);
    await tx.tellHints();
    if (tx.touched) await tx.audit();
    return { is: 'done' };
  }

  /** Behind a dead letter of its aggregate an event waits as a row; it is safe there, so the broker may forget it. */
  async #hold(
    manager: EntityManager,
    { id, producer, subject, aggregate, aggregateId, sequence, ...rest }: EventEnvelope,
  ): Promise<boolean> {
    const envelope = JSON.stringify({ id, producer, subject, aggregate, aggregateId, sequence, ...rest });
    const dead = await manager.query<unknown[]>(
      `select 1 from dead_letter where state in ('dead', 'held') and producer = $1 and aggregate = $2 and aggregate_id = $3 and event_id <> $4 and sequence < $5 limit 1`,
      [producer, aggregate, aggregateId, id, sequence],
    );
    if (!dead.length) return false;
    await manager.query('delete from inbox where event_id = $1', [id]);
    await manager.query(
      `insert into dead_letter (event_id, producer, subject, aggregate, aggregate_id, sequence, envelope, state) values ($1, $2, $3, $4, $5, $6, $7, 'held') on conflict do nothing`,
      [id, producer, subject, aggregate, aggregateId, sequence, envelope],
    );
    return true;
  }
}

/** A reaction acts for the service itself, in the trace of the command that caused the event. */
export function contextOf(event: EventEnvelope, service: string): Ctx {
  const now = new Date();
  return {
    actor: systemActor(service),
    commandId: event.id,
    operation: event.subject,
    requestDigest: event.id,
    trace: event.trace,
    deadline: now.getTime() + 30_000,
    now,
  };
}
