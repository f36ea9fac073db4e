import { Module } from '@nestjs/common';
import { OrgCopy } from '@karez/service';
import { ImportItemsHandler } from './item/commands/import-items.handler.js';
import { OpenItemHandler } from './item/commands/open-item.handler.js';
import { ItemPublisher } from './item/item-publisher.js';
import { ItemController } from './item/item.controller.js';
import { ItemLists } from './item/item.lists.js';
import { CatalogueTask } from './seed/catalogue.task.js';

const item = [ItemLists, ItemPublisher, ImportItemsHandler, OpenItemHandler];

/** 行政审批: one window in, the same window out. */
@Module({ controllers: [ItemController], providers: [OrgCopy, ...item, CatalogueTask] })
export class ApprovalModule {}
