import type { CountsOfBody } from '@karez/contracts-exchange';

export const bodySorts = ['orgName', 'sent', 'received', 'signed', 'waiting', 'overdue', 'urged', 'medianMinutesToSign'] as const;
export type BodySort = (typeof bodySorts)[number];

const names = new Intl.Collator('zh-CN', { numeric: true });

/** Sorted in the page, because it is here whole. `-received`: the most first. What has no value comes last either way. */
export function sortBodies(rows: readonly CountsOfBody[], sort: string): CountsOfBody[] {
  const by = bodySorts.find((each) => each === sort.replace(/^-/, '')) ?? 'received';
  const way = sort.startsWith('-') ? -1 : 1;
  return [...rows].sort((one, other) => compare(one[by], other[by], way) || names.compare(one.orgName, other.orgName));
}

function compare(one: string | number | undefined, other: string | number | undefined, way: 1 | -1): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  if (typeof one === 'string' || typeof other === 'string') return way * names.compare(String(one), String(other));
  return way * (one - other);
}
