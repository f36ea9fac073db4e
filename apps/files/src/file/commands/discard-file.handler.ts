import { Injectable } from '@nestjs/common';
import type { DiscardFile } from '@karez/contracts-files';
import { Empty } from '@karez/contracts-kernel';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { IncomingFiles } from '../../upload/incoming-files.js';
import { isHeld } from '../attachments.js';
import { StoredFile } from '../file.entity.js';

/** The uploader gives up a file that nobody holds. Its stored bytes go with the next sweep, unless another file has the same. */
@Injectable()
export class DiscardFileHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly incoming: IncomingFiles,
  ) {}

  async execute({ fileId }: DiscardFile, ctx: Ctx): Promise<Empty> {
    const done = await this.unitOfWork.run(ctx, async (tx) => {
      const file = await tx.load(StoredFile, fileId);
      if (!file.isOf(ctx.actor) || file.state === 'discarded') throw new DomainError('not_found', { id: fileId });
      if (await isHeld(tx.manager, fileId)) throw new DomainError('files.file.attached', { id: fileId });
      file.discard();
      await tx.save(file);
      return new Empty();
    });
    await this.incoming.remove(fileId);
    return done;
  }
}
