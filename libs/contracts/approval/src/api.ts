import { deadLetterApi } from '@karez/contracts-kernel';
import { itemApi } from './item.js';

/** Every operation of approval; each is declared beside the requests and views of its feature. */
export const approvalApi = { ...itemApi, ...deadLetterApi('approval') };
