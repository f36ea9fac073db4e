import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-exchange';
import { documentApi } from '@karez/contracts-exchange';
import type { Empty, Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { CreateDocumentHandler } from './commands/create-document.handler.js';
import { DiscardDocumentHandler } from './commands/discard-document.handler.js';
import { SealDocumentHandler } from './commands/seal-document.handler.js';
import { UpdateDocumentHandler } from './commands/update-document.handler.js';
import { DocumentLists } from './document.lists.js';
import { DocumentViews } from './document.views.js';

@Controller()
export class DocumentController implements Handlers<typeof documentApi> {
  constructor(
    private readonly views: DocumentViews,
    private readonly lists: DocumentLists,
    private readonly create: CreateDocumentHandler,
    private readonly update: UpdateDocumentHandler,
    private readonly seal: SealDocumentHandler,
    private readonly discard: DiscardDocumentHandler,
  ) {}

  @Handles(documentApi.createDocument)
  createDocument(request: contract.CreateDocument, ctx: Ctx): Promise<contract.DocumentView> {
    return this.create.execute(request, ctx);
  }
  @Handles(documentApi.updateDocument)
  updateDocument(request: contract.UpdateDocument, ctx: Ctx): Promise<contract.DocumentView> {
    return this.update.execute(request, ctx);
  }
  @Handles(documentApi.listDocuments)
  listDocuments(request: contract.ListDocuments, ctx: Ctx): Promise<Page<contract.DocumentRow>> {
    return this.lists.list(request, ctx);
  }
  @Handles(documentApi.nextDocumentNumber)
  nextDocumentNumber(request: contract.NextNumber, ctx: Ctx): Promise<contract.NextNumberView> {
    return this.lists.nextNumber(request, ctx);
  }
  @Handles(documentApi.getDocument)
  getDocument({ documentId }: contract.GetDocument, ctx: Ctx): Promise<contract.DocumentView> {
    return this.views.one(documentId, ctx);
  }
  @Handles(documentApi.sealDocument)
  sealDocument(request: contract.GetDocument, ctx: Ctx): Promise<contract.DocumentView> {
    return this.seal.execute(request, ctx);
  }
  @Handles(documentApi.discardDocument)
  discardDocument(request: contract.GetDocument, ctx: Ctx): Promise<Empty> {
    return this.discard.execute(request, ctx);
  }
}
