import type { TodoLamp } from '@karez/contracts-oa';
import type { WorkingCalendar } from '@karez/kernel';

/** The moments between the lamps: what is due before `now` is overdue, what is due before `later` is due today or on the next working day. */
export interface LampBounds {
  readonly now: Date;
  readonly later: Date;
}

/** An hour before it is due nothing is overdue yet, and a moment after it is: nobody is warned early, and no setting turns it off. */
export function lampBounds(calendar: WorkingCalendar, now: Date): LampBounds {
  const { day } = calendar.addWorkingDays(now, 1);
  return { now, later: new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000) };
}

export function todoLamp(dueAt: Date | null, { now, later }: LampBounds): TodoLamp {
  if (!dueAt) return 'none';
  if (dueAt < now) return 'red';
  return dueAt < later ? 'yellow' : 'green';
}

/** The same as a range of `due_key`, for `:now` and `:later`. */
export const lampRange: Readonly<Record<TodoLamp, string>> = {
  red: 'todo.due_key < :now',
  yellow: 'todo.due_key >= :now and todo.due_key < :later',
  green: `todo.due_key >= :later and todo.due_key < 'infinity'`,
  none: `todo.due_key = 'infinity'`,
};
export const lampCase = `case when todo.due_key < :now then 'red' when todo.due_key < :later then 'yellow'
  when todo.due_key < 'infinity' then 'green' else 'none' end`;
