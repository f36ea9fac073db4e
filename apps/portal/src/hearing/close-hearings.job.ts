import { Injectable } from '@nestjs/common';
import { type DueTask, OnTask } from '@karez/messaging';
import { Hearing } from './hearing.entity.js';
import { Voices } from './voices.js';

/** Closes a hearing at its time; one that was closed before is left alone. */
@Injectable()
export class CloseHearingsJob {
  constructor(private readonly voices: Voices) {}

  @OnTask('portal.close-hearing')
  async close(task: DueTask): Promise<void> {
    const { hearingId } = task.payload as { readonly hearingId: string };
    await task.complete(async (tx) => {
      const hearing = await tx.load(Hearing, hearingId);
      if (hearing.state !== 'open' || tx.ctx.now < hearing.closesAt) return;
      hearing.close(await this.voices.count(tx.manager, hearing), tx.ctx.now);
      await tx.save(hearing);
    });
  }
}
