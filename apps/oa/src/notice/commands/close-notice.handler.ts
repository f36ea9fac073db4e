import { Injectable } from '@nestjs/common';
import type { CloseNotice, NoticeView } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { Notice } from '../notice.entity.js';
import { noticeView } from '../notice.view.js';

/** 关闭通知. */
@Injectable()
export class CloseNoticeHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ noticeId, reason }: CloseNotice, ctx: Ctx): Promise<NoticeView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const notice = await tx.loadInScope(Notice, noticeId, 'oa.notice.write', (alias) => ({ org: `${alias}.org_id` }));
      notice.close(reason, ctx.now);
      await tx.save(notice);
      return noticeView(notice, ctx.actor);
    });
  }
}
