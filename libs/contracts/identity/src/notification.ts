import { ListRequest } from '@karez/contracts-kernel';
import { IsBoolean, IsIn, IsISO8601, IsObject, IsOptional, IsString, IsUUID } from 'class-validator';
import { Transform } from 'class-transformer';

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
