import type { ListNotifications, NotificationKind, NotificationRow } from '@karez/contracts-identity';
import type { Page } from '@karez/contracts-kernel';
import { keysetPage, type Order } from '@karez/persistence';
import type { DataSource } from 'typeorm';

const orders: Record<string, Order> = { newest: { by: [{ sql: 'notification.id', cast: 'uuid' }], direction: 'desc' } };

/** What the caller was told, newest first. */
export function listNotifications(source: DataSource, request: ListNotifications, personId: string): Promise<Page<NotificationRow>> {
  const query = source
    .createQueryBuilder()
    .select([
      'notification.id as id',
      'notification.kind as kind',
      'notification.params as params',
      'notification.at as at',
      'notification.read_at as read_at',
    ])
    .from('notification', 'notification')
    .where('notification.person_id = :personId', { personId });
  if (request.unread) query.andWhere('notification.read_at is null');
  return keysetPage(query, request, { orders, view: toNotificationRow });
}

function toNotificationRow(raw: Record<string, unknown>): NotificationRow {
  const row = raw as { id: string; kind: NotificationKind; params: Record<string, string>; at: Date; read_at: Date | null };
  return { id: row.id, kind: row.kind, params: row.params, at: row.at.toISOString(), read: row.read_at !== null };
}
