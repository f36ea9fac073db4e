import { chinaDay, type Day, type WorkingCalendar } from '@karez/kernel';

/**
 * The moment at which a term ends whose last day is named: the close of business of that day, or of the next working day when it is none
 * (《民法典》 art. 203).
 */
export function closeOfDay(calendar: WorkingCalendar, day: Day): Date {
  const noonBefore = new Date(Date.parse(`${day}T12:00:00+08:00`) - 86_400_000);
  return calendar.addWorkingDays(noonBefore, 1).at;
}

/** The day, as people read it, on which such a moment lies. */
export const lastDay = (dueAt: Date): Day => chinaDay(dueAt);
