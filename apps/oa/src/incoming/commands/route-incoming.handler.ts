import { Injectable } from '@nestjs/common';
import type { AssignIncoming, HandleIncoming, InstructIncoming, ProposeIncoming, SubmitIncoming } from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { SupervisionIntake } from '../../supervision/supervision-intake.js';
import { IncomingDesk } from '../incoming-desk.js';
import { IncomingTerm } from '../incoming-term.js';

type Routed = { readonly incomingId: string };

/** 拟办、批示、分办、承办. */
@Injectable()
export class RouteIncomingHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: IncomingDesk,
    private readonly term: IncomingTerm,
    private readonly supervision: SupervisionIntake,
  ) {}

  propose({ incomingId, personId }: ProposeIncoming, ctx: Ctx): Promise<Routed> {
    return this.#run(incomingId, ctx, async (tx) => {
      const document = await this.desk.load(tx, incomingId, 'propose');
      const [who] = await this.desk.chosen(tx, [personId]);
      document.moveOn('proposing');
      await tx.save(document);
      await this.desk.deskDone(tx, document);
      await this.desk.ask(tx, document, 'propose', '拟办', who!);
      await this.desk.record(tx, document, 'registered', { act: 'propose' });
    });
  }

  submit({ incomingId, opinion, leaderIds }: SubmitIncoming, ctx: Ctx): Promise<Routed> {
    return this.#run(incomingId, ctx, async (tx) => {
      const { document, turn } = await this.desk.loadForTurn(tx, incomingId, 'submit');
      const leaders = await this.desk.chosen(tx, leaderIds);
      document.moveOn('instructing');
      await tx.save(document);
      await this.desk.done(tx, document, turn);
      for (const leader of leaders) await this.desk.ask(tx, document, 'instruct', '批示', leader);
      await this.desk.record(tx, document, 'proposing', { act: 'submit', text: opinion, turn });
    });
  }

  /** The last leader's word sends it to be assigned. With a day it is supervised from this moment on. */
  instruct({ incomingId, text, superviseBy }: InstructIncoming, ctx: Ctx): Promise<Routed> {
    return this.#run(incomingId, ctx, async (tx) => {
      const { document, turn } = await this.desk.loadForTurn(tx, incomingId, 'instruct');
      await this.desk.done(tx, document, turn);
      await this.desk.record(tx, document, 'instructing', { act: 'instruct', text, turn });
      if (superviseBy) {
        const given = { title: document.title.slice(0, 120), content: text, source: 'instruction' as const, dueOn: superviseBy };
        const from = { orgId: document.orgId, sourceText: text, sourceHref: `/oa/incoming/${document.id}`, leaderId: turn.personId! };
        await this.supervision.register(tx, { ...given, ...from });
      }
      if ((await this.desk.open(tx, incomingId)).length === 0) {
        document.moveOn('assigning');
        await this.desk.askDesk(tx, document, 'assign', '分办');
      } else document.touched('instructed');
      await tx.save(document);
    });
  }

  assign({ incomingId, leadId, assistIds, dueOn, opinion }: AssignIncoming, ctx: Ctx): Promise<Routed> {
    return this.#run(incomingId, ctx, async (tx) => {
      const document = await this.desk.load(tx, incomingId, 'assign');
      const [lead, ...assists] = await this.desk.chosen(tx, [leadId, ...assistIds]);
      const fromState = document.state;
      document.moveOn('handling', await this.term.of(tx, dueOn));
      await tx.save(document);
      await this.desk.deskDone(tx, document);
      await this.desk.ask(tx, document, 'lead', '主办', lead!);
      for (const assist of assists) await this.desk.ask(tx, document, 'assist', '协办', assist);
      await this.desk.record(tx, document, fromState, { act: 'assign', text: opinion });
    });
  }

  /** 协办 first; the lead's word sends it back to be closed. @throws DomainError `oa.incoming.assists_open` naming who has not answered */
  handle({ incomingId, text }: HandleIncoming, ctx: Ctx): Promise<Routed> {
    return this.#run(incomingId, ctx, async (tx) => {
      const { document, turn } = await this.desk.loadForTurn(tx, incomingId, 'handle');
      if (turn.phase === 'lead') {
        const waiting = (await this.desk.open(tx, incomingId)).filter(({ phase }) => phase === 'assist');
        if (waiting.length) throw new DomainError('oa.incoming.assists_open', { who: waiting.map(({ name }) => name).join('、') });
        document.moveOn('assigning');
        await this.desk.askDesk(tx, document, 'assign', '办结');
      } else document.touched('handled');
      await tx.save(document);
      await this.desk.done(tx, document, turn);
      await this.desk.record(tx, document, 'handling', { act: 'handle', text, turn });
    });
  }

  #run(incomingId: string, ctx: Ctx, work: (tx: Tx) => Promise<void>): Promise<Routed> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await work(tx);
      return { incomingId };
    });
  }
}
