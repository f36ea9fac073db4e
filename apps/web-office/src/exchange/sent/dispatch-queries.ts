import type { DispatchRow, ListDispatches } from '@karez/contracts-exchange';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { useKeyset, type KeysetList } from '../../app/keyset.js';
import { exchangeKey } from '../exchange-queries.js';

export const useDispatches = (request: ListDispatches): KeysetList<DispatchRow> =>
  useKeyset([...exchangeKey, 'dispatches'], (page: ListDispatches, options) => api.exchange.listDispatches(page, options), request);

export const dispatchQuery = (dispatchId: string) =>
  queryOptions({
    queryKey: [...exchangeKey, 'dispatch', dispatchId],
    queryFn: ({ signal }) => api.exchange.getDispatch({ dispatchId }, { signal }),
  });
