import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { DomainError } from '@karez/kernel';
import type { DataSource } from 'typeorm';
import { StoredFile } from '../file/file.entity.js';
import type { IncomingFiles } from './incoming-files.js';

/**
 * What @tus/server asks of a store: the length of an upload stands in the database, its offset is the size of its file, so
 * there is no third place that a crash could leave behind.
 */
export class UploadStore extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];

  constructor(
    private readonly source: DataSource,
    private readonly incoming: IncomingFiles,
    private readonly lifetimeMs: number,
    /** Gives an upload up, row and bytes. */
    private readonly abandon: (id: string) => Promise<void>,
  ) {
    super();
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.incoming.create(upload.id);
    upload.creation_date = new Date().toISOString();
    return upload;
  }

  override async write(bytes: Readable, id: string, offset: number): Promise<number> {
    try {
      await this.incoming.append(id, offset, bytes);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new DomainError('files.upload.no_space');
      throw error;
    }
    return (await this.incoming.size(id)) ?? offset;
  }

  override async getUpload(id: string): Promise<Upload> {
    const file = await this.source.getRepository(StoredFile).findOneBy({ id });
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- what @tus/server expects of a store
    if (!file || file.state === 'discarded') throw ERRORS.FILE_NOT_FOUND;
    const offset = file.state === 'receiving' ? await this.incoming.size(id) : file.size;
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- what @tus/server expects of a store
    if (offset === undefined) throw ERRORS.FILE_NO_LONGER_EXISTS;
    return new Upload({ id, size: file.size, offset, metadata: { filename: file.name }, creation_date: file.createdAt.toISOString() });
  }

  override async remove(id: string): Promise<void> {
    await this.abandon(id);
  }

  override getExpiration(): number {
    return this.lifetimeMs;
  }
}
