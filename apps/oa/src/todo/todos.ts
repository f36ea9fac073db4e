import { Injectable } from '@nestjs/common';
import { deskNeeds, TodoChanged, type TodoKind } from '@karez/contracts-oa';
import { newId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';

/** What somebody is asked to do. One of `personId` and `orgId` is given: a person's own, or one that anybody of the body may take. */
export interface NewTodo {
  /** The service that owns the subject: `oa` here, others by reaction. */
  readonly service: string;
  readonly kind: TodoKind;
  /** Id of the document, item or case: all to-dos of one subject share it. */
  readonly subjectId: string;
  /** The step within the subject, unique among its open ones per person or body: `countersign`. */
  readonly step: string;
  /** The subject's title, and what is to be done with it: 会签. */
  readonly title: string;
  readonly act: string;
  /** Where it is done, an address below `/office`. */
  readonly href: string;
  readonly personId?: string;
  readonly orgId?: string;
  /** Who sent it here. */
  readonly fromName?: string;
  readonly urgency?: 'none' | 'urgent' | 'extra_urgent';
  readonly dueAt?: Date;
  /** When it was sent here, where that was told later. */
  readonly openedAt?: Date;
}
export interface WhichTodos {
  readonly subjectId: string;
  readonly step?: string;
  readonly holderId?: string;
}
/** Where a spec has no transaction of an act at hand, nobody is told. */
type ActTx = Pick<Tx, 'manager' | 'ctx'> & Partial<Pick<Tx, 'hint'>>;
interface Holder {
  readonly personId: string | null;
  readonly orgId: string | null;
}

/**
 * The work of the office, one row for each thing that waits for somebody. The rows of oa's own subjects are written in the
 * transaction of the act that opens or ends them, so that a to-do can never be lost or left behind; those of other services follow
 * their events.
 */
@Injectable()
export class Todos {
  /** @returns the id of the to-do; the same one when the step is open for that person or body already */
  async open(tx: ActTx, todo: NewTodo): Promise<string> {
    const { service, kind, subjectId, step, title, act, href, personId, orgId, fromName, urgency = 'none', dueAt, openedAt } = todo;
    const { actor, now } = tx.ctx;
    const [row] = await tx.manager.query<{ id: string }[]>(
      `insert into todo (id, service, kind, subject_id, step, title, act, href, person_id, org_id, needs, from_name, urgency, due_at, opened_at, opened_by, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'open')
       on conflict (subject_id, step, coalesce(person_id, org_id)) where state = 'open'
       do update set title = excluded.title, act = excluded.act, due_at = excluded.due_at, urgency = excluded.urgency
       returning id`,
      [
        ...[newId(), service, kind, subjectId, step, title, act, href],
        ...[personId ?? null, orgId ?? null, orgId ? deskNeeds(kind, step) : null, fromName ?? null, urgency, dueAt ?? null],
        ...[openedAt ?? now, actor.realm === 'staff' ? actor.id : null],
      ],
    );
    this.#tell(tx, subjectId, [{ personId: personId ?? null, orgId: orgId ?? null }]);
    return row!.id;
  }

  /**
   * Ends one step: for one person or body, or for all who have it open.
   * @param which `doneBy` and `endedAt`: who did it and when, where the act was another service's and is told by an event
   * @returns how many were open
   */
  async end(
    tx: ActTx,
    which: WhichTodos & { readonly doneBy?: string; readonly endedAt?: Date },
    outcome: 'done' | 'cancelled' = 'done',
  ): Promise<number> {
    const { actor, now } = tx.ctx;
    const doneBy = outcome === 'done' ? (which.doneBy ?? (actor.realm === 'staff' ? actor.id : null)) : null;
    return this.#change(tx, which, { set: 'state = $4, ended_at = $5, done_by = $6', values: [outcome, which.endedAt ?? now, doneBy] });
  }

  /**
   * Before a step is opened for a holder: whoever had the subject's step until now is done with it, unless it is the same holder.
   * @param which `step` looks at that one alone; without it at every step but `keep`
   */
  async leave(
    tx: ActTx,
    { subjectId, step, keep, holderId, endedAt }: { subjectId: string; step?: string; keep?: string; holderId: string; endedAt?: Date },
  ): Promise<void> {
    const [left] = await tx.manager.query<[Holder[], number]>(
      `update todo set state = 'done', ended_at = $5
       where subject_id = $1 and state = 'open' and ($2::text is null or step = $2)
         and (step is distinct from $3::text and $3::text is not null or coalesce(person_id, org_id) <> $4::uuid)
       returning person_id as "personId", org_id as "orgId"`,
      [subjectId, step ?? null, keep ?? null, holderId, endedAt ?? tx.ctx.now],
    );
    if (left.length) this.#tell(tx, subjectId, left);
  }

  /** 催办: counts on everybody's open row of the subject, so that nobody is missed. @returns how many were reached */
  async urge(tx: ActTx, subjectId: string, step?: string): Promise<number> {
    const which = { subjectId, ...(step && { step }) };
    return this.#change(tx, which, { set: 'urged = urged + 1, urged_at = $4', values: [tx.ctx.now] });
  }

  async #change(tx: ActTx, which: WhichTodos, { set, values }: { set: string; values: unknown[] }): Promise<number> {
    const [holders] = await tx.manager.query<[Holder[], number]>(
      `update todo set ${set} where subject_id = $1 and state = 'open' and ($2::text is null or step = $2)
         and ($3::uuid is null or coalesce(person_id, org_id) = $3)
       returning person_id as "personId", org_id as "orgId"`,
      [which.subjectId, which.step ?? null, which.holderId ?? null, ...values],
    );
    if (holders.length) this.#tell(tx, which.subjectId, holders);
    return holders.length;
  }

  #tell(tx: ActTx, subjectId: string, holders: readonly Holder[]): void {
    tx.hint?.(new TodoChanged(subjectId), subjectId, {
      personIds: holders.flatMap(({ personId }) => personId ?? []),
      orgIds: holders.flatMap(({ orgId }) => orgId ?? []),
    });
  }
}
