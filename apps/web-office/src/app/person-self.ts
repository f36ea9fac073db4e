import type { Me } from '@karez/contracts-identity';
import { ProblemError } from '@karez/web-client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { api, meKey, session } from './api.js';

export const meQuery = queryOptions({
  queryKey: meKey,
  queryFn: ({ signal }) => {
    // who has never signed in here need not ask who they are
    if (!session.begun) throw new ProblemError({ status: 401, code: 'auth.required', detail: '请先登录。' });
    return api.identity.getMe({}, { signal });
  },
  staleTime: 60_000,
  // that nobody is signed in is an answer: the sign-in page does not ask again
  retryOnMount: false,
});

export const MeContext = createContext<Me | undefined>(undefined);

/** The person who is signed in. Only inside the workspace, which is not drawn without one. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe outside of the workspace');
  return me;
}

/** Whether the current post holds a permission. The server decides; this only spares people acts that would be refused. */
export function useMay(): (permission: string) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}

export const useMeQuery = () => useQuery(meQuery);
