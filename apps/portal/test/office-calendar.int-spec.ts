import { jest } from '@jest/globals';
import { calendarApi, type CalendarView } from '@karez/contracts-exchange';
import { disclosureRequestApi, letterApi } from '@karez/contracts-portal';
import { xinjiangYears } from '@karez/kernel';
import { Bus } from '@karez/messaging';
import { OfficeCalendarJob } from '../src/calendar/office-calendar.job.js';
import { LetterDeskUnderTest } from './letter-desk-under-test.js';
import { PortalUnderTest } from './portal-under-test.js';

jest.setTimeout(40_000);
let portal: PortalUnderTest;
let letters: LetterDeskUnderTest;
let years: CalendarView[] = [];
beforeAll(async () => {
  portal = await PortalUnderTest.start();
  letters = await LetterDeskUnderTest.open(portal);
  const { connection } = portal.service.app.get(Bus);
  connection.subscribe(calendarApi.readCalendars.subject, {
    callback: (_error, message) => void message.respond(JSON.stringify({ ok: { years } })),
  });
}, 90_000);
afterAll(() => portal.stop());

const run = () => portal.service.app.get(OfficeCalendarJob).run();
/** Fourteen days from today on are declared off, on top of what the years have. */
function withDaysOff(version: number): CalendarView[] {
  const days = Array.from({ length: 14 }, (_, index) => new Date(Date.now() + index * 86_400_000).toISOString().slice(0, 10));
  return [...new Set(days.map((day) => Number(day.slice(0, 4))))].map((year): CalendarView => {
    const named = xinjiangYears.find((each) => each.year === year)?.days ?? [];
    const off = days.filter((day) => day.startsWith(String(year))).map((day) => ({ day, kind: 'off' as const, note: '临时放假' }));
    return { year, version, status: 'published', source: '试用通知', days: [...named.filter(({ day }) => !days.includes(day)), ...off] };
  });
}

it('what the office enters in exchange moves the open clocks, and none that are closed', async () => {
  const open = await letters.sent();
  const answered = await letters.answered(false);
  const asked = await portal.call(disclosureRequestApi.requestDisclosure, {
    ...{
      site: letters.desk.site.code,
      applicantKind: 'person',
      name: '试申请',
      identityNumber: '11010519491231002X',
      phone: '13900000000',
    },
    ...{ information: '某年度灌区渠系改造计划文件', form: 'electronic' },
  });
  const dues = async () => [
    (await portal.call(letterApi.getLetter, { letterId: open.letterId }, { as: letters.opener })).dueAt,
    (await portal.call(disclosureRequestApi.followDisclosureRequest, { receipt: asked.receipt, check: asked.check })).dueAt!,
    (await portal.call(letterApi.getLetter, { letterId: answered.letterId }, { as: letters.opener })).dueAt,
  ];
  await run();
  const before = await dues();
  years = withDaysOff(1);
  await run();
  const after = await dues();
  expect(after[0]! > before[0]! && after[1]! > before[1]!).toBe(true);
  expect(after[2]).toBe(before[2]);
  const versions = () => portal.database.query('select id, version from letter order by id');
  const written = await versions();
  await run();
  expect(await versions()).toEqual(written);
});
