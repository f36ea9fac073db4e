import { Injectable } from '@nestjs/common';
import type { FileLink, IssueLink } from '@karez/contracts-files';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { FilesConfig } from '../../config.js';
import { ContentRegister } from '../../content/content-register.js';
import { LinkSigner } from '../../download/link.js';
import { isHeldBy } from '../attachments.js';
import { StoredFile } from '../file.entity.js';
import { assertReadable } from '../reading.policy.js';

/** A service that holds the file has decided that someone may read it. */
@Injectable()
export class IssueLinkHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contents: ContentRegister,
    private readonly links: LinkSigner,
    private readonly config: FilesConfig,
  ) {}

  execute({ fileId, use, personId }: IssueLink, ctx: Ctx): Promise<FileLink> {
    return this.unitOfWork.run(
      ctx,
      async (tx) => {
        if (!(await isHeldBy(tx.manager, fileId, ctx.actor.id))) throw new DomainError('not_found', { id: fileId });
        const file = await tx.load(StoredFile, fileId);
        assertReadable({ ...file, damaged: await this.contents.isDamaged(tx.manager, file.sha256) }, use, this.config.unscanned);
        tx.touch('file', fileId);
        return this.links.sign({ fileId, use, ...(personId ? { personId } : {}) }, ctx.now);
      },
      { keep: false },
    );
  }
}
