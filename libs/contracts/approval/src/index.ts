import { defineContract } from '@karez/contracts-kernel';
import { approvalApi } from './api.js';
import { approvalErrors } from './errors.js';
import { approvalEvents } from './events.js';
import { approvalPermissions } from './permissions.js';

export * from './api.js';
export * from './calendar.js';
export * from './case.js';
export * from './case-api.js';
export * from './case-acts.js';
export * from './case-flow.js';
export * from './clock.js';
export * from './document.js';
export * from './errors.js';
export * from './events.js';
export * from './form.js';
export * from './form-check.js';
export * from './item.js';
export * from './item-check.js';
export * from './permissions.js';
export * from './procedure.js';
export * from './statistics.js';
export * from './task.js';

export const approvalContract = defineContract({
  service: 'approval',
  title: '行政审批',
  api: approvalApi,
  errors: approvalErrors,
  permissions: approvalPermissions,
  events: approvalEvents,
});
