import { WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import { levelAt } from './escalation.policy.js';

const calendar = new WorkingCalendar(xinjiangYears, xinjiangOfficeHours);
const at = (moment: string): Date => new Date(`${moment}+08:00`);
/** Wednesday before 国庆节, which lasts from Thursday to the Wednesday after. */
const due = at('2026-09-30T12:00:00');

it.each([
  [0, '2026-09-30T12:00:00'],
  [0, '2026-10-07T23:00:00'],
  [0, '2026-10-08T19:29:59'],
  [1, '2026-10-08T19:30:00'],
  [1, '2026-10-09T19:29:59'],
  [2, '2026-10-09T19:30:00'],
  [2, '2027-01-01T00:00:00'],
])('stands at level %i on %s, days off not counted', (level, moment) => {
  expect(levelAt(calendar, due, at(moment))).toBe(level);
});
