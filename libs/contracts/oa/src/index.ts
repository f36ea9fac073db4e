import { defineContract } from '@karez/contracts-kernel';
import { oaApi } from './api.js';
import { oaErrors } from './errors.js';
import { oaEvents } from './events.js';
import { oaPermissions } from './permissions.js';

export * from './api.js';
export * from './errors.js';
export * from './events.js';
export * from './permissions.js';
export * from './notice.js';
export * from './delegation/delegation.js';
export * from './delegation/delegation-errors.js';
export * from './delegation/delegation-events.js';
export * from './search/search.js';
export * from './todo/todo.js';
export * from './todo/handover.js';
export * from './todo/todo-api.js';
export * from './todo/todo-desk.js';
export * from './todo/todo-errors.js';
export * from './todo/todo-events.js';
export * from './todo/todo-list.js';
export * from './meeting/meeting.js';
export * from './meeting/meeting-api.js';
export * from './meeting/meeting-errors.js';
export * from './meeting/meeting-events.js';
export * from './meeting/meeting-flow.js';
export * from './meeting/room.js';
export * from './meeting/topic.js';
export * from './supervision/supervision-acts.js';
export * from './supervision/supervision-api.js';
export * from './supervision/supervision-board.js';
export * from './supervision/supervision-errors.js';
export * from './supervision/supervision-events.js';
export * from './supervision/supervision-flow.js';
export * from './supervision/supervision-item.js';

export * from './handling/handling.js';
export * from './document/document-body.js';
export * from './document/official-text.js';
export * from './document/document-acts.js';
export * from './document/document-api.js';
export * from './document/document-errors.js';
export * from './document/document-events.js';
export * from './document/document-flow.js';
export * from './document/document-view.js';
export * from './number/number.js';
export * from './incoming/incoming.js';
export * from './incoming/incoming-flow.js';

export const oaContract = defineContract({
  service: 'oa',
  title: '办公自动化',
  api: oaApi,
  errors: oaErrors,
  permissions: oaPermissions,
  events: oaEvents,
});
