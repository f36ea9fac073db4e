import { Controller } from '@nestjs/common';
import { type ListNotifications, notificationApi, type NotificationRow, type ReadNotification } from '@karez/contracts-identity';
import type { Empty, Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { ReadNotificationHandler } from './commands/read-notification.handler.js';
import { listNotifications } from './notification.lists.js';

@Controller()
export class NotificationController implements Handlers<typeof notificationApi> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readHandler: ReadNotificationHandler,
  ) {}

  @Handles(notificationApi.listNotifications)
  listNotifications(request: ListNotifications, ctx: Ctx): Promise<Page<NotificationRow>> {
    return listNotifications(this.dataSource, request, ctx.actor.id);
  }

  @Handles(notificationApi.readNotification)
  readNotification({ notificationId }: ReadNotification, ctx: Ctx): Promise<Empty> {
    return this.readHandler.execute(notificationId, ctx);
  }

  @Handles(notificationApi.readAllNotifications)
  readAllNotifications(_request: Empty, ctx: Ctx): Promise<Empty> {
    return this.readHandler.executeForAll(ctx);
  }
}
