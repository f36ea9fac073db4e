import { defineContract } from '@karez/contracts-kernel';
import { identityApi } from './api.js';
import { identityErrors } from './errors.js';
import { identityEvents } from './events.js';
import { identityPermissions } from './permissions.js';

export * from './api.js';
export * from './applicant.js';
export * from './audit.js';
export * from './client.js';
export * from './errors.js';
export * from './events.js';
export * from './me.js';
export * from './notification.js';
export * from './org.js';
export * from './permissions.js';
export * from './person.js';
export * from './role.js';
export * from './session.js';
export * from './system.js';

export const identityContract = defineContract({
  service: 'identity',
  title: '身份服务',
  api: identityApi,
  errors: identityErrors,
  permissions: identityPermissions,
  events: identityEvents,
});
