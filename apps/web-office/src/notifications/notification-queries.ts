import type { ListNotifications } from '@karez/contracts-identity';
import { api, meKey } from '../app/api.js';
import { useKeyset } from '../app/keyset.js';

export const notificationsKey = ['notifications'] as const;
export const notificationChanges = [notificationsKey, meKey];

export const useNotifications = (request: ListNotifications) =>
  useKeyset(notificationsKey, (page: ListNotifications, options) => api.identity.listNotifications(page, options), request);
