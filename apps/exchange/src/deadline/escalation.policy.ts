import type { WorkingCalendar } from '@karez/kernel';

/** Who is told of a delivery that stays overdue: 1 the head of the recipient's office, 2 the body above the recipient. */
export type EscalationLevel = 0 | 1 | 2;

/** Level by level: one working day after the deadline, and two (《民法典》 art. 201, 203: to the close of business of that day). */
export function levelAt(calendar: WorkingCalendar, dueAt: Date, now: Date): EscalationLevel {
  if (now >= calendar.addWorkingDays(dueAt, 2).at) return 2;
  return now >= calendar.addWorkingDays(dueAt, 1).at ? 1 : 0;
}
