import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from './api.js';
import type { PlaceCounts } from './navigation.js';
import { useMay, useMe } from './person-self.js';

/** Numbers of the exchange for navigation and tabs, in one question. */
export const exchangeCountsQuery = queryOptions({
  queryKey: ['exchange', 'counts'],
  queryFn: ({ signal }) => api.exchange.countInbox({}, { signal }),
  staleTime: 60_000,
});

/** What waits at each place. A number that could not be fetched is left out: the navigation works without it. */
export function usePlaceCounts(): PlaceCounts {
  const { unreadNotifications } = useMe();
  const may = useMay();
  const { data } = useQuery({ ...exchangeCountsQuery, enabled: may('exchange.inbox.read') || may('exchange.dispatch.read') });
  return { notifications: unreadNotifications, inbox: data?.waiting, sent: data && (data.attention || data.openDispatches) };
}
