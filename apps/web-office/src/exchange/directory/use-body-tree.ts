import type { BodyRow } from '@karez/contracts-exchange';
import { ProblemError } from '@karez/web-client';
import type { OrgNode } from '@karez/web-ui';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { shortDate } from '../../app/time.js';
import { bodiesAboveQuery, bodiesBelowQuery, topBodiesQuery } from './body-queries.js';

/** A body as the tree shows it. */
const nodeOf = ({ id, name, children, abolishedOn, nodeName }: BodyRow): OrgNode => ({
  ...{ id, name, children },
  note: abolishedOn ? `${shortDate(abolishedOn)} 撤销` : nodeName,
});

/** The whole directory from the top; children are fetched body by body, when they are opened. */
export function useBodyTree(selected: string | undefined) {
  const tops = useQuery(topBodiesQuery);
  const above = useQuery({ ...bodiesAboveQuery(selected ?? ''), enabled: Boolean(selected) });
  const [asked, setAsked] = useState<readonly string[]>([]);
  const topIds = tops.data?.items.map(({ id }) => id) ?? [];
  // a single top is open from the start, and a single body below it too; so is the way down to the chosen body
  const only = topIds.length === 1 ? topIds[0] : undefined;
  const second = useQuery({ ...bodiesBelowQuery(only ?? ''), enabled: only !== undefined }).data?.items ?? [];
  const alone = second.length === 1 ? second.map(({ id }) => id) : [];
  const opened = [...new Set([...(only ? [only] : []), ...alone, ...(above.data ?? [])])];
  const wanted = [...new Set([...opened, ...asked])];
  const inside = useQueries({ queries: wanted.map((id) => bodiesBelowQuery(id)) });
  const below = new Map<string, readonly OrgNode[] | 'failed'>();
  wanted.forEach((id, at) => {
    const { data, isError } = inside[at]!;
    if (data) below.set(id, data.items.map(nodeOf));
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
