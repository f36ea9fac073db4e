import { Injectable } from '@nestjs/common';
import type { TodoKind, Urgency, Verdict } from '@karez/contracts-oa';
import { newId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
import { type OnBehalfOf, StandIns } from '../delegation/stand-ins.js';
import type { Colleague } from '../people/people.js';
import { Todos } from '../todo/todos.js';

/** One turn of somebody with a document: open, done, or cancelled when the document went another way. */
export interface Step {
  readonly id: string;
  readonly phase: string;
  /** Nobody in particular: whoever of the body takes it. */
  readonly personId: string | null;
  readonly orgId: string;
  readonly name: string;
  readonly orgName: string;
  readonly state: 'open' | 'done' | 'cancelled';
  readonly verdict: Verdict | null;
  readonly sentBy: string;
  readonly sentByName: string;
  readonly openedAt: Date;
  readonly seenAt: Date | null;
  readonly endedAt: Date | null;
}
/** An open turn that the caller may take, and for whom when it is not the own one. */
export type Turn = Step & { readonly onBehalfOf?: OnBehalfOf };
/** What a to-do says of the thing that the turn is about. */
export interface StepSubject {
  readonly id: string;
  readonly title: string;
  readonly kind: TodoKind;
  readonly href: string;
  readonly urgency: Urgency;
}
export interface NewStep {
  readonly phase: string;
  /** What is asked for: 会签. */
  readonly act: string;
  readonly who: { readonly personId: string | null; readonly orgId: string; readonly name: string; readonly orgName: string };
  readonly dueAt?: Date;
  /** Whoever sent it here, when that is not the caller. */
  readonly sentBy?: { readonly id: string; readonly name: string };
}

export const personal = ({ id, orgId, name, orgName }: Omit<Colleague, 'title'>): NewStep['who'] => ({
  personId: id,
  orgId,
  name,
  orgName,
});

const columns = `id, phase, person_id as "personId", org_id as "orgId", name, org_name as "orgName", state, verdict, sent_by as "sentBy",
  sent_by_name as "sentByName", opened_at as "openedAt", seen_at as "seenAt", ended_at as "endedAt"`;

/** Whose turn it is, and was, of everything that goes from hand to hand. Every open step has its to-do, written and ended with it. */
@Injectable()
export class Steps {
  constructor(
    private readonly todos: Todos,
    private readonly standIns: StandIns,
  ) {}

  of(manager: EntityManager, subjectId: string): Promise<Step[]> {
    return manager.query<Step[]>(`select ${columns} from handling_step where subject_id = $1 order by opened_at, id`, [subjectId]);
  }
  async open(manager: EntityManager, subjectId: string): Promise<Step[]> {
    return (await this.of(manager, subjectId)).filter(({ state }) => state === 'open');
  }

  async ask(tx: Tx, subject: StepSubject, { phase, act, who, dueAt, sentBy }: NewStep): Promise<void> {
    const { actor, now } = tx.ctx;
    const sender = sentBy ?? actor;
    await tx.manager.query(
      `insert into handling_step (id, subject_id, phase, person_id, org_id, name, org_name, state, sent_by, sent_by_name, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9, $10)`,
      [newId(), subject.id, phase, who.personId, who.orgId, who.name, who.orgName, sender.id, sender.name, now],
    );
    const { id: subjectId, title, kind, href, urgency } = subject;
    await this.todos.open(tx, {
      ...{ service: 'oa', kind, subjectId, step: phase, title, act, href, fromName: actor.name, urgency, ...(dueAt && { dueAt }) },
      ...(who.personId ? { personId: who.personId } : { orgId: who.orgId }),
    });
  }

  async done(tx: Tx, subjectId: string, step: Step, verdict?: Verdict): Promise<void> {
    await tx.manager.query(`update handling_step set state = 'done', verdict = $2, ended_at = $3 where id = $1`, [
      ...[step.id, verdict ?? null, tx.ctx.now],
    ]);
    await this.todos.end(tx, { subjectId, step: step.phase, holderId: step.personId ?? step.orgId });
  }

  /** What is open ends without having been done; what was said stays. */
  async cancelOpen(tx: Tx, subjectId: string): Promise<void> {
    for (const step of await this.open(tx.manager, subjectId))
      await this.todos.end(tx, { subjectId, step: step.phase, holderId: step.personId ?? step.orgId }, 'cancelled');
    await tx.manager.query(`update handling_step set state = 'cancelled', ended_at = $2 where subject_id = $1 and state = 'open'`, [
      ...[subjectId, tx.ctx.now],
    ]);
  }

  /** @returns whether the handler looks for the first time */
  async seen({ manager, ctx }: Tx, subjectId: string): Promise<boolean> {
    const [, changed] = await manager.query<[unknown[], number]>(
      `update handling_step set seen_at = $3 where subject_id = $1 and person_id = $2 and state = 'open' and seen_at is null`,
      [subjectId, ctx.actor.id, ctx.now],
    );
    return changed > 0;
  }

  /**
   * The open turn of the caller, or one of somebody for whom the caller stands in; nothing when there is none.
   * @throws DomainError `oa.delegation.ended` when the caller stood in for a holder and no longer does
   */
  async mine(tx: Tx, subjectId: string, kind: TodoKind, phases?: readonly string[]): Promise<Turn | undefined> {
    const { manager, ctx } = tx;
    const open = (await this.open(manager, subjectId)).filter(({ phase }) => !phases || phases.includes(phase));
    const own = open.find(({ personId }) => personId === ctx.actor.id);
    if (own) return own;
    const entrusted = await this.standIns.entrustedTo(manager, ctx.actor.id, ctx.now);
    for (const step of open) {
      const found = entrusted.find(({ fromId, kinds }) => fromId === step.personId && (kinds.length === 0 || kinds.includes(kind)));
      if (found) return { ...step, onBehalfOf: { id: found.fromId, name: found.fromName } };
    }
    return undefined;
  }

  urge(tx: Tx, subjectId: string): Promise<number> {
    return this.todos.urge(tx, subjectId);
  }
}
