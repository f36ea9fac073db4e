import { Module } from '@nestjs/common';
import { OrgCopy } from '@karez/service';
import { PortalConfig } from './config.js';
import { CloseArticleHandler } from './article/commands/close-article.handler.js';
import { RegisterArticleHandler } from './article/commands/register-article.handler.js';
import { ArticleController } from './article/article.controller.js';
import { ArticleLists } from './article/article.lists.js';

@Module({
  controllers: [ArticleController],
  providers: [
    { provide: PortalConfig, useFactory: () => new PortalConfig() },
    OrgCopy,
    ArticleLists,
    RegisterArticleHandler,
    CloseArticleHandler,
  ],
})
export class PortalModule {}
