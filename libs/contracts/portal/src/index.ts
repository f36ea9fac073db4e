import { defineContract } from '@karez/contracts-kernel';
import { portalApi } from './api.js';
import { portalErrors } from './errors.js';
import { portalEvents } from './events.js';
import { portalPermissions } from './permissions.js';

export * from './api.js';
export * from './column.js';
export * from './disclosure-request.js';
export * from './edition.js';
export * from './edition-api.js';
export * from './edition-moves.js';
export * from './errors.js';
export * from './events.js';
export * from './hearing.js';
export * from './inspection.js';
export * from './letter.js';
export * from './permissions.js';
export * from './reading.js';
export * from './site.js';
export * from './terms.js';
export * from './word-check.js';

export const portalContract = defineContract({
  service: 'portal',
  title: '门户内容',
  api: portalApi,
  errors: portalErrors,
  permissions: portalPermissions,
  events: portalEvents,
});
