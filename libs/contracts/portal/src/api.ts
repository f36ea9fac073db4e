import { deadLetterApi } from '@karez/contracts-kernel';
import { columnApi } from './column.js';
import { disclosureRequestApi } from './disclosure-request.js';
import { editionApi } from './edition-api.js';
import { hearingApi } from './hearing.js';
import { inspectionApi } from './inspection.js';
import { letterApi } from './letter.js';
import { readingApi } from './reading.js';
import { siteApi } from './site.js';
import { wordApi } from './word-check.js';

/** Every operation of portal; each is declared beside the requests and views of its feature. */
export const portalApi = {
  ...{ ...siteApi, ...columnApi, ...editionApi, ...wordApi, ...readingApi },
  ...{ ...letterApi, ...disclosureRequestApi, ...hearingApi, ...inspectionApi, ...deadLetterApi('portal') },
};
