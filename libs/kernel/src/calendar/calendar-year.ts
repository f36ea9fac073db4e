import { calendarRefusal } from './calendar-errors.js';
import { type Day, type DayNumber, dayNumberOf, isWeekend } from './china-time.js';

/** A day on which the weekday rule does not decide: a holiday, or a weekend day worked in exchange (调休). */
export interface CalendarDay {
  readonly day: Day;
  readonly kind: 'working' | 'off';
  /** What the office calls it: `春节`, `国庆节调休上班`. */
  readonly note: string;
}

/** Days, both ends included, of a published year that a notice still to come, or not at hand, may change. */
export interface UnsettledPeriod {
  readonly from: Day;
  readonly to: Day;
  readonly note: string;
}

/** One calendar year as the holiday notices leave it. */
export interface CalendarYear {
  readonly year: number;
  /** `provisional`: the notice of the year is not out, so every day of it is only presumed. */
  readonly status: 'published' | 'provisional';
  /** The notices the days are taken from, by name and number. */
  readonly source: string;
  /** Only the days that a notice names; all others follow the weekday rule. */
  readonly days: readonly CalendarDay[];
  readonly unsettled?: readonly UnsettledPeriod[];
}

export type DayReason = 'weekday' | 'weekend' | 'day_off' | 'make_up_day';

/** What the calendar knows of one day. */
export interface DayRule {
  readonly working: boolean;
  readonly reason: DayReason;
  /** The notice's word for a named day, or why the day is unsettled; otherwise empty. */
  readonly note: string;
  /** No notice at hand settles this day: it is only presumed to be what `working` says. */
  readonly provisional: boolean;
}

const presumed = (working: boolean, provisional: boolean): DayRule => {
  return { working, reason: working ? 'weekday' : 'weekend', note: '', provisional };
};
const settled = { weekday: presumed(true, false), weekend: presumed(false, false) };
const unknown = { weekday: presumed(true, true), weekend: presumed(false, true) };

/** The rule of a day in a year of which nothing is known: Monday to Friday, and flagged. */
export const unknownDay = (number: DayNumber): DayRule => unknown[isWeekend(number) ? 'weekend' : 'weekday'];

/**
 * The rule of every day of the given years.
 * @throws DomainError `calendar.empty`, `calendar.year_repeated`, `calendar.year_bare`, `calendar.day_invalid`, `calendar.day_misplaced`,
 * `calendar.day_repeated`
 */
export function dayRules(years: readonly CalendarYear[]): ReadonlyMap<DayNumber, DayRule> {
  if (years.length === 0) throw calendarRefusal('calendar.empty');
  const rules = new Map<DayNumber, DayRule>();
  for (const year of years) addYear(rules, year);
  return rules;
}

function addYear(rules: Map<DayNumber, DayRule>, { year, status, days, unsettled = [] }: CalendarYear): void {
  const first = dayNumberOf(`${year}-01-01`);
  const last = dayNumberOf(`${year}-12-31`);
  if (rules.has(first)) throw calendarRefusal('calendar.year_repeated', { year });
  // a year's notice always names days; an import that lost them must not turn every holiday into a working day
  if (status === 'published' && days.length === 0) throw calendarRefusal('calendar.year_bare', { year });
  const within = (day: Day): DayNumber => {
    const number = dayNumberOf(day);
    if (number < first || number > last) throw calendarRefusal('calendar.day_misplaced', { day, year });
    return number;
  };

  const byWeekday = status === 'published' ? settled : unknown;
  for (let number = first; number <= last; number += 1) rules.set(number, byWeekday[isWeekend(number) ? 'weekend' : 'weekday']);
  for (const { from, to, note } of unsettled) {
    const [begin, end] = [within(from), within(to)];
    if (begin > end) throw calendarRefusal('calendar.day_invalid', { day: `${from}–${to}` });
    for (let number = begin; number <= end; number += 1) rules.set(number, { ...unknownDay(number), note });
  }
  const named = new Set<DayNumber>();
  for (const { day, kind, note } of days) {
    const number = within(day);
    if (named.has(number)) throw calendarRefusal('calendar.day_repeated', { day });
    named.add(number);
    const working = kind === 'working';
    rules.set(number, { working, reason: working ? 'make_up_day' : 'day_off', note, provisional: status === 'provisional' });
  }
}
