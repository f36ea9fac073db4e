import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-files';
import { attachmentApi, fileApi } from '@karez/contracts-files';
import type { Empty, Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { AttachFileHandler } from './commands/attach-file.handler.js';
import { DetachFileHandler } from './commands/detach-file.handler.js';
import { DiscardFileHandler } from './commands/discard-file.handler.js';
import { IssueDownloadLinkHandler } from './commands/issue-download-link.handler.js';
import { IssueLinkHandler } from './commands/issue-link.handler.js';
import { FileLists } from './file.lists.js';

/** What people may ask of files over the bus; bytes go by HTTP. */
@Controller()
export class FileController implements Handlers<typeof fileApi> {
  constructor(
    private readonly lists: FileLists,
    private readonly issueOwn: IssueDownloadLinkHandler,
    private readonly discard: DiscardFileHandler,
  ) {}

  @Handles(fileApi.listMyFiles)
  listMyFiles(request: contract.ListFiles, ctx: Ctx): Promise<Page<contract.FileView>> {
    return this.lists.mine(request, ctx);
  }
  @Handles(fileApi.listFiles)
  listFiles(request: contract.ListFiles, ctx: Ctx): Promise<Page<contract.FileView>> {
    return this.lists.register(request, ctx);
  }
  @Handles(fileApi.getFile)
  getFile({ fileId }: contract.GetFile, ctx: Ctx): Promise<contract.FileView> {
    return this.lists.one(fileId, ctx);
  }
  @Handles(fileApi.issueDownloadLink)
  issueDownloadLink(request: contract.IssueDownloadLink, ctx: Ctx): Promise<contract.FileLink> {
    return this.issueOwn.execute(request, ctx);
  }
  @Handles(fileApi.discardFile)
  discardFile(request: contract.DiscardFile, ctx: Ctx): Promise<Empty> {
    return this.discard.execute(request, ctx);
  }
}

/** What other services may ask of the files that they hold. */
@Controller()
export class AttachmentController implements Handlers<typeof attachmentApi> {
  constructor(
    private readonly lists: FileLists,
    private readonly attach: AttachFileHandler,
    private readonly detach: DetachFileHandler,
    private readonly issue: IssueLinkHandler,
  ) {}

  @Handles(attachmentApi.attachFile)
  attachFile(request: contract.AttachFile, ctx: Ctx): Promise<contract.FileView> {
    return this.attach.execute(request, ctx);
  }
  @Handles(attachmentApi.detachFile)
  detachFile(request: contract.DetachFile, ctx: Ctx): Promise<Empty> {
    return this.detach.execute(request, ctx);
  }
  @Handles(attachmentApi.listAttached)
  listAttached(request: contract.ListAttached, ctx: Ctx): Promise<contract.FileList> {
    return this.lists.attached(request, ctx);
  }
  @Handles(attachmentApi.issueLink)
  issueLink(request: contract.IssueLink, ctx: Ctx): Promise<contract.FileLink> {
    return this.issue.execute(request, ctx);
  }
}
