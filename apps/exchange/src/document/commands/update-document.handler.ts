import { Injectable } from '@nestjs/common';
import type { DocumentView, UpdateDocument } from '@karez/contracts-exchange';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { Bodies } from '../../body/bodies.js';
import { DocumentFiles } from '../document-files.js';
import { numberTaken } from '../document-number.js';
import { DocumentViews } from '../document.views.js';
import { OfficialDocument } from '../document.entity.js';
import { completeElements } from '../elements.policy.js';

/** A draft is written anew, on the version that the writer has seen. */
@Injectable()
export class UpdateDocumentHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bodies: Bodies,
    private readonly files: DocumentFiles,
    private readonly views: DocumentViews,
  ) {}

  async execute(request: UpdateDocument, ctx: Ctx): Promise<DocumentView> {
    const { documentId, version, files = [] } = request;
    await this.files.attach(documentId, files, ctx);
    const { dropped } = await this.unitOfWork.run(ctx, async (tx) => {
      const document = await tx.loadInScope(OfficialDocument, documentId, 'exchange.document.write', (alias) => ({
        org: `${alias}.org_id`,
      }));
      document.edit(completeElements(request, await this.bodies.get(tx.manager, document.orgId)), version);
      await numberTaken(document, () => tx.save(document));
      const before = await this.files.read(tx.manager, documentId);
      await this.files.write(tx.manager, documentId, files);
      const kept = new Set(files.map(({ fileId }) => fileId));
      return { dropped: before.filter(({ fileId }) => !kept.has(fileId)).map(({ fileId }) => fileId) };
    });
    await this.files.detach(documentId, dropped, ctx.trace);
    return this.views.one(documentId, ctx);
  }
}
