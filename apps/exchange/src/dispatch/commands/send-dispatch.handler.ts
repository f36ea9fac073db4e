import { Injectable } from '@nestjs/common';
import type { DispatchView, SendDispatch } from '@karez/contracts-exchange';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { OfficialDocument } from '../../document/document.entity.js';
import { DispatchViews } from '../dispatch.views.js';
import { Sending } from '../sending.js';

const owner = (alias: string) => ({ org: `${alias}.org_id` });

/** 发送: to all or, when one of them may not get it, to nobody. */
@Injectable()
export class SendDispatchHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sending: Sending,
    private readonly views: DispatchViews,
  ) {}

  async execute(request: SendDispatch, ctx: Ctx): Promise<DispatchView> {
    const { dispatchId } = await this.unitOfWork.run(ctx, async (tx) => {
      const document = await tx.loadInScope(OfficialDocument, request.documentId, 'exchange.dispatch.send', owner);
      if (document.state !== 'sealed') throw new DomainError('exchange.document.not_sealed');
      return { dispatchId: await this.sending.send(tx, document, request) };
    });
    return this.views.one(dispatchId, ctx);
  }
}
