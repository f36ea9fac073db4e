import { Injectable } from '@nestjs/common';
import { Empty } from '@karez/contracts-kernel';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';

/** 提醒已读, one or all of the caller's own. */
@Injectable()
export class ReadNotificationHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(notificationId: string, ctx: Ctx): Promise<Empty> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const [rows] = await tx.manager.query<[unknown[], number]>(
        'update notification set read_at = coalesce(read_at, $3) where id = $1 and person_id = $2 returning id',
        [...[notificationId, ctx.actor.id, ctx.now]],
      );
      if (!rows.length) throw new DomainError('not_found', { id: notificationId });
      tx.touch('notification', notificationId);
      return new Empty();
    });
  }

  executeForAll(ctx: Ctx): Promise<Empty> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await tx.manager.query('update notification set read_at = $2 where person_id = $1 and read_at is null', [ctx.actor.id, ctx.now]);
      tx.touch('person', ctx.actor.id);
      return new Empty();
    });
  }
}
