import { deadLetterApi } from '@karez/contracts-kernel';
import { applicantApi } from './applicant.js';
import { auditApi } from './audit.js';
import { clientApi } from './client.js';
import { meApi } from './me.js';
import { notificationApi } from './notification.js';
import { orgApi } from './org.js';
import { personApi } from './person.js';
import { roleApi } from './role.js';
import { sessionApi } from './session.js';
import { authorityApi } from './system.js';

/** Every operation of identity; each is declared beside the requests and views of its feature. */
export const identityApi = {
  ...{ ...sessionApi, ...meApi, ...notificationApi, ...orgApi, ...personApi, ...roleApi },
  ...{ ...clientApi, ...applicantApi, ...auditApi, ...authorityApi, ...deadLetterApi('identity') },
};
