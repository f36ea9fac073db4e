import { defineContract } from '@karez/contracts-kernel';
import { approvalApi } from './api.js';
import { approvalErrors } from './errors.js';
import { approvalEvents } from './events.js';
import { approvalPermissions } from './permissions.js';

export * from './api.js';
export * from './errors.js';
export * from './events.js';
export * from './permissions.js';
export * from './item.js';

export const approvalContract = defineContract({
  service: 'approval',
  title: '行政审批',
  api: approvalApi,
  errors: approvalErrors,
  permissions: approvalPermissions,
  events: approvalEvents,
});
