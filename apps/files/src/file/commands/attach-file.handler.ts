import { Injectable } from '@nestjs/common';
import type { AttachFile, FileState, FileView } from '@karez/contracts-files';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { FilesConfig } from '../../config.js';
import { ContentRegister } from '../../content/content-register.js';
import { isHeldBy } from '../attachments.js';
import { StoredFile } from '../file.entity.js';
import { fileView } from '../file.view.js';
import { assertReadable } from '../reading.policy.js';

/** A form may be handed in while its attachment is still being scanned. */
const waiting: readonly FileState[] = ['quarantined'];

/** A service takes a file for one of its things, so that it stays. */
@Injectable()
export class AttachFileHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contents: ContentRegister,
    private readonly config: FilesConfig,
  ) {}

  execute({ fileId, thing, thingId, uploaderId }: AttachFile, ctx: Ctx): Promise<FileView> {
    const { unscanned } = this.config;
    return this.unitOfWork.run(ctx, async (tx) => {
      const service = ctx.actor.id;
      const file = await tx.load(StoredFile, fileId);
      // a service that is handed an id by a person must not lend its own hand to reading someone else's file
      if (file.uploaderId !== uploaderId && !(await isHeldBy(tx.manager, fileId, service)))
        throw new DomainError('not_found', { id: fileId });
      const damaged = await this.contents.isDamaged(tx.manager, file.sha256);
      if (!waiting.includes(file.state)) assertReadable({ ...file, damaged }, 'download', unscanned);
      const attachment = [fileId, service, thing, thingId];
      await tx.manager.query(
        'insert into attachment (file_id, service, thing, thing_id) values ($1, $2, $3, $4) on conflict do nothing',
        attachment,
      );
      tx.touch('file', fileId);
      return fileView({ ...file, attached: true, damaged }, ctx.actor, unscanned);
    });
  }
}
