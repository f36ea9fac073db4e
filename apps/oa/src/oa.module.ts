import { Module } from '@nestjs/common';
import { OrgCopy } from '@karez/service';
import { OaConfig } from './config.js';
import { CloseNoticeHandler } from './notice/commands/close-notice.handler.js';
import { RegisterNoticeHandler } from './notice/commands/register-notice.handler.js';
import { NoticeController } from './notice/notice.controller.js';
import { NoticeLists } from './notice/notice.lists.js';

@Module({
  controllers: [NoticeController],
  providers: [{ provide: OaConfig, useFactory: () => new OaConfig() }, OrgCopy, NoticeLists, RegisterNoticeHandler, CloseNoticeHandler],
})
export class OaModule {}
