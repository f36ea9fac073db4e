import { exchangeApi } from '@karez/contracts-exchange';
import { identityApi } from '@karez/contracts-identity';
import { portalApi } from '@karez/contracts-portal';
import { browserSession, createClient } from '@karez/web-client';
import { queryClient } from './query-client.js';

/** Key of the caller's own account: whatever it holds decides what the whole workspace shows. */
export const meKey = ['me'] as const;

/** The session is over for good. Who was here is asked again, finds nobody, and the sign-in page comes; a stranger's first look changes nothing. */
const forget = () => {
  if (queryClient.getQueryData(meKey)) void queryClient.resetQueries({ queryKey: meKey });
};
export const session = browserSession({ onSessionEnded: forget });
export const api = createClient({ identity: identityApi, exchange: exchangeApi, portal: portalApi }, { session });
