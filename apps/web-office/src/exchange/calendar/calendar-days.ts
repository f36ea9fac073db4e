import type { CalendarDayView } from '@karez/contracts-exchange';
import { weekdays } from '../../words/due-words.js';

export type Days = ReadonlyMap<string, CalendarDayView>;
export type DayChoice = 'usual' | 'working' | 'off';

export const daysByDate = (days: readonly CalendarDayView[]): Days => new Map(days.map((each) => [each.day, each]));

/** Whether a day counts: an exception, else by its weekday. */
export const isWorking = (day: string, days: Days): boolean => (days.has(day) ? days.get(day)?.kind === 'working' : weekdays(day));

/** The days after a choice for one of them. What its weekday says anyway is an exception only when it has a note. */
export function choose(days: Days, day: string, { choice, note }: { choice: DayChoice; note: string }): Days {
  const next = new Map(days);
  const usual = choice === 'usual' || (note.trim() === '' && (choice === 'working') === weekdays(day));
  if (usual) next.delete(day);
  else next.set(day, { day, kind: choice, note: note.trim() });
  return next;
}

/** In the order of the year, as they are saved. */
export const inOrder = (days: Days): CalendarDayView[] => [...days.values()].sort((one, other) => (one.day < other.day ? -1 : 1));

export interface Run {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly kind: 'working' | 'off';
  readonly note: string;
}

/** Neighbouring days of one kind and one note as one line: `10-01 至 10-08 国庆节`. */
export function runsOf(days: Days): Run[] {
  const runs: Run[] = [];
  for (const { day, kind, note } of inOrder(days)) {
    const last = runs.at(-1);
    if (last && last.kind === kind && last.note === note && nextDay(last.to) === day)
      runs.splice(-1, 1, { ...last, to: day, days: last.days + 1 });
    else runs.push({ from: day, to: day, days: 1, kind, note });
  }
  return runs;
}

export const nextDay = (day: string, by = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/** Days of one month in weeks from Monday; undefined where another month has the day. */
export function weeksOf(year: number, month: number): (string | undefined)[][] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const cells = [...Array.from({ length: before }, () => undefined), ...Array.from({ length }, (_, at) => nextDay(first, at))];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (__, at) => cells[week * 7 + at]));
}

/** Whether anything was changed; the order of the days is none. */
export const sameDays = (one: Days, other: Days): boolean =>
  one.size === other.size &&
  [...one.values()].every(({ day, kind, note }) => other.get(day)?.kind === kind && other.get(day)?.note === note);
