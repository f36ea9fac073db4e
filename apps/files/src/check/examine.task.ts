import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DomainError } from '@karez/kernel';
import { type DueTask, OnTask } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { ContentRegister } from '../content/content-register.js';
import { type Digests, digestsOf } from '../content/digests.js';
import { StoredFile } from '../file/file.entity.js';
import { withBytesOf } from '../recognise/byte-source.js';
import { recognise, type Recognised } from '../recognise/recognise.js';
import { IncomingFiles } from '../upload/incoming-files.js';
import { examineTask, type FileTask, scanTask } from './task-kinds.js';

/** Looks at a file that has fully come: its type by its content, its digests in one pass over the whole. Never at half a file. */
@Injectable()
export class ExamineTask {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly incoming: IncomingFiles,
    private readonly contents: ContentRegister,
  ) {}

  @OnTask(examineTask)
  async examine(task: DueTask<FileTask>): Promise<void> {
    const { fileId } = task.payload;
    const file = await this.source.getRepository(StoredFile).findOneBy({ id: fileId });
    if (file?.state !== 'quarantined') return;
    const found = await this.#lookAt(file);
    await task.complete(async (tx) => {
      const quarantined = await tx.load(StoredFile, fileId);
      if (quarantined.state !== 'quarantined') return;
      if (found instanceof DomainError) quarantined.refuse(found, tx.ctx.now);
      else {
        await this.contents.note(tx.manager, found);
        quarantined.identify(found);
        await tx.schedule(scanTask, tx.ctx.now, { fileId });
      }
      await tx.save(quarantined);
    });
    if (found instanceof DomainError) await this.incoming.remove(fileId);
  }

  async #lookAt({ id, name, size, announcedSha256 }: StoredFile): Promise<(Digests & Recognised) | DomainError> {
    const path = this.incoming.path(id);
    try {
      const recognised = await withBytesOf(path, (source) => recognise(source, name));
      const digests = await digestsOf(createReadStream(path, { highWaterMark: 1024 * 1024 }));
      if (digests.size !== size) throw new Error(`the file has ${digests.size} bytes, the upload had ${size}`);
      if (announcedSha256 && announcedSha256 !== digests.sha256) throw new DomainError('files.upload.digest_mismatch');
      return { ...digests, ...recognised };
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }
}
