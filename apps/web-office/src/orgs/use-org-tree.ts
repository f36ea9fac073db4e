import type { OrgRow } from '@karez/contracts-identity';
import { ProblemError } from '@karez/web-client';
import type { OrgNode } from '@karez/web-ui';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { shortDate } from '../app/time.js';
import { orgQuery, orgTreeQuery, topOrgsQuery } from './org-queries.js';

/** A body as the tree shows it. */
const nodeOf = (org: OrgRow): OrgNode => ({
  id: org.id,
  name: org.name,
  children: org.children,
  note: org.abolishedOn && `${shortDate(org.abolishedOn)} 撤销`,
});

/** The tree from the highest bodies that the caller may see; children are fetched body by body, when they are opened. */
export function useOrgTree(selected: string | undefined) {
  const tops = useQuery(topOrgsQuery);
  const [asked, setAsked] = useState<readonly string[]>([]);
  const topIds = tops.data?.items.map(({ id }) => id) ?? [];
  const path = useQuery({ ...orgQuery(selected ?? ''), enabled: Boolean(selected) }).data?.path.map(({ id }) => id) ?? [];
  // from where the caller's view begins down to the parent of the chosen body; a single top is open from the start
  const down = path.slice(
    Math.max(
      path.findIndex((id) => topIds.includes(id)),
      0,
    ),
    -1,
  );
  const opened = [...new Set([...(topIds.length === 1 ? topIds : []), ...down])];
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
    roots: (tops.data?.items ?? []).map(nodeOf),
    pending: tops.isPending,
    problem: tops.error instanceof ProblemError ? tops.error : null,
    again: () => void tops.refetch(),
    ...{ below, opened, onOpen },
  };
}
