import { Injectable } from '@nestjs/common';
import { documentPhaseWords, type DocumentPhase, type DocumentStepView, stepDays, type Verdict } from '@karez/contracts-oa';
import { DomainError, newId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import type { Colleague } from '../people/people.js';
import { Todos } from '../todo/todos.js';
import type { OutgoingDocument } from './outgoing-document.entity.js';

export interface Step {
  readonly id: string;
  readonly phase: DocumentPhase;
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
const columns = `id, phase, person_id as "personId", org_id as "orgId", name, org_name as "orgName", state, verdict, sent_by as "sentBy",
  sent_by_name as "sentByName", opened_at as "openedAt", seen_at as "seenAt", ended_at as "endedAt"`;

/** Whose turn it is, and was. Every open step has its to-do, written and ended with it: nobody's work is ever lost by a move. */
@Injectable()
export class DocumentSteps {
  constructor(
    private readonly todos: Todos,
    private readonly calendars: Calendars,
  ) {}

  of(manager: EntityManager, documentId: string): Promise<Step[]> {
    return manager.query<Step[]>(`select ${columns} from document_step where document_id = $1 order by opened_at, id`, [documentId]);
  }
  async open(manager: EntityManager, documentId: string): Promise<Step[]> {
    return (await this.of(manager, documentId)).filter(({ state }) => state === 'open');
  }

  /** A person's turn in a phase. */
  async ask(tx: Tx, document: OutgoingDocument, phase: DocumentPhase, who: Omit<Colleague, 'title'>): Promise<void> {
    await this.#insert(tx, document, phase, { personId: who.id, orgId: who.orgId, name: who.name, orgName: who.orgName });
  }
  /** 汇总: whoever sent it round gets it back when the last one has countersigned. */
  async collect(tx: Tx, document: OutgoingDocument, steps: readonly Step[], senderId: string): Promise<void> {
    const own =
      steps.findLast(({ personId }) => personId === senderId) ?? steps.findLast(({ personId }) => personId === document.drafterId);
    if (own?.personId)
      await this.#insert(tx, document, 'countersigning', { ...own, sentBy: own.personId, sentByName: own.name }, '汇总会签');
  }
  /** The turn of whoever keeps the office of a body. */
  async askOffice(tx: Tx, document: OutgoingDocument, phase: DocumentPhase): Promise<void> {
    const [org] = await tx.manager.query<{ name: string }[]>('select name from org_copy where id = $1', [document.hostId]);
    const name = org?.name ?? '';
    await this.#insert(tx, document, phase, { personId: null, orgId: document.hostId, name, orgName: name });
  }

  async done(tx: Tx, document: OutgoingDocument, step: Step, verdict?: Verdict): Promise<void> {
    await tx.manager.query(`update document_step set state = 'done', verdict = $2, ended_at = $3 where id = $1`, [
      ...[step.id, verdict ?? null, tx.ctx.now],
    ]);
    await this.todos.end(tx, { subjectId: document.id, step: step.phase, holderId: step.personId ?? step.orgId });
  }
  /** What is open ends without having been done; opinions that were given stay. */
  async cancelOpen(tx: Tx, document: OutgoingDocument): Promise<void> {
    await tx.manager.query(`update document_step set state = 'cancelled', ended_at = $2 where document_id = $1 and state = 'open'`, [
      ...[document.id, tx.ctx.now],
    ]);
    for (const phase of Object.keys(documentPhaseWords)) await this.todos.end(tx, { subjectId: document.id, step: phase }, 'cancelled');
  }
  /** @returns whether the handler looks for the first time */
  async seen({ manager, ctx }: Tx, documentId: string): Promise<boolean> {
    const [, changed] = await manager.query<[unknown[], number]>(
      `update document_step set seen_at = $3 where document_id = $1 and person_id = $2 and state = 'open' and seen_at is null`,
      [documentId, ctx.actor.id, ctx.now],
    );
    return changed > 0;
  }
  urge(tx: Tx, document: OutgoingDocument): Promise<number> {
    return this.todos.urge(tx, document.id);
  }

  /** The caller's open turn. @throws DomainError `oa.document.not_your_turn` naming who has it */
  async mine(tx: Tx, document: OutgoingDocument): Promise<Step> {
    const open = await this.open(tx.manager, document.id);
    const own = open.find(({ personId }) => personId === tx.ctx.actor.id);
    if (own) return own;
    const who = open.map(({ name }) => name).join('、');
    throw new DomainError('oa.document.not_your_turn', { state: documentPhaseWords[document.state], who });
  }
  /** The open turn of the issuing body's office. @throws DomainError `oa.document.act_refused` */
  async office(tx: Tx, document: OutgoingDocument, phase: DocumentPhase): Promise<Step> {
    const open = await this.open(tx.manager, document.id);
    const step = open.find((each) => each.phase === phase && each.personId === null);
    if (!step || document.state !== phase) throw new DomainError('oa.document.act_refused', { state: documentPhaseWords[document.state] });
    return step;
  }

  async #insert(
    tx: Tx,
    document: OutgoingDocument,
    phase: DocumentPhase,
    who: Pick<Step, 'personId' | 'orgId' | 'name' | 'orgName'> & Partial<Pick<Step, 'sentBy' | 'sentByName'>>,
    act: string = documentPhaseWords[phase],
  ): Promise<void> {
    const { actor, now } = tx.ctx;
    await tx.manager.query(
      `insert into document_step (id, document_id, phase, person_id, org_id, name, org_name, state, sent_by, sent_by_name, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9, $10)`,
      [
        newId(),
        document.id,
        phase,
        who.personId,
        who.orgId,
        who.name,
        who.orgName,
        who.sentBy ?? actor.id,
        who.sentByName ?? actor.name,
        now,
      ],
    );
    const calendar = await this.calendars.workingCalendar(tx.manager);
    await this.todos.open(tx, {
      ...{ service: 'oa', kind: 'outgoing', subjectId: document.id, step: phase, title: document.title, act },
      ...{ href: `/oa/documents/${document.id}`, fromName: actor.name, urgency: document.urgency },
      dueAt: calendar.addWorkingDays(now, stepDays[document.urgency]).at,
      ...(who.personId ? { personId: who.personId } : { orgId: who.orgId }),
    });
  }
}

export const stepView = (step: Step): DocumentStepView => ({
  ...{ id: step.id, phase: step.phase, name: step.name, orgName: step.orgName, state: step.state, sentByName: step.sentByName },
  openedAt: step.openedAt.toISOString(),
  ...(step.personId && { personId: step.personId }),
  ...(step.verdict && { verdict: step.verdict }),
  ...(step.seenAt && { seenAt: step.seenAt.toISOString() }),
  ...(step.endedAt && { endedAt: step.endedAt.toISOString() }),
});
