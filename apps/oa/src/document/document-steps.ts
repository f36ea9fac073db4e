import { Injectable } from '@nestjs/common';
import { documentPhaseWords, type DocumentPhase, type DocumentStepView, stepDays, type Verdict } from '@karez/contracts-oa';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import { type NewStep, personal, type Step as AnyStep, Steps, type StepSubject, type Turn as AnyTurn } from '../handling/steps.js';
import type { Colleague } from '../people/people.js';
import type { OutgoingDocument } from './outgoing-document.entity.js';

export type Step = AnyStep & { readonly phase: DocumentPhase };
export type Turn = AnyTurn & { readonly phase: DocumentPhase };

const subjectOf = ({ id, title, urgency }: OutgoingDocument): StepSubject => ({
  id,
  title,
  kind: 'outgoing',
  href: `/oa/documents/${id}`,
  urgency,
});

/** Whose turn an outgoing document is, in the phases that it knows. */
@Injectable()
export class DocumentSteps {
  constructor(
    private readonly steps: Steps,
    private readonly calendars: Calendars,
  ) {}

  of(manager: EntityManager, documentId: string): Promise<Step[]> {
    return this.steps.of(manager, documentId) as Promise<Step[]>;
  }
  open(manager: EntityManager, documentId: string): Promise<Step[]> {
    return this.steps.open(manager, documentId) as Promise<Step[]>;
  }

  /** A person's turn in a phase. */
  ask(tx: Tx, document: OutgoingDocument, phase: DocumentPhase, who: Omit<Colleague, 'title'>): Promise<void> {
    return this.#insert(tx, document, { phase, act: documentPhaseWords[phase], who: personal(who) });
  }
  /** 汇总: whoever sent it round gets it back when the last one has countersigned. */
  async collect(tx: Tx, document: OutgoingDocument, steps: readonly Step[], senderId: string): Promise<void> {
    const own =
      steps.findLast(({ personId }) => personId === senderId) ?? steps.findLast(({ personId }) => personId === document.drafterId);
    if (!own?.personId) return;
    await this.#insert(tx, document, { phase: 'countersigning', act: '汇总会签', who: own, sentBy: { id: own.personId, name: own.name } });
  }
  /** The turn of whoever keeps the office of a body. */
  async askOffice(tx: Tx, document: OutgoingDocument, phase: DocumentPhase): Promise<void> {
    const [org] = await tx.manager.query<{ name: string }[]>('select name from org_copy where id = $1', [document.hostId]);
    const name = org?.name ?? '';
    await this.#insert(tx, document, {
      phase,
      act: documentPhaseWords[phase],
      who: { personId: null, orgId: document.hostId, name, orgName: name },
    });
  }

  done(tx: Tx, document: OutgoingDocument, step: Step, verdict?: Verdict): Promise<void> {
    return this.steps.done(tx, document.id, step, verdict);
  }
  cancelOpen(tx: Tx, document: OutgoingDocument): Promise<void> {
    return this.steps.cancelOpen(tx, document.id);
  }
  seen(tx: Tx, documentId: string): Promise<boolean> {
    return this.steps.seen(tx, documentId);
  }
  urge(tx: Tx, document: OutgoingDocument): Promise<number> {
    return this.steps.urge(tx, document.id);
  }

  /** The caller's open turn, or that of somebody whom the caller stands in for. @throws DomainError `oa.document.not_your_turn` naming who has it */
  async mine(tx: Tx, document: OutgoingDocument): Promise<Turn> {
    const turn = await this.steps.mine(tx, document.id, 'outgoing');
    if (turn) return turn as Turn;
    const who = (await this.open(tx.manager, document.id)).map(({ name }) => name).join('、');
    throw new DomainError('oa.document.not_your_turn', { state: documentPhaseWords[document.state], who });
  }
  /** The open turn of the issuing body's office. @throws DomainError `oa.document.act_refused` */
  async office(tx: Tx, document: OutgoingDocument, phase: DocumentPhase): Promise<Step> {
    const open = await this.open(tx.manager, document.id);
    const step = open.find((each) => each.phase === phase && each.personId === null);
    if (!step || document.state !== phase) throw new DomainError('oa.document.act_refused', { state: documentPhaseWords[document.state] });
    return step;
  }

  async #insert(tx: Tx, document: OutgoingDocument, step: NewStep): Promise<void> {
    const calendar = await this.calendars.workingCalendar(tx.manager);
    const dueAt = calendar.addWorkingDays(tx.ctx.now, stepDays[document.urgency]).at;
    await this.steps.ask(tx, subjectOf(document), { ...step, dueAt });
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
