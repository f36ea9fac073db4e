import { oaApi } from '@karez/contracts-oa';
import { createClient } from '@karez/web-client';
import { session } from '../app/api.js';

/** The office's own service, loaded with the first of its screens. */
export const oa = createClient({ oa: oaApi }, { session }).oa;

/** Root of all queries of the office's own service: an act that moves work from one list to another makes all of them look again. */
export const oaKey = ['oa'] as const;
