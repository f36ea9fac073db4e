import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-approval';
import { documentApi } from '@karez/contracts-approval';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { OpenDocumentHandler } from './commands/open-document.handler.js';

@Controller()
export class DocumentController implements Handlers<typeof documentApi, 'openDocument'> {
  constructor(private readonly opening: OpenDocumentHandler) {}

  @Handles(documentApi.openDocument)
  openDocument(request: contract.OpenDocument, ctx: Ctx): Promise<contract.DocumentLink> {
    return this.opening.execute(request, ctx);
  }
}
