import { Controller } from '@nestjs/common';
import { type CloseNotice, type GetNotice, type ListNotices, type RegisterNotice, noticeApi, type NoticeView } from '@karez/contracts-oa';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { CloseNoticeHandler } from './commands/close-notice.handler.js';
import { RegisterNoticeHandler } from './commands/register-notice.handler.js';
import { NoticeLists } from './notice.lists.js';

@Controller()
export class NoticeController implements Handlers<typeof noticeApi> {
  constructor(
    private readonly lists: NoticeLists,
    private readonly registerHandler: RegisterNoticeHandler,
    private readonly closeHandler: CloseNoticeHandler,
  ) {}

  @Handles(noticeApi.listNotices)
  listNotices(request: ListNotices, ctx: Ctx): Promise<Page<NoticeView>> {
    return this.lists.page(request, ctx);
  }

  @Handles(noticeApi.getNotice)
  getNotice(request: GetNotice, ctx: Ctx): Promise<NoticeView> {
    return this.lists.one(request, ctx);
  }

  @Handles(noticeApi.registerNotice)
  registerNotice(request: RegisterNotice, ctx: Ctx): Promise<NoticeView> {
    return this.registerHandler.execute(request, ctx);
  }

  @Handles(noticeApi.closeNotice)
  closeNotice(request: CloseNotice, ctx: Ctx): Promise<NoticeView> {
    return this.closeHandler.execute(request, ctx);
  }
}
