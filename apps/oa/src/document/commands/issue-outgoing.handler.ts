import { Injectable } from '@nestjs/common';
import type {
  DocumentPhase,
  JudgeOutgoing,
  NumberOutgoing,
  OutgoingOf,
  ReasonedOutgoing,
  SealOutgoing,
  SignOutgoing,
} from '@karez/contracts-oa';
import { officePhases, writingPhases } from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { NumberLedger } from '../../number/number-ledger.js';
import { DocumentDesk } from '../document-desk.js';
import { DocumentRoute, type Said } from '../document-route.js';
import { DocumentSteps, type Step } from '../document-steps.js';
import { assertPhase, isBranch } from '../document.policy.js';
import type { OutgoingDocument } from '../outgoing-document.entity.js';
import { Renditions } from '../renditions.js';

type Issued = { readonly documentId: string };

/** 签发、复核、登记编号、排版、校对、用印、办结、作废. What is sealed is what was signed: every step compares the digests. */
@Injectable()
export class IssueOutgoingHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: DocumentDesk,
    private readonly steps: DocumentSteps,
    private readonly route: DocumentRoute,
    private readonly numbers: NumberLedger,
    private readonly renditions: Renditions,
  ) {}

  /** @throws DomainError `oa.document.text_changed` when another text was read than stands there */
  sign({ documentId, opinion, digest }: SignOutgoing, ctx: Ctx): Promise<Issued> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const document = await this.desk.load(tx, documentId);
      assertPhase(document.state, ['signing']);
      const turn = await this.steps.mine(tx, document);
      if (isBranch(turn)) assertPhase('void', ['signing']);
      if (document.digest !== digest) throw new DomainError('oa.document.text_changed', { who: '', at: '' });
      await this.route.record(tx, document, 'rechecking', { act: 'sign', text: opinion, verdict: 'agree', onBehalfOf: turn.onBehalfOf });
      document.sign(ctx.actor, ctx.now);
      await this.route.toOffice(tx, document, turn, 'rechecking');
      return { documentId };
    });
  }

  /** 复核. @throws DomainError `oa.document.signed_other` */
  recheck({ documentId, decision, opinion }: JudgeOutgoing, ctx: Ctx): Promise<Issued> {
    return this.#office(documentId, 'rechecking', ctx, async (document, tx, turn) => {
      if (decision === 'return') return this.route.back(tx, document, { act: 'recheck', text: opinion, verdict: 'disagree' });
      assertAsSigned(document);
      await this.#on(tx, document, turn, 'numbering', { act: 'recheck', text: opinion, verdict: 'agree' });
    });
  }

  /** 登记编号: the next of the year, or one that was reserved. @throws DomainError `oa.number.*` */
  number({ documentId, code, serial }: NumberOutgoing, ctx: Ctx): Promise<Issued> {
    return this.#office(documentId, 'numbering', ctx, async (document, tx, turn) => {
      const number = await this.numbers.give(tx, document.hostId, { code, serial, documentId });
      await this.route.record(tx, document, 'typesetting', { act: 'number', text: number });
      document.giveNumber(number, ctx.now);
      await this.route.toOffice(tx, document, turn, 'typesetting');
    });
  }

  typeset({ documentId }: OutgoingOf, ctx: Ctx): Promise<Issued> {
    return this.#office(documentId, 'typesetting', ctx, async (document, tx, turn) => {
      assertAsSigned(document);
      await this.#on(tx, document, turn, 'proofreading', { act: 'typeset' });
      await this.renditions.want(tx, document);
    });
  }

  /** 校对: on to the seal, or back to be set anew. */
  proofread({ documentId, decision, opinion }: JudgeOutgoing, ctx: Ctx): Promise<Issued> {
    return this.#office(documentId, 'proofreading', ctx, async (document, tx, turn) => {
      const passed = decision === 'pass';
      const said: Said = { act: 'proofread', text: opinion, verdict: passed ? 'agree' : 'disagree' };
      await this.#on(tx, document, turn, passed ? 'sealing' : 'typesetting', said);
    });
  }

  /** 用印登记. @throws DomainError `oa.document.signed_other` */
  seal({ documentId, copies }: SealOutgoing, ctx: Ctx): Promise<Issued> {
    return this.#office(documentId, 'sealing', ctx, async (document, tx, turn) => {
      assertAsSigned(document);
      await this.route.record(tx, document, 'distributing', { act: 'seal', text: `用印 ${copies} 份` });
      document.seal(ctx.actor, copies, ctx.now);
      await this.route.toOffice(tx, document, turn, 'distributing');
    });
  }

  close({ documentId }: OutgoingOf, ctx: Ctx): Promise<Issued> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const document = await this.desk.loadForOffice(tx, documentId);
      assertPhase(document.state, ['distributed']);
      await this.route.record(tx, document, 'closed', { act: 'close' });
      document.close(ctx.now);
      await this.steps.cancelOpen(tx, document);
      await tx.save(document);
      return { documentId };
    });
  }

  /** 作废: by the drafter until it is signed, by the office afterwards; a number that it had is void for good. */
  void({ documentId, reason }: ReasonedOutgoing, ctx: Ctx): Promise<Issued> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const document = await this.desk.load(tx, documentId);
      assertPhase(document.state, [...writingPhases, ...officePhases]);
      const early = (writingPhases as readonly string[]).includes(document.state);
      const may = early ? document.drafterId === ctx.actor.id : await tx.reaches('oa.document.office', document.hostId);
      if (!may) throw new DomainError('auth.out_of_scope');
      await this.route.record(tx, document, 'void', { act: 'void', text: reason });
      if (document.number) await this.numbers.voidOf(tx, documentId, reason);
      document.void(reason, ctx.now);
      await this.steps.cancelOpen(tx, document);
      await tx.save(document);
      return { documentId };
    });
  }

  async #on(tx: Tx, document: OutgoingDocument, turn: Step, to: DocumentPhase, said: Said): Promise<void> {
    await this.route.record(tx, document, to, said);
    document.moveOn(to, tx.ctx.now);
    await this.route.toOffice(tx, document, turn, to);
  }
  #office(documentId: string, phase: DocumentPhase, ctx: Ctx, move: OfficeMove): Promise<Issued> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const document = await this.desk.loadForOffice(tx, documentId);
      await move(document, tx, await this.steps.office(tx, document, phase));
      return { documentId };
    });
  }
}
type OfficeMove = (document: OutgoingDocument, tx: Tx, turn: Step) => Promise<void>;

/** @throws DomainError `oa.document.signed_other` */
function assertAsSigned({ digest, signedDigest }: OutgoingDocument): void {
  if (digest !== signedDigest) throw new DomainError('oa.document.signed_other');
}
