import type { Audience, EventClass, EventEnvelope, Permission } from '@karez/contracts-kernel';
import { type Owner, scopeSql } from '@karez/auth';
import { type Aggregate, type Ctx, DomainError, newId, type RecordedEvent } from '@karez/kernel';
import type { EntityManager, ObjectLiteral } from 'typeorm';
import { actAggregate, actAuditedSubject, auditOf } from './act-audited.js';

interface Hint {
  readonly event: object;
  readonly aggregateId: string;
  readonly personIds: Set<string>;
  readonly orgIds: Set<string>;
}
export type AggregateType<A extends Aggregate> = new () => A;

/** One open transaction. What a command loads is locked, what it saves goes out with its events, and all of it is audited. */
export class Tx {
  readonly #targets = new Set<string>();
  readonly #hints = new Map<string, Hint>();

  constructor(
    /** For rows that are not aggregates: credentials, tokens, read models. */
    readonly manager: EntityManager,
    readonly ctx: Ctx,
    private readonly service: string,
  ) {}

  /**
   * Loads an aggregate and holds its row until the commit, so that two commands on it follow each other.
   * @throws DomainError `not_found`
   */
  async load<A extends Aggregate>(type: AggregateType<A>, id: string): Promise<A> {
    const found = await this.manager.findOne(type, { where: { id } as never, lock: { mode: 'pessimistic_write' } });
    if (!found) throw new DomainError('not_found', { id });
    return found;
  }

  /**
   * As `load`, for a row that the caller reaches with the permission; another body's row is as unknown as no row.
   * @throws DomainError `not_found`
   */
  async loadInScope<A extends Aggregate>(
    type: AggregateType<A>,
    id: string,
    permission: Permission,
    owner: (alias: string) => Owner,
  ): Promise<A> {
    const { sql, params } = scopeSql(this.ctx.actor, permission, owner('scoped'));
    const query = this.manager.createQueryBuilder(type as AggregateType<A & ObjectLiteral>, 'scoped').where('scoped.id = :id', { id });
    const found = await query.andWhere(sql, params).setLock('pessimistic_write', undefined, ['scoped']).getOne();
    if (!found) throw new DomainError('not_found', { id });
    return found;
  }

  /** Whether a body lies within the caller's reach for a permission. */
  async reaches(permission: Permission, orgId: string): Promise<boolean> {
    const { sql, params } = scopeSql(this.ctx.actor, permission, { org: 'org.id', person: 'null' });
    const query = this.manager
      .createQueryBuilder()
      .select('1', 'one')
      .from('(select :orgId::uuid as id)', 'org')
      .setParameter('orgId', orgId);
    return (await query.where(sql, params).getRawOne()) !== undefined;
  }

  /** Writes aggregates with the events they recorded. */
  async save(...aggregates: Aggregate[]): Promise<void> {
    for (const aggregate of aggregates) {
      const first = (aggregate.eventSequence ?? 0) + 1;
      const events = aggregate.takeEvents();
      await this.manager.save(aggregate);
      this.touch(this.manager.connection.getMetadata(aggregate.constructor).tableName, aggregate.id);
      await this.#emit(aggregate.id, first, events);
    }
  }

  /**
   * Tells a fact of something that is no aggregate. It stands in no order of its own (sequence 0), so that which of two is the later must
   * follow from what it says; whoever is in the audience gets a hint to look again.
   */
  async tell(event: object, aggregateId: string, audience?: Audience): Promise<void> {
    await this.#emit(aggregateId, 0, [audience ? { event, audience } : { event }]);
  }

  /** As `tell`, once for the whole act: the audiences of all hints about one thing are joined, and told when the act ends. */
  hint(event: object, aggregateId: string, { personIds = [], orgIds = [] }: Audience): void {
    const key = `${(event.constructor as unknown as EventClass).subject} ${aggregateId}`;
    const hint = this.#hints.get(key) ?? { event, aggregateId, personIds: new Set<string>(), orgIds: new Set<string>() };
    personIds.forEach((id) => hint.personIds.add(id));
    orgIds.forEach((id) => hint.orgIds.add(id));
    this.#hints.set(key, hint);
  }

  /** For whoever opened the transaction: tells the hints of the act, before the commit. */
  async tellHints(): Promise<void> {
    for (const { event, aggregateId, personIds, orgIds } of this.#hints.values())
      await this.tell(event, aggregateId, { personIds: [...personIds], orgIds: [...orgIds] });
    this.#hints.clear();
  }

  /** Names something that the act changed and that is not saved as an aggregate, for the audit record. */
  touch(table: string, id: string): void {
    this.#targets.add(`${table}/${id}`);
  }

  /** Sets a timer that survives every crash: fires at least once, once in effect, never early by the database's clock. */
  async schedule(kind: string, dueAt: Date, payload: object): Promise<string> {
    const id = newId();
    await this.manager.query('insert into task (id, kind, due_at, payload, trace) values ($1, $2, $3, $4, $5)', [
      id,
      kind,
      dueAt,
      payload,
      this.ctx.trace,
    ]);
    return id;
  }

  /** For the unit of work: the audit record, in this same transaction. */
  async audit(code: string | null = null): Promise<void> {
    const event = auditOf(this.ctx, [...this.#targets], code);
    await this.#insert(actAuditedSubject(this.service), actAggregate, newId(), 0, { event });
  }

  get touched(): boolean {
    return this.#targets.size > 0;
  }

  async #emit(aggregateId: string, first: number, events: readonly RecordedEvent[]): Promise<void> {
    for (const [index, recorded] of events.entries()) {
      const { subject, aggregate } = recorded.event.constructor as unknown as EventClass;
      await this.#insert(subject, aggregate, aggregateId, first + index, recorded);
    }
  }

  async #insert(
    subject: EventClass['subject'],
    aggregate: string,
    aggregateId: string,
    sequence: number,
    { event, audience }: RecordedEvent,
  ): Promise<void> {
    const { trace, now } = this.ctx;
    const envelope: EventEnvelope = {
      ...{
        id: newId(),
        subject,
        producer: this.service,
        aggregate,
        aggregateId,
        sequence,
        occurredAt: now.toISOString(),
        trace,
        data: event,
      },
      ...(audience ? { audience } : {}),
    };
    await this.manager.query(
      'insert into outbox (id, subject, aggregate, aggregate_id, sequence, envelope) values ($1, $2, $3, $4, $5, $6)',
      [...[envelope.id, subject, aggregate, aggregateId, sequence, JSON.stringify(envelope)]],
    );
  }
}
