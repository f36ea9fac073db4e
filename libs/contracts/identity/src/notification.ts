import { command, defineApi, Empty, ListRequest, pageOf, query } from '@karez/contracts-kernel';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsISO8601, IsObject, IsOptional, IsUUID } from 'class-validator';

/** What a person is told about their own account. Texts are rendered by the screen from kind and params. */
export const notificationKinds = [
  'signed_in_elsewhere',
  'password_changed',
  'password_reset',
  'factor_enrolled',
  'factor_removed',
  'role_granted',
  'role_withdrawn',
  'post_assigned',
  'post_ended',
  'refresh_reused',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

export class NotificationRow {
  @IsUUID() id!: string;
  @IsIn(notificationKinds) kind!: NotificationKind;
  @IsObject() params!: Record<string, string>;
  @IsISO8601() at!: string;
  @IsBoolean() read!: boolean;
}
export class ListNotifications extends ListRequest {
  @IsOptional() @Transform(({ value }) => value === true || value === 'true') @IsBoolean() unread?: boolean;
}
export class ReadNotification {
  @IsUUID() notificationId!: string;
}

export const notificationApi = defineApi('identity', {
  listNotifications: query({
    version: 1,
    http: 'GET /identity/me/notifications',
    needs: 'staff',
    request: ListNotifications,
    response: pageOf(NotificationRow),
    summary: '我的提醒',
  }),
  readNotification: command({
    version: 1,
    http: 'POST /identity/me/notifications/:notificationId/read',
    needs: 'staff',
    request: ReadNotification,
    response: Empty,
    summary: '提醒已读',
  }),
  readAllNotifications: command({
    version: 1,
    http: 'POST /identity/me/notifications/read',
    needs: 'staff',
    request: Empty,
    response: Empty,
    summary: '提醒全部已读',
  }),
});
