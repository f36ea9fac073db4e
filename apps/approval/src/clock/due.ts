import { chinaDay, type DueDate, type WorkingCalendar } from '@karez/kernel';
import { type Exclusion, lengthOf, type Limit } from './limit.js';

/** A stretch of a limit's life, from the end of one day to the end of another. */
export interface Stretch {
  readonly from: Date;
  readonly to: Date | null;
  readonly exclusion: Exclusion | null;
  /** Working days of the limit that it took. */
  readonly workingDays: number;
}
export interface Due {
  /** Null while an exclusion lasts: nobody can know it. */
  readonly at: Date | null;
  readonly provisional: boolean;
  readonly stretches: readonly Stretch[];
  /** How the days of the last stretch fell, as the calendar derives them. */
  readonly last: DueDate | null;
}

/** When a limit ends by a calendar: a pure function of its ledger. */
export function dueOf(limit: Limit, calendar: WorkingCalendar): Due {
  const stretches: Stretch[] = [];
  let from = limit.startedAt;
  let left = lengthOf(limit);
  let provisional = false;
  for (const exclusion of merged(limit.exclusions)) {
    const begins = exclusion.from > from ? exclusion.from : from;
    if (exclusion.to && exclusion.to <= from) continue;
    const counted = calendar.workingDaysBetween(from, begins);
    if (counted >= left) break;
    if (begins > from) {
      provisional ||= calendar.provisionalBetween(from, begins);
      stretches.push({ from, to: begins, exclusion: null, workingDays: counted });
    }
    left -= counted;
    stretches.push({ from: begins, to: exclusion.to, exclusion, workingDays: 0 });
    if (!exclusion.to) return { at: null, provisional, stretches, last: null };
    from = exclusion.to;
  }
  const last = calendar.addWorkingDays(from, left);
  stretches.push({ from, to: last.at, exclusion: null, workingDays: left });
  return { at: last.at, provisional: provisional || last.provisional, stretches, last };
}

/** In their order, those that touch or overlap as one; of such the first gives the reason. */
function merged(exclusions: readonly Exclusion[]): Exclusion[] {
  const done: Exclusion[] = [];
  for (const next of [...exclusions].sort((one, other) => one.from.getTime() - other.from.getTime())) {
    const before = done.at(-1);
    if (!before || (before.to && chinaDay(before.to) < chinaDay(next.from))) done.push(next);
    else if (before.to && (!next.to || next.to > before.to)) done[done.length - 1] = { ...before, to: next.to };
  }
  return done;
}

/** Working days that a limit has used up to a moment. */
export function usedOf(limit: Limit, calendar: WorkingCalendar, now: Date): number {
  const until = limit.endedAt && limit.endedAt < now ? limit.endedAt : now;
  let from = limit.startedAt;
  let used = 0;
  for (const exclusion of merged(limit.exclusions)) {
    if (exclusion.from >= until) break;
    if (exclusion.from > from) used += calendar.workingDaysBetween(from, exclusion.from);
    if (!exclusion.to || exclusion.to >= until) return used;
    if (exclusion.to > from) from = exclusion.to;
  }
  return used + Math.max(0, calendar.workingDaysBetween(from, until));
}
