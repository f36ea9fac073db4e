import { Injectable } from '@nestjs/common';
import { Empty } from '@karez/contracts-kernel';
import { type Actor, type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
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
        await this.#assertRoom(tx.manager, ctx.actor, size);
        const upload = { id, name: cleanFileName(name), size, announcedSha256: announcedSha256?.toLowerCase() ?? null };
        await tx.save(StoredFile.begin(upload, ctx.actor, ctx.now));
        return new Empty();
      },
      // the id is new each time: a repeated POST is another upload, and the one that nobody continues expires
      { keep: false },
    );
  }

  /** What is in use is the business of the service that holds it; the rest has bounds, or one person fills the disk of all. */
  async #assertRoom(manager: EntityManager, { realm, id }: Actor, size: number): Promise<void> {
    // counted one after the other, or a hundred that begin at once would all find room
    await manager.query('select pg_advisory_xact_lock(hashtext($1))', [`upload:${realm}:${id}`]);
    const [unused] = await manager.query<{ open: string; bytes: string }[]>(
      `select count(*) filter (where state = 'receiving') as open, coalesce(sum(size), 0) as bytes from file
       where uploader_realm = $1 and uploader_id = $2 and state in ('receiving', 'quarantined', 'clean', 'not_scanned')
         and not exists (select 1 from attachment where file_id = file.id)`,
      [realm, id],
    );
    const { openUploads, quotaBytes } = this.config;
    if (Number(unused!.open) >= openUploads) throw new DomainError('files.upload.too_many_open', { open: unused!.open });
    if (Number(unused!.bytes) + size > quotaBytes) {
      throw new DomainError('files.upload.quota_reached', { max: `${Math.floor(quotaBytes / 1024 / 1024)} MB` });
    }
  }
}
