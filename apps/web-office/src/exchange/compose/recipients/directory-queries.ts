import type { ListBodies } from '@karez/contracts-exchange';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../app/api.js';

const key = ['exchange', 'directory'] as const;
/** The directory seldom changes; a body that was abolished meanwhile is refused by the preview. */
const staleTime = 300_000;

export const bodiesQuery = (request: ListBodies) =>
  queryOptions({
    ...{ queryKey: [...key, 'bodies', request], staleTime },
    queryFn: ({ signal }) => api.exchange.listBodies({ limit: 200, ...request }, { signal }),
  });
export const groupsQuery = queryOptions({
  ...{ queryKey: [...key, 'groups'], staleTime },
  queryFn: ({ signal }) => api.exchange.listGroups({}, { signal }),
});
