import type { ApprovalCalendar, CalendarDay } from '@karez/contracts-approval';
import { calendarYearOf } from './calendar.policy.js';

const off = (day: string): CalendarDay => ({ day, kind: 'off', note: '春节' });
const year = (days: CalendarDay[], more: Partial<ApprovalCalendar> = {}): ApprovalCalendar => ({
  ...{ year: 2027, status: 'published', source: '通知', days },
  ...more,
});

it('keeps the days of a year in their order', () => {
  expect(calendarYearOf(year([off('2027-02-07'), off('2027-02-06')])).days.map(({ day }) => day)).toEqual(['2027-02-06', '2027-02-07']);
});

it.each([
  ['approval.calendar.wrong_year', { day: '2026-12-31', year: 2027 }, year([off('2026-12-31')])],
  ['approval.calendar.day_twice', { day: '2027-02-06' }, year([off('2027-02-06'), off('2027-02-06')])],
  ['approval.calendar.day_invalid', { day: '2027-02-30' }, year([off('2027-02-30')])],
  ['approval.calendar.year_bare', { year: 2027 }, year([])],
] as const)('refuses with %s', (code, params, entered) => {
  expect(() => calendarYearOf(entered)).toThrow(expect.objectContaining({ code, params }));
});

it('takes a year of which the notice is not out without any day', () => {
  expect(calendarYearOf(year([], { status: 'provisional' })).days).toEqual([]);
});
