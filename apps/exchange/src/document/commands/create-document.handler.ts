import { Injectable } from '@nestjs/common';
import type { CreateDocument, DocumentView } from '@karez/contracts-exchange';
import { type Ctx, newId } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { ActingBody } from '../../body/acting-body.js';
import { DocumentFiles } from '../document-files.js';
import { numberTaken } from '../document-number.js';
import { DocumentViews } from '../document.views.js';
import { OfficialDocument } from '../document.entity.js';
import { completeElements } from '../elements.policy.js';

/** 登记待发公文. */
@Injectable()
export class CreateDocumentHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acting: ActingBody,
    private readonly files: DocumentFiles,
    private readonly views: DocumentViews,
  ) {}

  async execute(request: CreateDocument, ctx: Ctx): Promise<DocumentView> {
    const { files = [] } = request;
    const id = newId();
    const sender = await this.acting.of(ctx, 'exchange.document.write', request.orgId);
    const elements = completeElements(request, sender);
    await this.files.attach(id, files, ctx);
    const { documentId } = await this.unitOfWork.run(ctx, async (tx) => {
      const document = OfficialDocument.draft(id, sender.id, elements, ctx.actor, ctx.now);
      await numberTaken(document, () => tx.save(document));
      await this.files.write(tx.manager, id, files);
      return { documentId: id };
    });
    return this.views.one(documentId, ctx);
  }
}
