import { minutesToSign } from '@karez/contracts-exchange';
import { WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import { derivationOf } from './derivation.js';

const calendar = new WorkingCalendar(xinjiangYears, xinjiangOfficeHours);
const due = (from: Date, minutes: number): Date => calendar.addWorkingMinutes(from, minutes).at;

it('tells each day on the way with its minutes and the reason why it does not count', () => {
  // the afternoon before 国庆节
  const from = new Date('2026-09-30T17:30:00+08:00');
  const { days, workingMinutes, provisional } = derivationOf(calendar, from, due(from, minutesToSign.prompt));
  expect(workingMinutes).toBe(480);
  expect(provisional).toBe(false);
  expect(days.map(({ day, minutes }) => [day.slice(5), minutes])).toEqual([
    ['09-30', 150],
    ...Array.from({ length: 7 }, (_, index) => [`10-0${index + 1}`, 0]),
    ['10-08', 330],
  ]);
  expect([days[1]?.note, days.at(-1)?.note]).toEqual(['国庆节', undefined]);
});

it('says of a weekend that it is one, and names a day worked in its place', () => {
  const from = new Date('2026-10-09T18:30:00+08:00');
  expect(derivationOf(calendar, from, due(from, 120)).days).toEqual([
    { day: '2026-10-09', minutes: 60 },
    { day: '2026-10-10', minutes: 60, note: '国庆节调休上班' },
  ]);
  const friday = new Date('2026-11-27T19:00:00+08:00');
  expect(derivationOf(calendar, friday, due(friday, 60)).days.map(({ note }) => note)).toEqual([undefined, '休息日', '休息日', undefined]);
});

it.each([1, 29, 59.5])('adds up to the allowance when the document came %d seconds into a minute', (seconds) => {
  const from = new Date(Date.parse('2026-11-24T13:40:00+08:00') + seconds * 1_000);
  const { days, workingMinutes } = derivationOf(calendar, from, due(from, 1_440));
  expect(days.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(1_440);
  expect(workingMinutes).toBe(1_440);
});

it('is provisional when a day on the way is settled by no notice', () => {
  const from = new Date('2026-03-12T17:00:00+08:00');
  expect(derivationOf(calendar, from, due(from, 480)).provisional).toBe(true);
});

it('gives no minute to a deadline that lies at the arrival', () => {
  const from = new Date('2026-11-24T13:40:00+08:00');
  expect(derivationOf(calendar, from, from)).toMatchObject({ workingMinutes: 0, days: [{ day: '2026-11-24', minutes: 0 }] });
});
