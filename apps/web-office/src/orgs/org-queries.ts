import type { ListOrgs } from '@karez/contracts-identity';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../app/api.js';

export const orgsKey = ['orgs'] as const;

export const orgQuery = (orgId: string) =>
  queryOptions({ queryKey: [...orgsKey, 'one', orgId], queryFn: ({ signal }) => api.identity.getOrg({ orgId }, { signal }) });
export const orgTreeQuery = (orgId: string) =>
  queryOptions({ queryKey: [...orgsKey, 'tree', orgId], queryFn: ({ signal }) => api.identity.getOrgTree({ orgId }, { signal }) });
export const orgHistoryQuery = (orgId: string) =>
  queryOptions({ queryKey: [...orgsKey, 'history', orgId], queryFn: ({ signal }) => api.identity.getOrgHistory({ orgId }, { signal }) });
/** Where a tree begins: the highest bodies that the caller may see. */
export const topOrgsQuery = queryOptions({
  queryKey: [...orgsKey, 'tops'],
  queryFn: ({ signal }) => api.identity.listOrgs({ tops: true, limit: 200, sort: 'order' }, { signal }),
});
export const orgSearchQuery = (request: ListOrgs) =>
  queryOptions({ queryKey: [...orgsKey, 'search', request], queryFn: ({ signal }) => api.identity.listOrgs(request, { signal }) });
