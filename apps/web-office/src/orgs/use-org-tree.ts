import type { OrgRow } from '@karez/contracts-identity';
import { ProblemError } from '@karez/web-client';
import type { OrgNode } from '@karez/web-ui';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../app/api.js';
import { useMe } from '../app/person-self.js';
import { shortDate } from '../app/time.js';
import { orgQuery, orgsKey, orgTreeQuery } from './org-queries.js';

/** A body as the tree shows it. */
const nodeOf = (org: OrgRow): OrgNode => ({
  id: org.id,
  name: org.name,
  children: org.children,
  note: org.abolishedOn && `${shortDate(org.abolishedOn)} 撤销`,
});

/**
 * The tree from the top of what the caller may see: the highest body on the way down to the caller's own whose inside is open to them.
 * Children are fetched body by body, when they are opened.
 */
export function useOrgTree(selected: string | undefined) {
  const { post } = useMe();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<readonly string[]>([]);
  const root = useQuery({
    queryKey: [...orgsKey, 'root', post?.orgId ?? ''],
    queryFn: async ({ signal }): Promise<OrgRow | undefined> => {
      const start = post?.orgId ?? (await api.identity.listOrgs({ limit: 1, sort: 'order' }, { signal })).items[0]?.id;
      if (!start) return undefined;
      const { path } = await queries.fetchQuery(orgQuery(start));
      for (const { id } of path) {
        try {
          return (await queries.fetchQuery(orgTreeQuery(id))).root;
        } catch (error) {
          // above the caller's scope: begin one step lower
          if (!(error instanceof ProblemError) || (error.status !== 403 && error.status !== 404)) throw error;
        }
      }
      return path.at(-1);
    },
  });
  const path = useQuery({ ...orgQuery(selected ?? ''), enabled: Boolean(selected) }).data?.path.map(({ id }) => id) ?? [];
  const opened = [...new Set([...(root.data ? [root.data.id] : []), ...path.slice(0, -1)])];
  const wanted = [...new Set([...opened, ...asked])];
  const inside = useQueries({ queries: wanted.map((id) => orgTreeQuery(id)) });
  const below = new Map<string, readonly OrgNode[] | 'failed'>();
  wanted.forEach((id, at) => {
    const { data, isError } = inside[at]!;
    if (data) below.set(id, data.children.map(nodeOf));
    else if (isError) below.set(id, 'failed');
  });
  const onOpen = (id: string) => {
    if (wanted.includes(id)) void inside[wanted.indexOf(id)]?.refetch();
    else setAsked([...asked, id]);
  };
  return {
    root: root.data,
    problem: root.error instanceof ProblemError ? root.error : null,
    again: () => void root.refetch(),
    pending: root.isPending,
    roots: root.data ? [nodeOf(root.data)] : [],
    below,
    opened,
    onOpen,
  };
}
