import { Module } from '@nestjs/common';
import { CloseNoticeHandler } from './commands/close-notice.handler.js';
import { RegisterNoticeHandler } from './commands/register-notice.handler.js';
import { NoticeController } from './notice.controller.js';
import { NoticeLists } from './notice.lists.js';

@Module({ controllers: [NoticeController], providers: [NoticeLists, RegisterNoticeHandler, CloseNoticeHandler] })
export class NoticeModule {}
