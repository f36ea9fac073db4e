import { queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';

export const attentionQuery = queryOptions({
  queryKey: ['exchange', 'attention'],
  queryFn: ({ signal }) => api.exchange.listNeedsPerson({ limit: 50 }, { signal }),
  staleTime: 60_000,
});
