import { Injectable } from '@nestjs/common';
import type { TodoKind } from '@karez/contracts-oa';
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
}

/**
 * The work of the office, one row for each thing that waits for somebody. The rows of oa's own subjects are written in the
 * transaction of the act that opens or ends them, so that a to-do can never be lost or left behind; those of other services follow
 * their events.
 */
@Injectable()
export class Todos {
  /** @returns the id of the to-do; the same one when the step is open for that person or body already */
  async open(tx: Pick<Tx, 'manager' | 'ctx'>, todo: NewTodo): Promise<string> {
    const { service, kind, subjectId, step, title, act, href, personId, orgId, fromName, urgency = 'none', dueAt } = todo;
    const [row] = await tx.manager.query<{ id: string }[]>(
      `insert into todo (id, service, kind, subject_id, step, title, act, href, person_id, org_id, from_name, urgency, due_at, opened_at, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'open')
       on conflict (subject_id, step, coalesce(person_id, org_id)) where state = 'open'
       do update set title = excluded.title, act = excluded.act, due_at = excluded.due_at, urgency = excluded.urgency
       returning id`,
      [
        ...[newId(), service, kind, subjectId, step, title, act, href],
        ...[personId ?? null, orgId ?? null, fromName ?? null, urgency, dueAt ?? null, tx.ctx.now],
      ],
    );
    return row!.id;
  }

  /** Ends one step: for one person or body, or for all who have it open. @returns how many were open */
  async end(
    tx: Pick<Tx, 'manager' | 'ctx'>,
    which: { readonly subjectId: string; readonly step?: string; readonly holderId?: string },
    outcome: 'done' | 'cancelled' = 'done',
  ): Promise<number> {
    const doneBy = outcome === 'done' && tx.ctx.actor.realm === 'staff' ? tx.ctx.actor.id : null;
    const ended = await tx.manager.query<[unknown[], number]>(
      `update todo set state = $4, ended_at = $5, done_by = $6
       where subject_id = $1 and state = 'open' and ($2::text is null or step = $2)
         and ($3::uuid is null or coalesce(person_id, org_id) = $3)`,
      [which.subjectId, which.step ?? null, which.holderId ?? null, outcome, tx.ctx.now, doneBy],
    );
    return ended[1];
  }

  /** 催办: counts on everybody's open row of the subject, so that nobody is missed. @returns how many were reached */
  async urge(tx: Pick<Tx, 'manager' | 'ctx'>, subjectId: string, step?: string): Promise<number> {
    const urged = await tx.manager.query<[unknown[], number]>(
      `update todo set urged = urged + 1, urged_at = $3 where subject_id = $1 and state = 'open' and ($2::text is null or step = $2)`,
      [subjectId, step ?? null, tx.ctx.now],
    );
    return urged[1];
  }
}
