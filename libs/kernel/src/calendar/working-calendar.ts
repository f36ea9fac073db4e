import { calendarRefusal } from './calendar-errors.js';
import { type CalendarYear, type DayRule, dayRules, unknownDay } from './calendar-year.js';
import { type Day, type DayNumber, dayNumberAt, dayNumberOf, MINUTE_MS } from './china-time.js';
import { Derivation, type DueDate } from './due-date.js';
import { type OfficeHours, type OpenInterval, OfficeTimetable } from './office-hours.js';

/** Longest spans that are answered: about forty years, and about eight. */
export const MAX_WORKING_DAYS = 10_000;
export const MAX_WORKING_MINUTES = 1_000_000;

const START = { reason: 'start', note: '', provisional: false } as const;

/**
 * The working calendar (工作日历) of one region: the weekday rule, the holiday notices that depart from it, and the hours offices keep.
 * Moments go in and come out as Date (UTC); days are days of government time (china-time.ts). A day that no notice at hand settles follows
 * the weekday rule and makes every answer built on it `provisional`; a year the calendar does not know is such a case, not an error.
 */
export class WorkingCalendar {
  readonly #rules: ReadonlyMap<DayNumber, DayRule>;
  readonly #timetable: OfficeTimetable;

  /** @throws DomainError one of `calendarErrors` when the years or the hours do not make a calendar */
  constructor(years: readonly CalendarYear[], hours: readonly OfficeHours[]) {
    this.#rules = dayRules(years);
    this.#timetable = new OfficeTimetable(hours);
  }

  /** @throws DomainError `calendar.day_invalid` */
  isWorkingDay(day: Day): boolean {
    return this.ruleOf(day).working;
  }

  /**
   * What the calendar says of a day, and whether that is settled.
   * @throws DomainError `calendar.day_invalid`
   */
  ruleOf(day: Day): DayRule {
    return this.#rule(dayNumberOf(day));
  }

  /**
   * The end of a span of working days. The day it begins on does not count (《民法典》 art. 201), days off do not (《行政许可法》 art. 82), and
   * the last day ends at the close of business (《民法典》 art. 203).
   * @throws DomainError `calendar.span_invalid` unless `days` is a whole number from 1 to MAX_WORKING_DAYS
   */
  addWorkingDays(from: Date, days: number): DueDate {
    assertSpan(days, MAX_WORKING_DAYS);
    const derivation = new Derivation('working_day');
    let day = dayNumberAt(from);
    derivation.add(day, START, 0);
    for (let left = days; left > 0;) {
      day += 1;
      const rule = this.#rule(day);
      derivation.add(day, rule, rule.working ? 1 : 0);
      if (rule.working) left -= 1;
    }
    return derivation.dueAt(day, this.#timetable.closeOf(day));
  }

  /**
   * The end of a span that runs only while the office is open, as for a document marked 特急. It begins at once, or when the office next
   * opens; a span used up exactly at closing ends then, not when the office opens again.
   * @throws DomainError `calendar.span_invalid` unless `minutes` is a whole number from 1 to MAX_WORKING_MINUTES
   */
  addWorkingMinutes(from: Date, minutes: number): DueDate {
    assertSpan(minutes, MAX_WORKING_MINUTES);
    const derivation = new Derivation('working_minute');
    const start = from.getTime();
    let left = minutes * MINUTE_MS;
    for (let day = dayNumberAt(from); ; day += 1) {
      const rule = this.#rule(day);
      const open = rule.working ? after(start, this.#timetable.sessionsOn(day)) : [];
      const { used, endedAt } = spend(left, open);
      left -= used;
      // whether such a day is worked changes nothing, so it leaves the answer as settled as it was
      const tooLate = rule.working && used === 0;
      derivation.add(day, tooLate ? { reason: 'after_hours', note: rule.note, provisional: false } : rule, used / MINUTE_MS);
      if (endedAt !== null) return derivation.dueAt(day, endedAt);
    }
  }

  /**
   * Working days after the day of `from` up to and with the day of `to`: `addWorkingDays(from, n)` lies n working days from `from`.
   * Negative when `to` is the earlier.
   */
  workingDaysBetween(from: Date, to: Date): number {
    const [first, last] = [dayNumberAt(from), dayNumberAt(to)];
    if (first > last) return 0 - this.workingDaysBetween(to, from);
    let count = 0;
    for (let day = first + 1; day <= last; day += 1) if (this.#rule(day).working) count += 1;
    return count;
  }

  /** Whole minutes of office hours from one moment to another; the started minute is dropped. Negative when `to` is the earlier. */
  workingMinutesBetween(from: Date, to: Date): number {
    if (from > to) return 0 - this.workingMinutesBetween(to, from);
    const [start, end, last] = [from.getTime(), to.getTime(), dayNumberAt(to)];
    let ms = 0;
    for (let day = dayNumberAt(from); day <= last; day += 1) {
      if (!this.#rule(day).working) continue;
      for (const { opens, closes } of after(start, this.#timetable.sessionsOn(day))) ms += Math.max(0, Math.min(closes, end) - opens);
    }
    return Math.floor(ms / MINUTE_MS);
  }

  /** Whether a count between the two moments, in either order, rests on a day that no notice at hand settles. */
  provisionalBetween(from: Date, to: Date): boolean {
    const days = [dayNumberAt(from), dayNumberAt(to)];
    const last = Math.max(...days);
    for (let day = Math.min(...days); day <= last; day += 1) if (this.#rule(day).provisional) return true;
    return false;
  }

  #rule(day: DayNumber): DayRule {
    return this.#rules.get(day) ?? unknownDay(day);
  }
}

function assertSpan(span: number, limit: number): void {
  if (!Number.isInteger(span) || span < 1 || span > limit) throw calendarRefusal('calendar.span_invalid', { span, limit });
}

/** What is left of the sessions from a moment on. */
const after = (start: number, sessions: readonly OpenInterval[]): readonly OpenInterval[] =>
  sessions.filter(({ closes }) => closes > start).map(({ opens, closes }) => ({ opens: Math.max(opens, start), closes }));

/** How much of a span the sessions take, and the moment it ends in them; null when it goes on. */
function spend(span: number, sessions: readonly OpenInterval[]): { readonly used: number; readonly endedAt: number | null } {
  let used = 0;
  for (const { opens, closes } of sessions) {
    const left = span - used;
    if (left <= closes - opens) return { used: span, endedAt: opens + left };
    used += closes - opens;
  }
  return { used, endedAt: null };
}
