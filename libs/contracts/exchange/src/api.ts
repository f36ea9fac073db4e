import { deadLetterApi } from '@karez/contracts-kernel';
import { attentionApi } from './attention.js';
import { calendarApi } from './calendar.js';
import { deliveryApi } from './delivery.js';
import { directoryApi } from './directory.js';
import { dispatchApi } from './dispatch.js';
import { documentApi } from './document.js';
import { evidenceApi } from './evidence.js';
import { eventFeedApi } from './feed.js';
import { keyApi } from './key.js';
import { nodePostApi } from './node-post.js';
import { peerApi } from './peer.js';
import { statisticsApi } from './statistics.js';

/** Every operation of exchange; each is declared beside the requests and views of its feature. */
export const exchangeApi = {
  ...{ ...directoryApi, ...documentApi, ...dispatchApi, ...deliveryApi, ...evidenceApi, ...statisticsApi },
  ...{ ...keyApi, ...calendarApi, ...eventFeedApi, ...attentionApi, ...deadLetterApi('exchange') },
  ...{ ...peerApi, ...nodePostApi },
};
