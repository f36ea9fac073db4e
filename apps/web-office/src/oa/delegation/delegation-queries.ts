import type { DelegationView, ListDelegations } from '@karez/contracts-oa';
import { queryOptions } from '@tanstack/react-query';
import { useKeyset, type KeysetList } from '../../app/keyset.js';
import { oa, oaKey } from '../oa-client.js';

const key = [...oaKey, 'delegation'] as const;

export const useDelegations = (request: ListDelegations): KeysetList<DelegationView> =>
  useKeyset([...key, 'list'], (page: ListDelegations, options) => oa.listDelegations(page, options), request);
export const runningDelegationsQuery = queryOptions({
  queryKey: [...key, 'running'],
  queryFn: ({ signal }) => oa.listDelegations({ standing: 'running', limit: 10 }, { signal }),
  staleTime: 60_000,
});
