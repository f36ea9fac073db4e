import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DeliveryFileLink, OpenDeliveryFile } from '@karez/contracts-exchange';
import { attachmentApi } from '@karez/contracts-files';
import { type Ctx, DomainError } from '@karez/kernel';
import { Remote } from '@karez/messaging';
import { UnitOfWork } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { SealedDocuments } from '../../document/sealed-document.js';
import { DeliveryViews } from '../delivery.views.js';

/** A link to a file of a document, for whoever may see the delivery. Opening is recorded. */
@Injectable()
export class OpenDeliveryFileHandler {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly views: DeliveryViews,
    private readonly sealed: SealedDocuments,
    private readonly remote: Remote,
  ) {}

  async execute({ deliveryId, fileId, use }: OpenDeliveryFile, ctx: Ctx): Promise<DeliveryFileLink> {
    const seen = await this.views.sideOf(deliveryId, ctx);
    const { digest } = 'custody' in seen ? seen.custody : seen.delivery;
    const { files } = await this.sealed.get(this.source.manager, digest);
    if (!files.some((file) => file.fileId === fileId)) throw new DomainError('not_found', { id: fileId });
    const person = ctx.actor.realm === 'staff' ? { personId: ctx.actor.id } : {};
    const link = await this.remote.callAsSystem(attachmentApi.issueLink, { fileId, use, ...person }, ctx.trace);
    return this.unitOfWork.run(
      ctx,
      (tx) => {
        tx.touch('delivery', deliveryId);
        return Promise.resolve(link);
      },
      { keep: false },
    );
  }
}
