import { Injectable } from '@nestjs/common';
import type { RegisterNotice, NoticeView } from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { OaConfig } from '../../config.js';
import { Notice } from '../notice.entity.js';
import { assertRoom } from '../notice.policy.js';
import { noticeView } from '../notice.view.js';

/** 登记通知. It belongs to the body for which the caller acts. */
@Injectable()
export class RegisterNoticeHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly config: OaConfig,
  ) {}

  execute({ name }: RegisterNotice, ctx: Ctx): Promise<NoticeView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { orgId } = ctx.actor;
      if (!orgId || !(await tx.reaches('oa.notice.write', orgId))) throw new DomainError('auth.out_of_scope');
      // of two that take the last free place at once, one waits here and is refused
      await tx.manager.query(`select pg_advisory_xact_lock(hashtext('oa.notice ' || $1))`, [orgId]);
      assertRoom(await tx.manager.countBy(Notice, { orgId, state: 'open' }), this.config.openNotices);
      const notice = Notice.register(name, orgId, ctx.now);
      await tx.save(notice);
      return noticeView(notice, ctx.actor);
    });
  }
}
