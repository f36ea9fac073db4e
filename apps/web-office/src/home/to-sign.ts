import type { InboxRow, Urgency } from '@karez/contracts-exchange';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../app/api.js';
import { dueWords, type Counts, type DueWords } from '../words/due-words.js';

/** Received and not decided yet, the most pressing first. */
export const toSignQuery = queryOptions({
  queryKey: ['exchange', 'to-sign'],
  queryFn: ({ signal }) => api.exchange.listInbox({ tab: 'waiting', sort: 'due', limit: 100 }, { signal }),
});

/** The working calendar changes once a year. */
export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['exchange', 'calendar', year],
    queryFn: ({ signal }) => api.exchange.getCalendar({ year }, { signal }),
    staleTime: 600_000,
  });

/** 紧急程度 as it is tagged; the contract's words are not part of the first load. An ordinary document has no tag. */
export const urgencyTag: Partial<Record<Urgency, string>> = { flash: '特提', extra_urgent: '特急', urgent: '加急', prompt: '平急' };

export const pressures = ['all', 'red', 'yellow', 'green', 'none'] as const;
export type Pressure = (typeof pressures)[number];
export const pressureWord: Record<Pressure, string> = { all: '全部', red: '逾期', yellow: '今明到期', green: '期内', none: '无时限' };

export interface ToSign {
  readonly row: InboxRow;
  readonly due: DueWords;
}

/** Each with its lamp, and how many there are of each lamp; the parts add up to the total. */
export function byPressure(
  rows: readonly InboxRow[],
  now: Date,
  counts: Counts,
): { items: readonly ToSign[]; numbers: Record<Pressure, number> } {
  const items = rows.map((row) => ({ row, due: dueWords(row.dueAt, now, counts) }));
  const of = (pressure: Pressure) => items.filter(({ due }) => pressure === 'all' || due.lamp === pressure).length;
  return { items, numbers: { all: of('all'), red: of('red'), yellow: of('yellow'), green: of('green'), none: of('none') } };
}
