import { calendarRefusal } from './calendar-errors.js';
import { type DayNumber, dayOf, midnightOf, MINUTE_MS } from './china-time.js';

/** A stretch of one day during which the office is open, in government time `HH:MM`. */
export interface OfficeSession {
  readonly opens: string;
  readonly closes: string;
}

/** The hours (作息时间) an office keeps from a day of the year until the next season begins; the last one runs over New Year. */
export interface OfficeHours {
  /** First day of the season, `MM-DD`. */
  readonly from: string;
  readonly note: string;
  /** In the order of the day, not overlapping. */
  readonly sessions: readonly OfficeSession[];
}

/** Open from `opens` up to `closes`, milliseconds; of a day's plan since its midnight, of a day's sessions since the epoch. */
export interface OpenInterval {
  readonly opens: number;
  readonly closes: number;
}

interface Season {
  readonly from: string;
  readonly plan: readonly OpenInterval[];
  /** When the last session ends, since midnight. */
  readonly closes: number;
}

/** When the office is open on a working day. */
export class OfficeTimetable {
  readonly #seasons: readonly [Season, ...Season[]];
  readonly #overNewYear: Season;

  /** @throws DomainError `calendar.empty`, `calendar.hours_invalid` or `calendar.hours_overlap`, both with `from` */
  constructor(hours: readonly OfficeHours[]) {
    const [first, ...later] = hours.map(season).sort((one, other) => (one.from < other.from ? -1 : 1));
    if (!first) throw calendarRefusal('calendar.empty');
    this.#seasons = [first, ...later];
    const froms = this.#seasons.map(({ from }) => from);
    const repeated = froms.find((from, index) => froms.indexOf(from) !== index);
    if (repeated) throw calendarRefusal('calendar.hours_invalid', { from: repeated });
    this.#overNewYear = later.at(-1) ?? first;
  }

  /** The sessions of a day, as moments; whether the day is worked is the calendar's to say. */
  sessionsOn(day: DayNumber): readonly OpenInterval[] {
    const midnight = midnightOf(day);
    return this.#seasonOf(day).plan.map(({ opens, closes }) => ({ opens: midnight + opens, closes: midnight + closes }));
  }

  /** The close of business on a day (停止业务活动的时间), milliseconds since the epoch. */
  closeOf(day: DayNumber): number {
    return midnightOf(day) + this.#seasonOf(day).closes;
  }

  #seasonOf(day: DayNumber): Season {
    const monthDay = dayOf(day).slice(5);
    return this.#seasons.findLast(({ from }) => from <= monthDay) ?? this.#overNewYear;
  }
}

function season({ from, sessions }: OfficeHours): Season {
  // a year without 29 February keeps the seasons of one with it
  if (!/^\d{2}-\d{2}$/.test(from) || from === '02-29' || !isMonthDay(from)) throw calendarRefusal('calendar.hours_invalid', { from });
  let closed = -1;
  const plan = sessions.map((session) => {
    const [opens, closes] = [minuteOf(session.opens), minuteOf(session.closes)];
    if (opens === null || closes === null || opens >= closes) throw calendarRefusal('calendar.hours_invalid', { from });
    if (opens < closed) throw calendarRefusal('calendar.hours_overlap', { from });
    closed = closes;
    return { opens: opens * MINUTE_MS, closes: closes * MINUTE_MS };
  });
  if (plan.length === 0) throw calendarRefusal('calendar.hours_invalid', { from });
  return { from, plan, closes: closed * MINUTE_MS };
}

function isMonthDay(monthDay: string): boolean {
  const moment = new Date(`2000-${monthDay}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(5, 10) === monthDay;
}

function minuteOf(time: string): number | null {
  const { hour, minute } = /^(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)$/.exec(time)?.groups ?? {};
  return hour && minute ? Number(hour) * 60 + Number(minute) : null;
}
