import { CalendarYearEntered } from '@karez/contracts-exchange';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { xinjiangYears } from '@karez/kernel';
import { CalendarCopy } from '../src/calendar/calendar-copy.reaction.js';
import { Calendars } from '../src/calendar/calendars.js';
import { OaUnderTest } from './oa-under-test.js';

let oa: OaUnderTest;
beforeAll(async () => (oa = await OaUnderTest.start()), 60_000);
afterAll(() => oa.stop());

const brought = xinjiangYears.find(({ year }) => year === 2026)!;
const day = '2026-11-25';
const tell = (version: number, days: CalendarYearEntered['days']) =>
  oa.database.transaction((manager) =>
    oa.service.app
      .get(CalendarCopy)
      .keep({ data: new CalendarYearEntered(2026, version, 'published', '通知', days) } as unknown as EventEnvelope<CalendarYearEntered>, {
        manager,
      }),
  );
const isWorking = async () => (await oa.service.app.get(Calendars).workingCalendar(oa.database.manager)).isWorkingDay(day);

it('counts by the calendar that the platform brings along until a year was entered, and then by that, the latest of it', async () => {
  expect(await isWorking()).toBe(true);
  await tell(2, [...brought.days, { day, kind: 'off', note: '临时放假' }]);
  expect(await isWorking()).toBe(false);
  await tell(1, brought.days);
  expect(await isWorking()).toBe(false);
  await tell(3, brought.days);
  expect(await isWorking()).toBe(true);
});
