import { deadLetterApi } from '@karez/contracts-kernel';
import { calendarApi } from './calendar.js';
import { caseApi } from './case-api.js';
import { documentApi } from './document.js';
import { itemApi } from './item.js';
import { procedureApi } from './procedure.js';
import { statisticsApi } from './statistics.js';
import { taskApi } from './task.js';

/** Every operation of approval; each is declared beside the requests and views of its feature. */
export const approvalApi = {
  ...{ ...itemApi, ...caseApi, ...taskApi, ...documentApi },
  ...{ ...procedureApi, ...calendarApi, ...statisticsApi, ...deadLetterApi('approval') },
};
