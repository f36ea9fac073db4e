import type { DeliveryCounts, DeliveryState } from '@karez/contracts-exchange';
import type { CountPart } from '@karez/web-ui';

export type BarSegment = readonly [state: DeliveryState, label: string, color: string];

/** Counts of one dispatch as parts of its bar; what has no segment of its own is `rest`, so that the parts add up. */
export function barParts(counts: DeliveryCounts, bar: readonly BarSegment[], rest: Omit<CountPart, 'count'>): CountPart[] {
  const parts = bar.map(([state, label, color]) => ({ key: state, label, count: counts[state] ?? 0, color }));
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [...parts, { ...rest, count: all - parts.reduce((sum, { count }) => sum + count, 0) }];
}
