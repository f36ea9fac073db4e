import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { Empty } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { ContentRegister } from '../content/content-register.js';
import { type Digests, digestsOf } from '../content/digests.js';
import { StoredFile } from '../file/file.entity.js';
import { jobContext } from '../jobs/job-context.js';
import { withBytesOf } from '../recognise/byte-source.js';
import { recognise, type Recognised } from '../recognise/recognise.js';
import { IncomingFiles } from '../upload/incoming-files.js';

/** The look at a file that has fully come: its type by its content, its digests in one pass over the whole. Never at half a file. */
@Injectable()
export class Examination {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly incoming: IncomingFiles,
    private readonly contents: ContentRegister,
  ) {}

  /** Writes down what the file is, or refuses it and destroys its bytes. */
  async examine(file: StoredFile, trace: string): Promise<void> {
    const found = await this.#lookAt(file);
    await this.unitOfWork.run({ ...jobContext('examineFile'), trace }, async (tx) => {
      const quarantined = await tx.load(StoredFile, file.id);
      if (quarantined.state !== 'quarantined' || quarantined.sha256) return new Empty();
      if (found instanceof DomainError) quarantined.refuse(found, tx.ctx.now);
      else {
        await this.contents.note(tx.manager, found);
        quarantined.identify(found);
      }
      await tx.save(quarantined);
      return new Empty();
    });
    if (found instanceof DomainError) await this.incoming.remove(file.id);
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
