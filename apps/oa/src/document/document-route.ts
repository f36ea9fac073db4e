import { Injectable } from '@nestjs/common';
import { type DocumentPhase, type ForwardOutgoing, type HandlerChosen, type Verdict } from '@karez/contracts-oa';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { OnBehalfOf } from '../delegation/stand-ins.js';
import { Handlings } from '../handling/handlings.js';
import { type Colleague, People } from '../people/people.js';
import { DocumentSteps, type Step, type Turn } from './document-steps.js';
import { DocumentTexts } from './document-texts.js';
import { assertSignable } from './document.policy.js';
import type { OutgoingDocument } from './outgoing-document.entity.js';

export interface Said {
  readonly act: string;
  readonly text?: string | undefined;
  readonly verdict?: Verdict;
  readonly onBehalfOf?: OnBehalfOf | undefined;
}

/** How a document goes from hand to hand: the turn ends, what was said is recorded, the next turns begin, in one transaction. */
@Injectable()
export class DocumentRoute {
  constructor(
    private readonly steps: DocumentSteps,
    private readonly texts: DocumentTexts,
    private readonly people: People,
    private readonly handlings: Handlings,
  ) {}

  /** @throws DomainError `oa.document.one_handler`, `oa.document.handler_twice`, `oa.document.handler_self`, `oa.person.not_there` */
  async forward(tx: Tx, document: OutgoingDocument, turn: Turn, { to, handlers, opinion }: ForwardOutgoing): Promise<void> {
    if (to === 'signing') assertSignable((await this.texts.one(tx.manager, document.id, document.textVersion)).text);
    const next = await this.#chosen(tx, to, handlers);
    await this.steps.done(tx, document, turn, 'agree');
    await this.record(tx, document, to, {
      act: 'forward',
      text: opinion,
      onBehalfOf: turn.onBehalfOf,
      ...(turn.phase === 'drafting' ? {} : { verdict: 'agree' }),
    });
    document.moveOn(to, tx.ctx.now);
    await tx.save(document);
    for (const who of next) await this.steps.ask(tx, document, to, who);
  }

  /** A turn ends and the office of the issuing body gets the next one; without a phase nobody does. */
  async toOffice(tx: Tx, document: OutgoingDocument, turn: Step, phase: DocumentPhase | undefined): Promise<void> {
    await this.steps.done(tx, document, turn, 'agree');
    await tx.save(document);
    if (phase) await this.steps.askOffice(tx, document, phase);
  }

  /** 退回: whatever is open ends, what was said stays, and the drafter has it again. */
  async back(tx: Tx, document: OutgoingDocument, said: Said): Promise<void> {
    const steps = await this.steps.of(tx.manager, document.id);
    await this.record(tx, document, 'drafting', said);
    await this.steps.cancelOpen(tx, document);
    document.moveOn('drafting', tx.ctx.now);
    await tx.save(document);
    const drafting = steps.find(({ phase }) => phase === 'drafting')!;
    await this.steps.ask(tx, document, 'drafting', { ...drafting, id: document.drafterId });
  }

  /** Who has it gives it back to a phase and a person that had it before. */
  async backTo(tx: Tx, document: OutgoingDocument, step: Step): Promise<void> {
    await this.steps.cancelOpen(tx, document);
    document.moveOn(step.phase, tx.ctx.now);
    await tx.save(document);
    await this.steps.ask(tx, document, step.phase, { ...step, id: step.personId! });
  }

  record(tx: Tx, document: OutgoingDocument, toState: string, { act, text, verdict, onBehalfOf }: Said): Promise<string> {
    const read = { textVersion: document.textVersion, digest: document.digest };
    return this.handlings.add(tx, { subjectId: document.id, act, fromState: document.state, toState, text, verdict, onBehalfOf, ...read });
  }

  async #chosen(tx: Tx, to: DocumentPhase, handlers: readonly HandlerChosen[]): Promise<Colleague[]> {
    if (to !== 'countersigning' && handlers.length > 1) throw new DomainError('oa.document.one_handler');
    const chosen: Colleague[] = [];
    for (const { personId, orgId } of handlers) {
      const who = await this.people.at(tx.manager, personId, orgId);
      if (chosen.some(({ id }) => id === who.id)) throw new DomainError('oa.document.handler_twice', { name: who.name });
      if (to === 'countersigning' && who.id === tx.ctx.actor.id) throw new DomainError('oa.document.handler_self');
      chosen.push(who);
    }
    return chosen;
  }
}
