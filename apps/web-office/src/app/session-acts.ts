import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api, meKey } from './api.js';
import { useAct } from './use-act.js';

/** Acting in another capacity: everything on the screen belongs to the former post, so all of it is fetched again. */
export function useSwitchPost() {
  const queries = useQueryClient();
  return useAct(api.identity.switchPost, {
    said: ({ post }) => (post ? `现在以「${post.orgName} ${post.title}」的身份办理。` : '已切换岗位。'),
    onDone: (me) => {
      queries.setQueryData(meKey, me);
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
    },
  });
}

/** Nothing of this person stays in the page: neither what was read nor what was begun to be written. */
export function useSignOut() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useAct(api.identity.signOut, {
    onDone: () => {
      sessionStorage.clear();
      queries.clear();
      void navigate('/sign-in?left=1', { replace: true });
    },
  });
}
