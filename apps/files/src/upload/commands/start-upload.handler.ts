import { Injectable } from '@nestjs/common';
import { Empty } from '@karez/contracts-kernel';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { FilesConfig } from '../../config.js';
import { StoredFile } from '../../file/file.entity.js';
import { cleanFileName } from '../file-name.js';
import { IncomingFiles } from '../incoming-files.js';

/** What a caller says of an upload before its first byte. */
export interface StartUpload {
  readonly id: string;
  readonly name: string | null | undefined;
  readonly size: number;
  /** Hexadecimal SHA-256 that the whole must have. */
  readonly announcedSha256: string | null | undefined;
}

/** Someone begins to upload a file. */
@Injectable()
export class StartUploadHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly incoming: IncomingFiles,
    private readonly config: FilesConfig,
  ) {}

  async execute({ id, name, size, announcedSha256 }: StartUpload, ctx: Ctx): Promise<void> {
    if (!name) throw new DomainError('files.upload.name_missing');
    if (!size) throw new DomainError('files.upload.empty');
    if (announcedSha256 && !/^[0-9a-f]{64}$/i.test(announcedSha256)) throw new DomainError('files.upload.protocol', { reason: 'sha256' });
    if (!(await this.incoming.hasRoomFor(size))) throw new DomainError('files.upload.no_space');
    await this.unitOfWork.run(
      ctx,
      async (tx) => {
        const { realm, id: uploaderId } = ctx.actor;
        // counted one after the other, or a hundred that begin at once would all find room
        await tx.manager.query('select pg_advisory_xact_lock(hashtext($1))', [`upload:${realm}:${uploaderId}`]);
        const open = await tx.manager.countBy(StoredFile, { uploaderRealm: realm, uploaderId, state: 'receiving' });
        if (open >= this.config.openUploads) throw new DomainError('files.upload.too_many_open', { open });
        const upload = { id, name: cleanFileName(name), size, announcedSha256: announcedSha256?.toLowerCase() ?? null };
        await tx.save(StoredFile.begin(upload, ctx.actor, ctx.now));
        return new Empty();
      },
      // the id is new each time: a repeated POST is another upload, and the one that nobody continues expires
      { keep: false },
    );
  }
}
