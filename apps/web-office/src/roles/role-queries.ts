import type { ListGrants, ListRoles } from '@karez/contracts-identity';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../app/api.js';
import { useKeyset } from '../app/keyset.js';

export const rolesKey = ['roles'] as const;

export const useRoles = (request: ListRoles) =>
  useKeyset([...rolesKey, 'list'], (page: ListRoles, options) => api.identity.listRoles(page, options), request);
export const useGrants = (request: ListGrants) =>
  useKeyset([...rolesKey, 'grants'], (page: ListGrants, options) => api.identity.listGrants(page, options), request);

export const roleQuery = (roleId: string) =>
  queryOptions({ queryKey: [...rolesKey, 'one', roleId], queryFn: ({ signal }) => api.identity.getRole({ roleId }, { signal }) });
/** For choosing one: a platform has dozens of roles, not thousands. */
export const roleOptionsQuery = queryOptions({
  queryKey: [...rolesKey, 'options'],
  queryFn: ({ signal }) => api.identity.listRoles({ limit: 200, sort: 'name' }, { signal }),
});
export const permissionsQuery = queryOptions({
  queryKey: [...rolesKey, 'permissions'],
  queryFn: ({ signal }) => api.identity.listPermissions({}, { signal }),
  staleTime: Infinity,
});
