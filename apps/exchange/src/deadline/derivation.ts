import type { DueDerivation } from '@karez/contracts-exchange';
import { chinaDay, type DayRule, type WorkingCalendar } from '@karez/kernel';

const dayMs = 86_400_000;
/** Government days begin at 16:00 UTC. */
const beginOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

/**
 * How a deadline came about: each government day on the way with the working minutes that it gave, which add up to the allowance.
 * `calendar` is the one that the deadline was derived by.
 */
export function derivationOf(calendar: WorkingCalendar, from: Date, dueAt: Date): DueDerivation {
  const days: DueDerivation['days'] = [];
  let counted = 0;
  for (let day = chinaDay(from); beginOf(day) <= dueAt.getTime(); day = chinaDay(new Date(beginOf(day) + dayMs))) {
    // minutes are counted from the start each time: a minute that two days share is not lost
    const until = new Date(Math.min(dueAt.getTime(), beginOf(day) + dayMs));
    const total = until > from ? calendar.workingMinutesBetween(from, until) : 0;
    const note = noteOf(calendar.ruleOf(day));
    days.push({ day, minutes: total - counted, ...(note && { note }) });
    counted = total;
  }
  return {
    ...{ from: from.toISOString(), dueAt: dueAt.toISOString(), workingMinutes: counted },
    ...{ provisional: dueAt > from && calendar.provisionalBetween(from, dueAt), days },
  };
}

const noteOf = ({ note, reason }: DayRule): string => note || (reason === 'weekend' ? '休息日' : '');
