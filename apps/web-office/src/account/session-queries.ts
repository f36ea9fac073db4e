import { queryOptions } from '@tanstack/react-query';
import { api } from '../app/api.js';

export const sessionsKey = ['sessions'] as const;
export const sessionsQuery = queryOptions({ queryKey: sessionsKey, queryFn: ({ signal }) => api.identity.listSessions({}, { signal }) });
