import type { Lamp } from '@karez/contracts-approval';
import { chinaDay, type WorkingCalendar } from '@karez/kernel';

/** 预警 one working day before, 黄牌 on the last day, 红牌 past it. */
export function lampAt(calendar: WorkingCalendar, dueAt: Date | null, now: Date): Lamp {
  if (!dueAt) return 'none';
  if (now > dueAt) return 'red';
  if (chinaDay(now) === chinaDay(dueAt)) return 'yellow';
  // on a day off before the last day there is no working day left to act in but that one
  const left = calendar.workingDaysBetween(now, dueAt);
  return left <= 1 ? 'signal' : 'none';
}
