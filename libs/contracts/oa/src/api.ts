import { deadLetterApi } from '@karez/contracts-kernel';
import { documentApi } from './document/document-api.js';
import { incomingApi } from './incoming/incoming.js';
import { meetingApi } from './meeting/meeting-api.js';
import { numberApi } from './number/number.js';
import { noticeApi } from './notice.js';
import { delegationApi } from './delegation/delegation.js';
import { searchApi } from './search/search.js';
import { handoverApi } from './todo/handover.js';
import { todoApi } from './todo/todo-api.js';
import { supervisionApi } from './supervision/supervision-api.js';

/** Every operation of oa; each is declared beside the requests and views of its feature. */
export const oaApi = {
  ...noticeApi,
  ...meetingApi,
  ...documentApi,
  ...incomingApi,
  ...numberApi,
  ...supervisionApi,
  ...todoApi,
  ...handoverApi,
  ...searchApi,
  ...delegationApi,
  ...deadLetterApi('oa'),
};
