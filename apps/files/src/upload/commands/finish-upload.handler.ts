import { Injectable } from '@nestjs/common';
import { Empty } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { checkTask } from '../../check/task-kinds.js';
import { StoredFile } from '../../file/file.entity.js';

/** The last byte has come: into quarantine, and to be looked at. Done twice it has one effect. */
@Injectable()
export class FinishUploadHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(fileId: string, ctx: Ctx): Promise<void> {
    await this.unitOfWork.run(
      ctx,
      async (tx) => {
        const file = await tx.load(StoredFile, fileId);
        if (file.state !== 'receiving') return new Empty();
        file.receive(ctx.now);
        await tx.save(file);
        await tx.schedule(checkTask, ctx.now, { fileId });
        return new Empty();
      },
      { keep: false },
    );
  }
}
