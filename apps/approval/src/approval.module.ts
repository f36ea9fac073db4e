import { Module } from '@nestjs/common';
import { OrgCopy } from '@karez/service';
import { ApprovalConfig } from './config.js';
import { CloseItemHandler } from './item/commands/close-item.handler.js';
import { RegisterItemHandler } from './item/commands/register-item.handler.js';
import { ItemController } from './item/item.controller.js';
import { ItemLists } from './item/item.lists.js';

@Module({
  controllers: [ItemController],
  providers: [
    { provide: ApprovalConfig, useFactory: () => new ApprovalConfig() },
    OrgCopy,
    ItemLists,
    RegisterItemHandler,
    CloseItemHandler,
  ],
})
export class ApprovalModule {}
