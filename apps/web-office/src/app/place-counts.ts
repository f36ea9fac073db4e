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

/** How much waits; the office's own client comes with the question, not with the first load. */
const todoCountQuery = queryOptions({
  queryKey: ['oa', 'todo', 'counts'],
  queryFn: async ({ signal }) => (await import('../oa/oa-client.js')).oa.countTodos({}, { signal }),
});

/** What waits at each place. A number that could not be fetched is left out: the navigation works without it. */
export function usePlaceCounts(): PlaceCounts {
  const { unreadNotifications } = useMe();
  const may = useMay();
  const { data } = useQuery({ ...exchangeCountsQuery, enabled: may('exchange.inbox.read') || may('exchange.dispatch.read') });
  const todo = useQuery({ ...todoCountQuery, enabled: may('oa.todo.read') });
  return {
    todo: todo.data?.total,
    notifications: unreadNotifications,
    inbox: data?.waiting,
    sent: data && (data.attention || data.openDispatches),
  };
}
