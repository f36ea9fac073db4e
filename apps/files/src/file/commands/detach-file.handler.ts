import { Injectable } from '@nestjs/common';
import type { DetachFile } from '@karez/contracts-files';
import { Empty } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';

/** A service lets go of a file; when nobody else holds it, the clock of unattached files takes it. */
@Injectable()
export class DetachFileHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ fileId, thing, thingId }: DetachFile, ctx: Ctx): Promise<Empty> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const attachment = [fileId, ctx.actor.id, thing, thingId];
      await tx.manager.query('delete from attachment where file_id = $1 and service = $2 and thing = $3 and thing_id = $4', attachment);
      tx.touch('file', fileId);
      return new Empty();
    });
  }
}
