import { Injectable } from '@nestjs/common';
import { scopeSql, type SqlPredicate } from '@karez/auth';
import { type IncomingAct, incomingPhaseWords } from '@karez/contracts-oa';
import { type Actor, DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
import { ownTurn } from '../delegation/own-turn.js';
import { Handlings } from '../handling/handlings.js';
import { personal, type Step, Steps, type StepSubject, type Turn } from '../handling/steps.js';
import { type Colleague, People } from '../people/people.js';
import { IncomingDocument } from './incoming-document.entity.js';
import { assertIncomingAct, turnsOf } from './incoming.policy.js';

/** Documents of bodies in reach, and those that the reader had a turn in. */
export function incomingScope(actor: Actor): SqlPredicate {
  const body = scopeSql(actor, 'oa.incoming.register', { org: 'document.org_id', name: 'desk' });
  const reader = scopeSql(actor, 'oa.document.read', { org: 'document.org_id', name: 'body' });
  const own = `exists (select 1 from handling_step turn where turn.subject_id = document.id and ${ownTurn})`;
  return { sql: `(${body.sql} or ${reader.sql} or ${own})`, params: { ...body.params, ...reader.params, readerId: actor.id } };
}
const subjectOf = ({ id, title }: IncomingDocument, kind: StepSubject['kind'] = 'incoming'): StepSubject => ({
  ...{ id, title, kind, href: `/oa/incoming/${id}`, urgency: 'none' },
});

/** An incoming document as a command holds it, and whose turn it is next. */
@Injectable()
export class IncomingDesk {
  constructor(
    private readonly steps: Steps,
    private readonly people: People,
    private readonly handlings: Handlings,
  ) {}

  /** For the body's registrars. @throws DomainError `not_found`, `auth.out_of_scope`, `oa.incoming.act_refused` */
  async load(tx: Tx, incomingId: string, act: IncomingAct): Promise<IncomingDocument> {
    const document = await this.#load(tx, incomingId);
    if (!(await tx.reaches('oa.incoming.register', document.orgId))) throw new DomainError('auth.out_of_scope');
    assertIncomingAct(document.state, act);
    return document;
  }
  /** For whoever has the turn. @throws DomainError `not_found`, `oa.incoming.act_refused`, `oa.incoming.not_your_turn` */
  async loadForTurn(tx: Tx, incomingId: string, act: IncomingAct): Promise<{ readonly document: IncomingDocument; readonly turn: Turn }> {
    const document = await this.#load(tx, incomingId);
    assertIncomingAct(document.state, act);
    const turn = await this.steps.mine(tx, incomingId, act === 'read' ? 'circulation' : 'incoming', turnsOf(act));
    if (!turn) throw new DomainError('oa.incoming.not_your_turn', { state: incomingPhaseWords[document.state] });
    return { document, turn };
  }

  of(manager: EntityManager, incomingId: string): Promise<Step[]> {
    return this.steps.of(manager, incomingId);
  }
  /** The turns that the document itself waits for: circulation runs beside it and is never ended by it. */
  async open({ manager }: Tx, incomingId: string): Promise<Step[]> {
    return (await this.steps.open(manager, incomingId)).filter(({ phase }) => phase !== 'read');
  }

  async ask(tx: Tx, document: IncomingDocument, phase: string, act: string, who: Colleague, dueAt = document.dueAt): Promise<void> {
    const subject = subjectOf(document, phase === 'read' ? 'circulation' : 'incoming');
    await this.steps.ask(tx, subject, { phase, act, who: personal(who), ...(dueAt && { dueAt }) });
  }
  /** The registrars of the body have it. */
  async askDesk(tx: Tx, document: IncomingDocument, phase: 'register' | 'assign', act: string): Promise<void> {
    const names = await this.people.orgNames(tx.manager, [document.orgId]);
    const name = names.get(document.orgId) ?? '';
    await this.steps.ask(tx, subjectOf(document), { phase, act, who: { personId: null, orgId: document.orgId, name, orgName: name } });
  }
  done(tx: Tx, document: IncomingDocument, step: Step): Promise<void> {
    return this.steps.done(tx, document.id, step);
  }
  /** Ends what the desk has open. */
  async deskDone(tx: Tx, document: IncomingDocument): Promise<void> {
    for (const step of await this.open(tx, document.id)) if (step.personId === null) await this.steps.done(tx, document.id, step);
  }
  urge(tx: Tx, document: IncomingDocument): Promise<number> {
    return this.steps.urge(tx, document.id);
  }
  /** @throws DomainError `oa.incoming.person_twice`, `oa.person.not_there` */
  async chosen({ manager }: Tx, ids: readonly string[]): Promise<Colleague[]> {
    const chosen: Colleague[] = [];
    for (const id of ids) {
      const who = await this.people.at(manager, id);
      if (chosen.some((each) => each.id === id)) throw new DomainError('oa.incoming.person_twice', { name: who.name });
      chosen.push(who);
    }
    return chosen;
  }
  async record(
    tx: Tx,
    document: IncomingDocument,
    fromState: string,
    said: { readonly act: string; readonly text?: string | undefined; readonly turn?: Turn },
  ): Promise<void> {
    const { act, text, turn } = said;
    await this.handlings.add(tx, { subjectId: document.id, act, fromState, toState: document.state, text, onBehalfOf: turn?.onBehalfOf });
  }

  async #load(tx: Tx, incomingId: string): Promise<IncomingDocument> {
    const { sql, params } = incomingScope(tx.ctx.actor);
    const query = tx.manager.createQueryBuilder(IncomingDocument, 'document').where('document.id = :incomingId', { incomingId });
    const document = await query.andWhere(sql, params).setLock('pessimistic_write', undefined, ['document']).getOne();
    if (!document) throw new DomainError('not_found', { id: incomingId });
    return document;
  }
}
