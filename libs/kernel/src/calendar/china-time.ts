import { calendarRefusal } from './calendar-errors.js';

/**
 * Government time. Everywhere in China, Xinjiang included, offices keep Beijing time: UTC+8 with no daylight saving since 1992
 * (IANA Asia/Shanghai; Asia/Urumqi is UTC+6 and no government time). The offset is therefore a constant here and neither the machine's
 * zone nor a zone database is asked. Days before 1992 are refused: an hour of them may be off, and no deadline lies there.
 */
const CHINA_OFFSET_MS = 8 * 3_600_000;
export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;

/** A calendar day of government time, `YYYY-MM-DD`. */
export type Day = string;

/** Days since 1970-01-01 on the government calendar: what the calendar counts with. */
export type DayNumber = number;

const FIRST = Date.UTC(1992, 0, 1) / DAY_MS;
const LAST = Date.UTC(2199, 11, 31) / DAY_MS;
const isCovered = (number: DayNumber): boolean => number >= FIRST && number <= LAST;

/** @throws DomainError `calendar.day_invalid` for anything but an existing day from 1992 to 2199 written `YYYY-MM-DD` */
export function dayNumberOf(day: Day): DayNumber {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // an engine may roll 02-30 over to March, so the day has to come back as it was written
  if (!isCovered(ms / DAY_MS) || dayOf(ms / DAY_MS) !== day) throw calendarRefusal('calendar.day_invalid', { day });
  return ms / DAY_MS;
}

// Writing a day costs more than all the counting that leads to it; there are no more than some ninety thousand of them to keep.
const written = new Map<DayNumber, Day>();

export function dayOf(number: DayNumber): Day {
  const known = written.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * DAY_MS).toISOString().slice(0, 10);
  written.set(number, day);
  return day;
}

/**
 * The government day in which a moment lies.
 * @throws DomainError `calendar.day_invalid` for an invalid Date and outside 1992 to 2199
 */
export function dayNumberAt(moment: Date): DayNumber {
  const number = Math.floor((moment.getTime() + CHINA_OFFSET_MS) / DAY_MS);
  if (!isCovered(number)) throw calendarRefusal('calendar.day_invalid', { day: String(moment.getTime()) });
  return number;
}

/** The government day of a moment: 16:00 UTC begins the next one. */
export const chinaDay = (moment: Date): Day => dayOf(dayNumberAt(moment));

/** Milliseconds since the epoch at which a government day begins. */
export const midnightOf = (number: DayNumber): number => number * DAY_MS - CHINA_OFFSET_MS;

/** 1970-01-01 was a Thursday. */
export const isWeekend = (number: DayNumber): boolean => (number + 3) % 7 >= 5;
