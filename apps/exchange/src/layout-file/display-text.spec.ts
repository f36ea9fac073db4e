import { displayDate, displayText, parseTime } from './display-text.js';

it.each([
  ['20200817111329Z', '2020-08-17T11:13:29.000Z'],
  ['20201004072855.302Z', '2020-10-04T07:28:55.000Z'],
  ['2020-04-22 16:22:44', '2020-04-22T08:22:44.000Z'],
  ['20201010151120', '2020-10-10T07:11:20.000Z'],
  ["20260304113000+08'00'", '2026-03-04T03:30:00.000Z'],
  ["20260304113000+08'00", '2026-03-04T03:30:00.000Z'],
  ["20260304033000Z00'00'", '2026-03-04T03:30:00.000Z'],
  ['20260304113000-05', '2026-03-04T16:30:00.000Z'],
])('reads the time %s, in China Standard Time where it names no zone', (text, iso) => {
  expect(parseTime(text)?.toISOString()).toBe(iso);
});

it.each(['', '昨天', '2026-13-40 25:61:00', '20260304'])('reads no time in “%s”', (text) => {
  expect(parseTime(text)).toBeUndefined();
});

it.each([
  ['2021-6-4', '2021-06-04'],
  ['2020-04-25', '2020-04-25'],
  ['20200425', '2020-04-25'],
  ['2021-19-4', undefined],
  ['春天', undefined],
  [undefined, undefined],
])('shows the date %s as %s', (text, date) => {
  expect(displayDate(text)).toBe(date);
});

it('shows texts on one line, without what could turn or hide them, and not without end', () => {
  expect(displayText(' 通知\u202e\n 一 ')).toBe('通知 一');
  expect(displayText('\u0000 ')).toBeUndefined();
  expect(displayText('水'.repeat(9000))).toHaveLength(500);
});
