import { Injectable } from '@nestjs/common';
import type { ForwardOutgoing, OpineOutgoing, OutgoingOf, ReasonedOutgoing } from '@karez/contracts-oa';
import { writingPhases } from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { DocumentDesk } from '../document-desk.js';
import { DocumentRoute } from '../document-route.js';
import { DocumentSteps } from '../document-steps.js';
import { assertPhase, isBranch } from '../document.policy.js';
import type { OutgoingDocument } from '../outgoing-document.entity.js';

type Routed = { readonly documentId: string };

/** 送下一环节、会签、退回、撤回、催办: from hand to hand until somebody signs. */
@Injectable()
export class RouteOutgoingHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: DocumentDesk,
    private readonly steps: DocumentSteps,
    private readonly route: DocumentRoute,
  ) {}

  /** @throws DomainError `oa.document.countersign_open` while others still countersign */
  forward(request: ForwardOutgoing, ctx: Ctx): Promise<Routed> {
    return this.#act(request.documentId, ctx, async (document, tx) => {
      assertPhase(document.state, writingPhases);
      const turn = await this.steps.mine(tx, document);
      if (isBranch(turn)) assertPhase('void', writingPhases);
      const open = (await this.steps.open(tx.manager, document.id)).filter(({ id }) => id !== turn.id);
      if (open.length)
        throw new DomainError('oa.document.countersign_open', { count: open.length, who: open.map(({ name }) => name).join('、') });
      await this.route.forward(tx, document, turn, request);
    });
  }

  /** 会签: the last one hands it back to who sent it round. */
  opine({ documentId, verdict, text }: OpineOutgoing, ctx: Ctx): Promise<Routed> {
    return this.#act(documentId, ctx, async (document, tx) => {
      assertPhase(document.state, ['countersigning']);
      const turn = await this.steps.mine(tx, document);
      if (!isBranch(turn)) assertPhase('void', ['countersigning']);
      await this.route.record(tx, document, document.state, { act: 'countersign', text, verdict, onBehalfOf: turn.onBehalfOf });
      await this.steps.done(tx, document, turn, verdict);
      const steps = await this.steps.of(tx.manager, documentId);
      if (!steps.some(({ state }) => state === 'open')) await this.steps.collect(tx, document, steps, turn.sentBy);
      document.touched('countersigned');
      await tx.save(document);
    });
  }

  giveBack({ documentId, reason }: ReasonedOutgoing, ctx: Ctx): Promise<Routed> {
    return this.#act(documentId, ctx, async (document, tx) => {
      assertPhase(document.state, ['reviewing', 'countersigning', 'vetting', 'signing', 'rechecking']);
      if (document.state === 'rechecking') {
        if (!(await tx.reaches('oa.document.office', document.hostId))) throw new DomainError('auth.out_of_scope');
      }
      const turn = document.state === 'rechecking' ? undefined : await this.steps.mine(tx, document);
      await this.route.back(tx, document, { act: 'return', text: reason, verdict: 'disagree', onBehalfOf: turn?.onBehalfOf });
    });
  }

  /** 撤回: while nobody whom the caller sent it to has looked. @throws DomainError `oa.document.seen`, `oa.document.nothing_to_recall` */
  recall({ documentId }: OutgoingOf, ctx: Ctx): Promise<Routed> {
    return this.#act(documentId, ctx, async (document, tx) => {
      assertPhase(document.state, writingPhases);
      const { id } = ctx.actor;
      const steps = await this.steps.of(tx.manager, documentId);
      const sent = steps.filter(({ state, sentBy, personId }) => state === 'open' && sentBy === id && personId !== id);
      if (sent.length === 0) throw new DomainError('oa.document.nothing_to_recall');
      const seen = steps.find(
        ({ phase, sentBy, seenAt, openedAt }) => sentBy === id && phase === document.state && seenAt && openedAt >= sent[0]!.openedAt,
      );
      if (seen) throw new DomainError('oa.document.seen', { who: seen.name, at: seen.seenAt!.toISOString() });
      const own = steps.findLast(({ personId, state }) => personId === id && state === 'done')!;
      await this.route.record(tx, document, own.phase, { act: 'recall' });
      await this.route.backTo(tx, document, own);
    });
  }

  urge({ documentId }: OutgoingOf, ctx: Ctx): Promise<Routed> {
    return this.#act(documentId, ctx, async (document, tx) => {
      const mayUrge = document.drafterId === ctx.actor.id || (await tx.reaches('oa.document.office', document.hostId));
      if (!mayUrge) throw new DomainError('auth.out_of_scope');
      await this.steps.urge(tx, document);
      await this.route.record(tx, document, document.state, { act: 'urge' });
      document.touched('urged');
      await tx.save(document);
    });
  }

  #act(documentId: string, ctx: Ctx, move: (document: OutgoingDocument, tx: Tx) => Promise<void>): Promise<Routed> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await move(await this.desk.load(tx, documentId), tx);
      return { documentId };
    });
  }
}
