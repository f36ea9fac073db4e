import { WorkingCalendar } from './working-calendar.js';
import { xinjiangOfficeHours, xinjiangYears } from './xinjiang-calendar.js';

const calendar = new WorkingCalendar(xinjiangYears, xinjiangOfficeHours);
/** A moment given in government time. */
const china = (time: string): Date => new Date(`${time.replace(' ', 'T')}:00+08:00`);

describe('known answers', () => {
  it.each([
    ['before the Spring Festival of 2026, worked Saturdays at both ends', '2026-02-13 11:00', 2, '2026-02-24'],
    ['after it, the worked Saturday of 28 February counts', '2026-02-25 11:00', 3, '2026-02-28'],
    ['across the Spring Festival: 14, 24–28 February, 2–5 March', '2026-02-13 11:00', 10, '2026-03-05'],
    ['the worked Sunday of 20 September 2026', '2026-09-18 19:29', 1, '2026-09-20'],
    ['across the Mid-Autumn Festival and National Day of 2026', '2026-09-24 12:00', 5, '2026-10-09'],
    ['the worked Saturday of 10 October 2026', '2026-09-24 12:00', 6, '2026-10-10'],
    ['across 肉孜节 of 2025, which only Xinjiang keeps', '2025-03-28 12:00', 1, '2025-04-01'],
    ['across 古尔邦节 of 2025', '2025-06-05 12:00', 1, '2025-06-11'],
    ['across National Day of 2025 to the worked Saturday', '2025-09-30 12:00', 3, '2025-10-11'],
  ])('%s', (_, from, days, due) => {
    expect(calendar.addWorkingDays(china(from), days)).toMatchObject({ day: due, provisional: false });
  });

  it('ends a span of days at the close of business of its season', () => {
    expect(calendar.addWorkingDays(china('2026-11-23 10:00'), 1).at).toEqual(china('2026-11-24 19:30'));
    expect(calendar.addWorkingDays(china('2026-07-06 10:00'), 1).at).toEqual(china('2026-07-07 20:00'));
    expect(calendar.addWorkingDays(china('2026-04-29 10:00'), 1).at).toEqual(china('2026-04-30 19:30'));
  });

  it('does not count the day a span begins on, at whatever hour of government time it begins', () => {
    expect(calendar.addWorkingDays(china('2026-11-23 00:00'), 1).day).toBe('2026-11-24');
    expect(calendar.addWorkingDays(new Date('2026-11-23T15:59:59.999Z'), 1).day).toBe('2026-11-24');
    expect(calendar.addWorkingDays(new Date('2026-11-23T16:00:00Z'), 1).day).toBe('2026-11-25');
  });

  it.each([
    ['inside a session', '2026-11-23 10:00', 60, '2026-11-23 11:00'],
    ['over the midday pause', '2026-11-23 13:00', 120, '2026-11-23 16:30'],
    ['used up exactly at closing', '2026-11-23 10:00', 240, '2026-11-23 14:00'],
    ['one minute more opens the next session', '2026-11-23 10:00', 241, '2026-11-23 15:31'],
    ['arrived at night', '2026-11-23 23:00', 30, '2026-11-24 10:30'],
    ['arrived before opening', '2026-11-24 03:00', 30, '2026-11-24 10:30'],
    ['arrived at the moment of closing', '2026-11-27 19:30', 1, '2026-11-30 10:01'],
    ['over the whole Spring Festival', '2026-02-14 19:00', 90, '2026-02-24 11:00'],
    ['over the change to winter hours', '2026-09-30 19:00', 60 + 241, '2026-10-08 15:31'],
  ])('minutes: %s', (_, from, minutes, due) => {
    expect(calendar.addWorkingMinutes(china(from), minutes).at).toEqual(china(due));
  });

  it('counts nothing between two moments of the same closed stretch, and backwards with a minus sign', () => {
    expect(calendar.workingMinutesBetween(china('2026-02-14 19:30'), china('2026-02-24 10:00'))).toBe(0);
    expect(calendar.workingDaysBetween(china('2026-02-14 19:30'), china('2026-02-23 10:00'))).toBe(0);
    expect(calendar.workingDaysBetween(china('2026-11-27 10:00'), china('2026-11-23 10:00'))).toBe(-4);
    expect(calendar.workingMinutesBetween(china('2026-11-24 11:00'), china('2026-11-23 18:30'))).toBe(-120);
  });
});

describe('explanation', () => {
  it('tells the way to a due date in runs of days, without gaps, naming each holiday', () => {
    const { derivation } = calendar.addWorkingDays(china('2026-02-12 11:00'), 4);
    expect(derivation.map(({ from, to, amount, reason, note }) => [from, to, amount, reason, note])).toEqual([
      ['2026-02-12', '2026-02-12', 0, 'start', ''],
      ['2026-02-13', '2026-02-13', 1, 'weekday', ''],
      ['2026-02-14', '2026-02-14', 1, 'make_up_day', '春节调休上班'],
      ['2026-02-15', '2026-02-23', 0, 'day_off', '春节'],
      ['2026-02-24', '2026-02-25', 2, 'weekday', ''],
    ]);
    expect(derivation.map(({ counted }) => counted)).toEqual([false, true, true, false, true]);
  });

  it('says how many minutes each run gave, and when a working day had none left', () => {
    const { unit, derivation } = calendar.addWorkingMinutes(china('2026-11-27 20:00'), 500);
    expect(unit).toBe('working_minute');
    expect(derivation.map(({ from, to, amount, reason }) => [from, to, amount, reason])).toEqual([
      ['2026-11-27', '2026-11-27', 0, 'after_hours'],
      ['2026-11-28', '2026-11-29', 0, 'weekend'],
      ['2026-11-30', '2026-12-01', 500, 'weekday'],
    ]);
  });
});

describe('of a region with its own notices and hours', () => {
  const off = (day: string, note: string) => ({ day, kind: 'off', note }) as const;
  const region = new WorkingCalendar(
    [{ year: 2026, status: 'published', source: 'test', days: [off('2026-03-04', '节日一'), off('2026-03-05', '节日二')] }],
    [
      { from: '03-03', note: '', sessions: [{ opens: '09:00', closes: '12:00' }] },
      { from: '11-01', note: '', sessions: [{ opens: '10:00', closes: '13:00' }] },
    ],
  );

  it('a season holds from its first day, the last one over New Year', () => {
    expect(region.addWorkingDays(china('2026-02-27 10:00'), 1).at).toEqual(china('2026-03-02 13:00'));
    expect(region.addWorkingDays(china('2026-02-27 10:00'), 2).at).toEqual(china('2026-03-03 12:00'));
  });

  it('two holidays that touch are told apart', () => {
    const { derivation } = region.addWorkingDays(china('2026-03-03 10:00'), 1);
    expect(derivation.map(({ from, note }) => [from, note])).toEqual([
      ['2026-03-03', ''],
      ['2026-03-04', '节日一'],
      ['2026-03-05', '节日二'],
      ['2026-03-06', ''],
    ]);
  });

  it('the settled and the presumed days of one run are told apart', () => {
    const { derivation } = region.addWorkingDays(china('2026-12-30 10:00'), 2);
    expect(derivation.slice(1).map(({ from, to, provisional }) => [from, to, provisional])).toEqual([
      ['2026-12-31', '2026-12-31', false],
      ['2027-01-01', '2027-01-01', true],
    ]);
  });
});

describe('what no notice settles', () => {
  it('is counted by the weekday rule and flagged, for a year not published, and only from there on', () => {
    expect(calendar.addWorkingDays(china('2026-12-30 12:00'), 1)).toMatchObject({ day: '2026-12-31', provisional: false });
    const due = calendar.addWorkingDays(china('2026-12-30 12:00'), 2);
    expect(due).toMatchObject({ day: '2027-01-04', provisional: true });
    expect(due.derivation.map(({ from, provisional }) => [from, provisional])).toEqual([
      ['2026-12-30', false],
      ['2026-12-31', false],
      ['2027-01-01', true],
      ['2027-01-02', true],
      ['2027-01-04', true],
    ]);
    expect(calendar.addWorkingMinutes(china('2026-12-31 19:00'), 30).provisional).toBe(false);
    expect(calendar.addWorkingMinutes(china('2026-12-31 19:00'), 31).provisional).toBe(true);
  });

  it('holds for a year the calendar does not know, in either direction', () => {
    expect(calendar.addWorkingDays(china('2031-06-05 12:00'), 1)).toMatchObject({ day: '2031-06-06', provisional: true });
    expect(calendar.ruleOf('2024-10-01')).toEqual({ working: true, reason: 'weekday', note: '', provisional: true });
    expect(calendar.ruleOf('2024-10-05')).toMatchObject({ working: false, provisional: true });
    expect(calendar.addWorkingDays(china('2024-12-31 12:00'), 1)).toMatchObject({ day: '2025-01-02', provisional: false });
  });

  it('leaves an answer settled that only began after hours on such a day', () => {
    expect(calendar.addWorkingMinutes(china('2024-12-31 20:00'), 30)).toMatchObject({ day: '2025-01-02', provisional: false });
    expect(calendar.addWorkingMinutes(china('2024-12-31 19:00'), 31)).toMatchObject({ day: '2025-01-02', provisional: true });
  });

  it('holds for the weeks of 2026 whose regional holidays are not at hand, and not for the rest of that year', () => {
    const due = calendar.addWorkingDays(china('2026-03-12 12:00'), 1);
    expect(due).toMatchObject({ day: '2026-03-13', provisional: true });
    expect(due.derivation.at(-1)?.note).toBe('自治区肉孜节放假安排尚未录入');
    expect(calendar.addWorkingDays(china('2026-03-29 12:00'), 5).provisional).toBe(false);
    expect(calendar.addWorkingDays(china('2026-05-26 12:00'), 1).provisional).toBe(true);
    expect(calendar.addWorkingDays(china('2026-06-07 12:00'), 130).provisional).toBe(false);
  });

  it('is told of a count between two moments too', () => {
    expect(calendar.provisionalBetween(china('2026-10-01 12:00'), china('2026-12-31 12:00'))).toBe(false);
    expect(calendar.provisionalBetween(china('2027-01-01 00:00'), china('2026-12-31 12:00'))).toBe(true);
  });
});
