import { chinaDay } from './china-time.js';
import { WorkingCalendar } from './working-calendar.js';
import { xinjiangOfficeHours, xinjiangYears } from './xinjiang-calendar.js';

const calendar = new WorkingCalendar(xinjiangYears, xinjiangOfficeHours);
/** A moment given in government time. */
const china = (time: string): Date => new Date(`${time.replace(' ', 'T')}:00+08:00`);
const MINUTE = 60_000;
const DAY = 86_400_000;

/** The same sequence for the same seed (mulberry32). */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

describe('against an independent reckoning, 2025 and 2026', () => {
  // written out from the notices once more, by day instead of by period
  const holidays = new Set(
    [
      '2025: 0101 0128 0129 0130 0131 0203 0204 0331 0404 0501 0502 0505 0602 0606 0609 0610 1001 1002 1003 1006 1007 1008',
      '2026: 0101 0102 0216 0217 0218 0219 0220 0223 0406 0501 0504 0505 0619 0925 1001 1002 1005 1006 1007',
    ].flatMap(daysOf),
  );
  const weekendsWorked = new Set(['2025: 0126 0208 0427 0928 1011', '2026: 0104 0214 0228 0509 0920 1010'].flatMap(daysOf));

  function daysOf(line: string): string[] {
    const [year = '', days = ''] = line.split(': ');
    return days.split(' ').map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`);
  }
  function isWorked(day: string): boolean {
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    return weekday === 0 || weekday === 6 ? weekendsWorked.has(day) : !holidays.has(day);
  }
  const allDays = Array.from({ length: 730 }, (_, index) => new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10));

  it('agrees on every day', () => {
    expect(allDays.filter((day) => calendar.isWorkingDay(day) !== isWorked(day))).toEqual([]);
    expect(allDays.filter(isWorked)).toHaveLength(244 + 248);
  });

  it('agrees on 500 spans of working days, and counts them back', () => {
    const worked = allDays.filter(isWorked);
    const pick = sequence(7);
    for (let round = 0; round < 500; round += 1) {
      const begins = allDays[pick(600)] ?? '';
      const from = new Date(china(`${begins} 00:00`).getTime() + pick(1440) * MINUTE);
      const days = 1 + pick(70);
      const due = calendar.addWorkingDays(from, days);
      expect({ begins, days, due: due.day }).toEqual({ begins, days, due: worked.filter((day) => day > begins)[days - 1] });
      expect(calendar.workingDaysBetween(from, due.at)).toBe(days);
      expect(calendar.workingDaysBetween(due.at, from)).toBe(-days);
    }
  });

  it('agrees on 60 spans of minutes counted one by one', () => {
    const pick = sequence(11);
    const isOpen = (ms: number): boolean => {
      const wall = new Date(ms + 8 * 60 * MINUTE).toISOString();
      const [day, time] = [wall.slice(0, 10), wall.slice(11, 16)];
      const summer = day.slice(5) >= '05-01' && day.slice(5) < '10-01';
      const [opens, closes] = summer ? ['16:00', '20:00'] : ['15:30', '19:30'];
      return isWorked(day) && ((time >= '10:00' && time < '14:00') || (time >= opens && time < closes));
    };
    for (let round = 0; round < 60; round += 1) {
      const from = china(`${allDays[pick(700)] ?? ''} 00:00`).getTime() + pick(1440) * MINUTE;
      const minutes = 1 + pick(1_500);
      let at = from;
      for (let left = minutes; left > 0; at += MINUTE) if (isOpen(at)) left -= 1;
      expect(calendar.addWorkingMinutes(new Date(from), minutes).at).toEqual(new Date(at));
    }
  });
});

describe('for any span', () => {
  it('the explanation adds up to the span and leaves no day out', () => {
    const pick = sequence(20261123);
    for (let round = 0; round < 100; round += 1) {
      const from = new Date(china('2025-01-01 00:00').getTime() + pick(730 * 1440) * MINUTE);
      const days = 1 + pick(60);
      const minutes = 1 + pick(6_000);
      for (const [due, span] of [
        [calendar.addWorkingDays(from, days), days] as const,
        [calendar.addWorkingMinutes(from, minutes), minutes] as const,
      ]) {
        expect(due.derivation.reduce((sum, { amount }) => sum + amount, 0)).toBe(span);
        expect([due.derivation[0]?.from, due.derivation.at(-1)?.to]).toEqual([chinaDay(from), due.day]);
        expect(due.day).toBe(chinaDay(due.at));
        due.derivation.slice(1).forEach(({ from: begin }, index) => {
          expect(Date.parse(begin) - Date.parse(due.derivation[index]?.to ?? '')).toBe(DAY);
        });
      }
    }
  });

  it('workingMinutesBetween undoes addWorkingMinutes, to the millisecond the span began at', () => {
    const pick = sequence(3);
    for (let round = 0; round < 500; round += 1) {
      const from = new Date(china('2025-01-01 00:00').getTime() + pick(900 * 1440) * MINUTE + pick(MINUTE));
      const minutes = 1 + pick(20_000);
      const { at } = calendar.addWorkingMinutes(from, minutes);
      expect(calendar.workingMinutesBetween(from, at)).toBe(minutes);
      expect(calendar.workingMinutesBetween(from, new Date(at.getTime() - 1))).toBe(minutes - 1);
      expect(calendar.workingMinutesBetween(at, from)).toBe(-minutes);
    }
  });
});
