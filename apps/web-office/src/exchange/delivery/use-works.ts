import { useQueries } from '@tanstack/react-query';
import { today } from '../../app/time.js';
import { calendarQuery } from '../exchange-queries.js';
import { type WorksOn, worksOn } from '../words/working-days.js';

/** Which days count, by the published calendar of this year and the next; until it is there, Monday to Friday. */
export function useWorks(now: Date): WorksOn {
  const year = Number(today(now).slice(0, 4));
  return useQueries({
    queries: [calendarQuery(year), calendarQuery(year + 1)],
    combine: combined,
  });
}

const combined = (calendars: readonly { data?: { readonly days: readonly { day: string; kind: 'working' | 'off' }[] } }[]): WorksOn =>
  worksOn(calendars.flatMap(({ data }) => data?.days ?? []));
