import { Injectable } from '@nestjs/common';
import type { CirculateIncoming, CloseIncoming, IncomingOf, ReadIncoming } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { IncomingDesk } from '../incoming-desk.js';

type Closed = { readonly incomingId: string };

/** 办结、传阅、阅、催办. Circulation runs beside the document: neither a return nor its end takes it from anybody. */
@Injectable()
export class CloseIncomingHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: IncomingDesk,
  ) {}

  close({ incomingId, result, replyId }: CloseIncoming, ctx: Ctx): Promise<Closed> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const document = await this.desk.load(tx, incomingId, 'close');
      const fromState = document.state;
      document.close(result, replyId);
      await tx.save(document);
      await this.desk.deskDone(tx, document);
      await this.desk.record(tx, document, fromState, { act: 'close', text: result });
      return { incomingId };
    });
  }

  /** Who reads it already, or has read it, is not asked again. */
  circulate({ incomingId, readerIds }: CirculateIncoming, ctx: Ctx): Promise<Closed> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const document = await this.desk.load(tx, incomingId, 'circulate');
      const before = (await this.desk.of(tx.manager, incomingId)).filter(({ phase }) => phase === 'read').map(({ personId }) => personId);
      const readers = await this.desk.chosen(
        tx,
        [...new Set(readerIds)].filter((id) => !before.includes(id)),
      );
      for (const reader of readers) await this.desk.ask(tx, document, 'read', '阅', reader, null);
      document.touched('circulated');
      await tx.save(document);
      await this.desk.record(tx, document, document.state, { act: 'circulate', text: readers.map(({ name }) => name).join('、') });
      return { incomingId };
    });
  }

  read({ incomingId, opinion }: ReadIncoming, ctx: Ctx): Promise<Closed> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { document, turn } = await this.desk.loadForTurn(tx, incomingId, 'read');
      await this.desk.done(tx, document, turn);
      document.touched('read');
      await tx.save(document);
      await this.desk.record(tx, document, document.state, { act: 'read', text: opinion, turn });
      return { incomingId };
    });
  }

  urge({ incomingId }: IncomingOf, ctx: Ctx): Promise<Closed> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const document = await this.desk.load(tx, incomingId, 'urge');
      await this.desk.urge(tx, document);
      document.touched('urged');
      await tx.save(document);
      await this.desk.record(tx, document, document.state, { act: 'urge' });
      return { incomingId };
    });
  }
}
