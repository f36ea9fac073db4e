import { Injectable } from '@nestjs/common';
import type { EnterIncoming, ReasonedIncoming, RegisterIncoming } from '@karez/contracts-oa';
import { chinaDay, type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { IncomingDesk } from '../incoming-desk.js';
import { IncomingDocument } from '../incoming-document.entity.js';
import { IncomingTerm } from '../incoming-term.js';

type Registered = { readonly incomingId: string };

/** 登记, of what came by exchange and of what came on paper; 退回. */
@Injectable()
export class RegisterIncomingHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: IncomingDesk,
    private readonly term: IncomingTerm,
  ) {}

  /** @throws DomainError `oa.incoming.duplicate` with what is here already, `auth.out_of_scope` */
  enter({ again, ...written }: EnterIncoming, ctx: Ctx): Promise<Registered> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { orgId } = ctx.actor;
      if (!orgId || !(await tx.reaches('oa.incoming.register', orgId))) throw new DomainError('auth.out_of_scope');
      if (!again && written.senderNumber)
        await assertNew(tx, orgId, { senderName: written.senderName, senderNumber: written.senderNumber });
      const document = IncomingDocument.receive({ ...written, orgId, origin: 'paper' }, ctx.now);
      document.register(await nextNumber(tx, orgId), ctx.actor.id, {});
      await tx.save(document);
      await this.desk.askDesk(tx, document, 'assign', '送拟办或分办');
      await this.desk.record(tx, document, 'received', { act: 'register' });
      return { incomingId: document.id };
    });
  }

  /** @throws DomainError `oa.incoming.due_past` */
  register({ incomingId, dueOn, summary }: RegisterIncoming, ctx: Ctx): Promise<Registered> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const document = await this.desk.load(tx, incomingId, 'register');
      const dueAt = await this.term.of(tx, dueOn);
      document.register(await nextNumber(tx, document.orgId), ctx.actor.id, { dueAt, summary });
      await tx.save(document);
      await this.desk.deskDone(tx, document);
      await this.desk.askDesk(tx, document, 'assign', '送拟办或分办');
      await this.desk.record(tx, document, 'received', { act: 'register', text: document.number ?? undefined });
      return { incomingId };
    });
  }

  giveBack({ incomingId, reason }: ReasonedIncoming, ctx: Ctx): Promise<Registered> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const document = await this.desk.load(tx, incomingId, 'return');
      const fromState = document.state;
      document.giveBack(reason);
      await tx.save(document);
      await this.desk.deskDone(tx, document);
      await this.desk.record(tx, document, fromState, { act: 'return', text: reason });
      return { incomingId };
    });
  }
}

/** 收文号: without gaps in a body's year. */
async function nextNumber({ manager, ctx }: Tx, orgId: string): Promise<string> {
  const year = Number(chinaDay(ctx.now).slice(0, 4));
  const [{ last }] = await manager.query<[{ last: number }]>(
    `insert into incoming_counter (org_id, year, last) values ($1, $2, 1)
     on conflict (org_id, year) do update set last = incoming_counter.last + 1 returning last`,
    [orgId, year],
  );
  return `收〔${year}〕${last}号`;
}

async function assertNew(
  { manager }: Tx,
  orgId: string,
  { senderName, senderNumber }: { readonly senderName: string; readonly senderNumber: string },
): Promise<void> {
  const [there] = await manager.query<{ id: string; title: string }[]>(
    'select id, title from incoming_document where org_id = $1 and sender_name = $2 and sender_number = $3 limit 1',
    [orgId, senderName, senderNumber],
  );
  if (there)
    throw new DomainError('oa.incoming.duplicate', { sender: senderName, number: senderNumber, title: there.title }, { id: there.id });
}
