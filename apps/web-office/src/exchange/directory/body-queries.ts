import type { BodyView, ListBodies } from '@karez/contracts-exchange';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';

const key = ['exchange', 'directory'] as const;

export const bodyQuery = (orgId: string) =>
  queryOptions({ queryKey: [...key, 'one', orgId], queryFn: ({ signal }) => api.exchange.getBody({ orgId }, { signal }) });
export const bodiesQuery = (request: ListBodies) =>
  queryOptions({ queryKey: [...key, 'list', request], queryFn: ({ signal }) => api.exchange.listBodies(request, { signal }) });
export const topBodiesQuery = bodiesQuery({ tops: true, limit: 200 });
export const bodiesBelowQuery = (parentId: string) => bodiesQuery({ parentId, limit: 200 });
export const groupsQuery = queryOptions({
  queryKey: [...key, 'groups'],
  queryFn: ({ signal }) => api.exchange.listGroups({}, { signal }),
});

/** Bodies above one, from the top down; so many levels no administration has. */
const deepest = 8;
export const bodiesAboveQuery = (orgId: string) =>
  queryOptions({
    queryKey: [...key, 'above', orgId],
    queryFn: async ({ signal }) => {
      const above: string[] = [];
      let at: BodyView | undefined = await api.exchange.getBody({ orgId }, { signal });
      while (at?.parentId && above.length < deepest) {
        above.unshift(at.parentId);
        at = await api.exchange.getBody({ orgId: at.parentId }, { signal });
      }
      return above;
    },
    staleTime: 300_000,
  });
