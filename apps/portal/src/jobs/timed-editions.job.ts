import { Injectable } from '@nestjs/common';
import { type DueTask, OnTask } from '@karez/messaging';
import { Edition } from '../edition/edition.entity.js';
import { Publishing } from '../edition/publishing.js';

const timed = { kind: 'notice', reason: '到期自动撤下', notice: '本文已过有效期，仅供查阅。' } as const;

/** 定时发布 and 定时撤下: a timer whose edition has moved meanwhile does nothing. */
@Injectable()
export class TimedEditionsJob {
  constructor(private readonly publishing: Publishing) {}

  @OnTask('portal.publish')
  async publish(task: DueTask): Promise<void> {
    const { editionId, version } = task.payload as { readonly editionId: string; readonly version: number };
    await task.complete(async (tx) => {
      const edition = await tx.load(Edition, editionId);
      if (edition.state === 'scheduled' && edition.version === version) await this.publishing.publish(tx, edition, edition.withdrawAt);
    });
  }

  @OnTask('portal.withdraw')
  async withdraw(task: DueTask): Promise<void> {
    const { editionId } = task.payload as { readonly editionId: string };
    await task.complete(async (tx) => {
      const edition = await tx.load(Edition, editionId);
      if (edition.state === 'live' && edition.withdrawAt && edition.withdrawAt <= tx.ctx.now)
        await this.publishing.withdraw(tx, edition, { editionId, ...timed });
    });
  }
}
