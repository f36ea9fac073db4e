import { defineContract } from '@karez/contracts-kernel';
import { exchangeApi } from './api.js';
import { exchangeErrors } from './errors.js';
import { exchangeEvents } from './events.js';
import { feedErrors } from './feed-errors.js';
import { exchangePermissions } from './permissions.js';

export * from './api.js';
export * from './attention.js';
export * from './calendar.js';
export * from './delivery.js';
export * from './delivery-acts.js';
export * from './delivery-moves.js';
export * from './directory.js';
export * from './dispatch.js';
export * from './document.js';
export * from './document-terms.js';
export * from './errors.js';
export * from './events.js';
export * from './evidence.js';
export * from './feed.js';
export * from './feed-errors.js';
export * from './key.js';
export * from './layout-errors.js';
export * from './node-post.js';
export * from './peer.js';
export * from './permissions.js';
export * from './statistics.js';

export const exchangeContract = defineContract({
  service: 'exchange',
  title: '公文交换',
  api: exchangeApi,
  errors: { ...exchangeErrors, ...feedErrors },
  permissions: exchangePermissions,
  events: exchangeEvents,
});
