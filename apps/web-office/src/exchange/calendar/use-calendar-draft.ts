import type { CalendarDayView, CalendarView } from '@karez/contracts-exchange';
import { useState } from 'react';
import { drafts } from '../../app/drafts.js';
import { daysByDate, inOrder, sameDays, type Days } from './calendar-days.js';

export interface CalendarDraft {
  readonly days: Days;
  readonly status: CalendarView['status'];
  readonly source: string;
}

const draftOf = ({ days, status, source }: CalendarView): CalendarDraft => ({ days: daysByDate(days), status, source });

/** Changes wait in the tab until they are saved or given up; they are of one version, and go when another has been saved. */
export function useCalendarDraft(saved: CalendarView) {
  const key = `exchange.calendar.${saved.year}.${saved.version ?? 0}`;
  const [draft, setDraft] = useState<CalendarDraft>(() => kept(key) ?? draftOf(saved));
  const base = draftOf(saved);
  const change = (next: Partial<CalendarDraft>) => {
    const whole = { ...draft, ...next };
    setDraft(whole);
    drafts.write(key, { ...whole, days: inOrder(whole.days) });
  };
  const giveUp = () => {
    drafts.drop(key);
    setDraft(base);
  };
  const changed = !sameDays(draft.days, base.days) || draft.status !== base.status || draft.source !== base.source;
  return { draft, change, changed, giveUp };
}

function kept(key: string): CalendarDraft | undefined {
  const read = drafts.read(key);
  if (!read || !Array.isArray(read['days']) || typeof read['source'] !== 'string') return undefined;
  const status = read['status'] === 'published' ? 'published' : 'provisional';
  return { days: daysByDate(read['days'].filter(isDay)), status, source: read['source'] };
}

/** The tab's storage may hold what an older version of this page wrote. */
const isDay = (value: unknown): value is CalendarDayView =>
  typeof value === 'object' &&
  value !== null &&
  'day' in value &&
  typeof value.day === 'string' &&
  'kind' in value &&
  (value.kind === 'working' || value.kind === 'off') &&
  'note' in value &&
  typeof value.note === 'string';
