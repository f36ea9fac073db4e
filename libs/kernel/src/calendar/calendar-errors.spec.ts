import { DomainError } from '../domain-error.js';
import type { CalendarYear } from './calendar-year.js';
import type { OfficeHours } from './office-hours.js';
import { WorkingCalendar } from './working-calendar.js';
import { xinjiangOfficeHours, xinjiangYears } from './xinjiang-calendar.js';

const calendar = new WorkingCalendar(xinjiangYears, xinjiangOfficeHours);
/** A moment given in government time. */
const china = (time: string): Date => new Date(`${time.replace(' ', 'T')}:00+08:00`);

describe('a calendar that is none', () => {
  const year = (more: Partial<CalendarYear> = {}): CalendarYear => {
    return { year: 2026, status: 'published', source: 'test', days: [{ day: '2026-01-01', kind: 'off', note: '元旦' }], ...more };
  };
  const hours = (...sessions: readonly [string, string][]): OfficeHours => {
    return { from: '01-01', note: '', sessions: sessions.map(([opens, closes]) => ({ opens, closes })) };
  };
  const open = hours(['10:00', '14:00'], ['14:00', '18:00']);
  const holiday = { day: '2026-05-01', kind: 'off', note: '劳动节' } as const;

  it('accepts sessions that touch, and one season for the whole year', () => {
    expect(new WorkingCalendar([year()], [open]).addWorkingMinutes(china('2026-03-02 13:00'), 120).at).toEqual(china('2026-03-02 15:00'));
  });

  it.each<[string, string, readonly CalendarYear[], readonly OfficeHours[]]>([
    ['no year', 'calendar.empty', [], [open]],
    ['no hours', 'calendar.empty', [year()], []],
    ['a published year that names no day', 'calendar.year_bare', [year({ days: [] })], [open]],
    ['a year twice', 'calendar.year_repeated', [year(), year()], [open]],
    ['a day twice', 'calendar.day_repeated', [year({ days: [holiday, { ...holiday, kind: 'working' }] })], [open]],
    ['a day of another year', 'calendar.day_misplaced', [year({ year: 2025 })], [open]],
    ['a day that does not exist', 'calendar.day_invalid', [year({ days: [{ ...holiday, day: '2026-02-29' }] })], [open]],
    ['a day not written as one', 'calendar.day_invalid', [year({ days: [{ ...holiday, day: '2026-5-1' }] })], [open]],
    [
      'an unsettled period backwards',
      'calendar.day_invalid',
      [year({ unsettled: [{ from: '2026-03-02', to: '2026-03-01', note: '' }] })],
      [open],
    ],
    ['sessions that overlap', 'calendar.hours_overlap', [year()], [hours(['10:00', '14:00'], ['13:59', '18:00'])]],
    ['sessions out of order', 'calendar.hours_overlap', [year()], [hours(['15:30', '19:30'], ['10:00', '14:00'])]],
    ['a session that ends before it begins', 'calendar.hours_invalid', [year()], [hours(['14:00', '10:00'])]],
    ['a time that is none', 'calendar.hours_invalid', [year()], [hours(['10:00', '24:00'])]],
    ['a season without sessions', 'calendar.hours_invalid', [year()], [hours()]],
    ['two seasons from the same day', 'calendar.hours_invalid', [year()], [open, open]],
    ['a season from a day that is none', 'calendar.hours_invalid', [year()], [{ ...open, from: '02-30' }]],
  ])('is refused: %s', (_, code, years, seasons) => {
    expect(() => new WorkingCalendar(years, seasons)).toThrow(new DomainError(code));
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 10_000_000])('answers no span of %p', (span) => {
    expect(() => calendar.addWorkingDays(china('2026-11-23 10:00'), span)).toThrow('calendar.span_invalid');
    expect(() => calendar.addWorkingMinutes(china('2026-11-23 10:00'), span)).toThrow('calendar.span_invalid');
  });

  it.each([Number.NaN, -1, Date.UTC(2200, 0, 1)])('answers no moment of %p', (ms) => {
    expect(() => calendar.addWorkingDays(new Date(ms), 1)).toThrow('calendar.day_invalid');
    expect(() => calendar.workingMinutesBetween(new Date(ms), china('2026-11-23 10:00'))).toThrow('calendar.day_invalid');
  });
});
