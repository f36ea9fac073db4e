import { Injectable } from '@nestjs/common';
import type { FileLink, IssueDownloadLink } from '@karez/contracts-files';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { FilesConfig } from '../../config.js';
import { ContentRegister } from '../../content/content-register.js';
import { LinkSigner } from '../../download/link.js';
import { StoredFile } from '../file.entity.js';
import { assertReadable } from '../reading.policy.js';

/** The uploader reads an own file. Whoever else may read it is told by the service that holds it. */
@Injectable()
export class IssueDownloadLinkHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contents: ContentRegister,
    private readonly links: LinkSigner,
    private readonly config: FilesConfig,
  ) {}

  execute({ fileId, use }: IssueDownloadLink, ctx: Ctx): Promise<FileLink> {
    return this.unitOfWork.run(
      ctx,
      async (tx) => {
        const file = await tx.load(StoredFile, fileId);
        if (!file.isOf(ctx.actor)) throw new DomainError('not_found', { id: fileId });
        assertReadable({ ...file, damaged: await this.contents.isDamaged(tx.manager, file.sha256) }, use, this.config.unscanned);
        tx.touch('file', fileId);
        return this.links.sign({ fileId, use }, ctx.now);
      },
      { keep: false },
    );
  }
}
