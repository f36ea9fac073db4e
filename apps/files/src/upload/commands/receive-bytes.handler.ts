import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ReceiveBytes, Receiving } from '@karez/contracts-files';
import { type Ctx, DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { isHeldBy } from '../../file/attachments.js';
import { StoredFile } from '../../file/file.entity.js';
import { IncomingFiles } from '../incoming-files.js';
import { FinishUploadHandler } from './finish-upload.handler.js';

/** The next piece of a file that a service takes in. A piece for another place changes nothing: the answer says which is wanted. */
@Injectable()
export class ReceiveBytesHandler {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly incoming: IncomingFiles,
    private readonly finish: FinishUploadHandler,
  ) {}

  /** @throws DomainError `not_found` for a file that the service does not hold, `files.upload.over` when its time has passed */
  async execute({ fileId, offset, bytes }: ReceiveBytes, ctx: Ctx): Promise<Receiving> {
    const { size, at } = await this.source.transaction(async (manager) => {
      // one piece after the other: two that are written at once would be one damaged file
      await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`receiving:${fileId}`]);
      const file = (await isHeldBy(manager, fileId, ctx.actor.id)) ? await manager.findOneBy(StoredFile, { id: fileId }) : null;
      if (!file) throw new DomainError('not_found', { id: fileId });
      if (file.state !== 'receiving') return { size: file.size, at: file.size };
      const have = await this.incoming.size(fileId);
      if (have === undefined) throw new DomainError('files.upload.over');
      const piece = Buffer.from(bytes, 'base64').subarray(0, file.size - have);
      if (offset !== have || !piece.length) return { size: file.size, at: have };
      await this.incoming.append(fileId, have, Readable.from([piece]));
      return { size: file.size, at: have + piece.length };
    });
    if (at === size) await this.finish.execute(fileId, ctx);
    return { fileId, offset: at, size };
  }
}
