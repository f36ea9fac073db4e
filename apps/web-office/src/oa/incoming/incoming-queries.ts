import type { IncomingRow, ListIncoming } from '@karez/contracts-oa';
import { queryOptions } from '@tanstack/react-query';
import { useKeyset, type KeysetList } from '../../app/keyset.js';
import { oa, oaKey } from '../oa-client.js';

const key = [...oaKey, 'incoming'] as const;
export const useIncoming = (request: ListIncoming): KeysetList<IncomingRow> =>
  useKeyset([...key, 'list'], (page: ListIncoming, options) => oa.listIncoming(page, options), request);
export const incomingQuery = (incomingId: string) =>
  queryOptions({ queryKey: [...key, 'one', incomingId], queryFn: ({ signal }) => oa.getIncoming({ incomingId }, { signal }) });
