import { deadLetterApi } from '@karez/contracts-kernel';
import { articleApi } from './article.js';

/** Every operation of portal; each is declared beside the requests and views of its feature. */
export const portalApi = { ...articleApi, ...deadLetterApi('portal') };
