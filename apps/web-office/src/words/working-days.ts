import type { CalendarDayView } from '@karez/contracts-exchange';
import { weekdays, type Counts } from './due-words.js';

/** What counts as a working day: the exceptions of the calendar, else Monday to Friday. */
export function countsIn(days: readonly CalendarDayView[]): Counts {
  const exceptions = new Map(days.map(({ day, kind }) => [day, kind]));
  return (day) => (exceptions.has(day) ? exceptions.get(day) === 'working' : weekdays(day));
}
