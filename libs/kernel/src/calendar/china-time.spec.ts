import { chinaDay } from './china-time.js';
import { WorkingCalendar } from './working-calendar.js';
import { xinjiangOfficeHours, xinjiangYears } from './xinjiang-calendar.js';

/** A moment given in government time. */
const china = (time: string): Date => new Date(`${time.replace(' ', 'T')}:00+08:00`);
const MINUTE = 60_000;
const DAY = 86_400_000;

it('begins a day at 16:00 UTC', () => {
  expect(chinaDay(new Date('2026-12-31T15:59:59.999Z'))).toBe('2026-12-31');
  expect(chinaDay(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01');
});

/** A Date that refuses everything the machine's zone has a say in. */
class ZonelessDate extends Date {
  constructor(...given: [number | string | Date]) {
    const [only] = given;
    if (given.length !== 1 || (typeof only === 'string' && !/(Z|\+08:00)$/.test(only)))
      throw new Error('the machine has been asked for its zone');
    super(only);
  }
}
const LOCAL = /^(get|set)(?!UTC|Time$)|^to(?!ISOString$|JSON$)/;
for (const name of Object.getOwnPropertyNames(Date.prototype).filter((each) => LOCAL.test(each))) {
  Object.defineProperty(ZonelessDate.prototype, name, {
    value: () => {
      throw new Error(`the machine has been asked for its zone: ${name}`);
    },
  });
}

it('asks the machine for no zone', () => {
  const machine = globalThis.Date;
  try {
    Reflect.set(globalThis, 'Date', ZonelessDate);
    expect(() => new Date().getHours()).toThrow('zone');
    const here = new WorkingCalendar(xinjiangYears, xinjiangOfficeHours);
    const from = china('2026-09-24 12:00');
    const [days, minutes] = [here.addWorkingDays(from, 6), here.addWorkingMinutes(from, 600)];
    expect([days.at.toISOString(), minutes.at.toISOString()]).toEqual(['2026-10-10T11:30:00.000Z', '2026-09-28T06:00:00.000Z']);
    expect([here.workingDaysBetween(from, days.at), here.workingMinutesBetween(from, minutes.at)]).toEqual([6, 600]);
  } finally {
    globalThis.Date = machine;
  }
});

it('knows no daylight saving: a day has the same hours all year', () => {
  const lengths = new Set<number>();
  for (let month = 1; month <= 12; month += 1) {
    const day = `2025-${String(month).padStart(2, '0')}-15`;
    for (const hour of ['00:00', '23:59']) expect(chinaDay(china(`${day} ${hour}`))).toBe(day);
    const opens = new WorkingCalendar(xinjiangYears, xinjiangOfficeHours).addWorkingMinutes(china(`${day} 21:00`), 1).at.getTime() - MINUTE;
    lengths.add((opens + 8 * 60 * MINUTE) % DAY);
  }
  expect([...lengths]).toEqual([10 * 60 * MINUTE]);
});
