import { Injectable } from '@nestjs/common';
import { Empty } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { StoredFile } from '../../file/file.entity.js';
import { IncomingFiles } from '../incoming-files.js';

/** An upload is given up before its last byte, by its uploader or by the clock. */
@Injectable()
export class AbandonUploadHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly incoming: IncomingFiles,
  ) {}

  async execute(fileId: string, ctx: Ctx): Promise<void> {
    await this.unitOfWork.run(
      ctx,
      async (tx) => {
        const file = await tx.load(StoredFile, fileId);
        if (file.state !== 'receiving') return new Empty();
        file.discard();
        await tx.save(file);
        return new Empty();
      },
      { keep: false },
    );
    await this.incoming.remove(fileId);
  }
}
