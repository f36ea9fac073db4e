import { defineContract } from '@karez/contracts-kernel';
import { portalApi } from './api.js';
import { portalErrors } from './errors.js';
import { portalEvents } from './events.js';
import { portalPermissions } from './permissions.js';

export * from './api.js';
export * from './errors.js';
export * from './events.js';
export * from './permissions.js';
export * from './article.js';

export const portalContract = defineContract({
  service: 'portal',
  title: '门户内容',
  api: portalApi,
  errors: portalErrors,
  permissions: portalPermissions,
  events: portalEvents,
});
