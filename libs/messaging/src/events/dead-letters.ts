import type { DeadLetterRow, EventEnvelope } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';
import type { DataSource } from 'typeorm';
import type { Inbox } from './inbox.js';

/** Events whose reaction failed. A row counts the attempts; after the last it is a dead letter that a person replays. */
export class DeadLetters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly inbox: Inbox,
    private readonly maxAttempts = 5,
  ) {}

  /** Notes a failed attempt. @returns the row's state: `trying` to try again, `dead` when it was the last */
  async failed(event: EventEnvelope, error: unknown): Promise<'trying' | 'dead'> {
    const { id, producer, subject, aggregate, aggregateId, sequence } = event;
    const text = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 500);
    const [row] = await this.dataSource.query<[{ state: 'trying' | 'dead' }]>(
      `insert into dead_letter (event_id, producer, subject, aggregate, aggregate_id, sequence, envelope, state, attempts, last_error)
       values ($1, $2, $3, $4, $5, $6, $7, $10, 1, $8)
       on conflict (event_id) do update set attempts = dead_letter.attempts + 1, last_error = $8, last_at = now(),
         state = case when dead_letter.attempts + 1 >= $9 then 'dead' else 'trying' end
       returning state`,
      [
        id,
        producer,
        subject,
        aggregate,
        aggregateId,
        sequence,
        JSON.stringify(event),
        text,
        this.maxAttempts,
        this.maxAttempts <= 1 ? 'dead' : 'trying',
      ],
    );
    return row.state;
  }

  /** The event went through after all. */
  async cleared(eventId: string): Promise<void> {
    await this.dataSource.query(`delete from dead_letter where event_id = $1 and state = 'trying'`, [eventId]);
  }

  async knows(eventId: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(`select 1 from dead_letter where event_id = $1 and state <> 'trying'`, [eventId]);
    return rows.length > 0;
  }

  /**
   * Replays a dead letter and all that waits behind it in its aggregate, in order, up to the first that fails again.
   * @throws DomainError `not_found`; the failure itself stands in the row
   */
  async replay(eventId: string): Promise<void> {
    const [first] = await this.dataSource.query<
      [{ producer: string; aggregate: string; aggregate_id: string; sequence: number } | undefined]
    >(`select producer, aggregate, aggregate_id, sequence from dead_letter where event_id = $1 and state in ('dead', 'held')`, [eventId]);
    if (!first) throw new DomainError('not_found', { id: eventId });
    const { producer, aggregate, aggregate_id: aggregateId } = first;
    const rows = await this.dataSource.query<{ envelope: EventEnvelope }[]>(
      `select envelope from dead_letter where state in ('dead', 'held') and producer = $1 and aggregate = $2 and aggregate_id = $3
         and ($4 = 0 and event_id = $5 or $4 > 0) order by sequence`,
      [producer, aggregate, aggregateId, first.sequence, eventId],
    );
    for (const { envelope } of rows) {
      try {
        await this.inbox.apply(envelope, 'replay');
      } catch (error) {
        await this.failed(envelope, error);
        return;
      }
      await this.dataSource.query(`update dead_letter set state = 'replayed', last_at = now() where event_id = $1`, [envelope.id]);
    }
  }

  async list(limit = 200): Promise<DeadLetterRow[]> {
    const rows = await this.dataSource.query<Record<string, never>[]>(
      `select event_id, producer, subject, aggregate, aggregate_id, sequence, state, attempts, last_error, last_at from dead_letter where state in ('dead', 'held') order by first_at limit $1`,
      [limit],
    );
    return rows.map((row) => ({
      ...{
        eventId: row.event_id!,
        producer: row.producer!,
        subject: row.subject!,
        aggregate: row.aggregate!,
        aggregateId: row.aggregate_id!,
      },
      ...{ sequence: row.sequence!, state: row.state!, attempts: row.attempts!, lastAt: (row.last_at as unknown as Date).toISOString() },
      ...(row.last_error ? { lastError: row.last_error } : {}),
    }));
  }
}
