import { defineErrors } from '@karez/contracts-kernel';

import { documentErrors } from './document/document-errors.js';
import { incomingErrors } from './incoming/incoming.js';
import { meetingErrors } from './meeting/meeting-errors.js';
import { delegationErrors } from './delegation/delegation-errors.js';
import { renditionErrors } from './document/rendition-errors.js';
import { handoverErrors, todoErrors } from './todo/todo-errors.js';
import { supervisionErrors } from './supervision/supervision-errors.js';

export const oaErrors = defineErrors({
  ...todoErrors,
  ...handoverErrors,
  ...delegationErrors,
  ...supervisionErrors,
  ...meetingErrors,
  ...documentErrors,
  ...incomingErrors,
  ...renditionErrors,
  'oa.person.not_there': {
    status: 422,
    zh: '所选人员不在该单位任职或已停用，请重新选择。',
    en: 'That person does not work there, or the account is disabled.',
  },
  'oa.notice.too_many_open': {
    status: 409,
    zh: '本单位已有 {open} 个未关闭的通知（上限 {limit}），请先关闭不再使用的。',
    en: 'Your body has {open} open notices already, of {limit}; close some first.',
  },
});
