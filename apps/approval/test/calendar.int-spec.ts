import { jest } from '@jest/globals';
import { type ApprovalCalendar, calendarApi, type CalendarDay } from '@karez/contracts-approval';
import { CalendarYearEntered } from '@karez/contracts-exchange';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { chinaDay, newId, WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import { Inbox, traceparent } from '@karez/messaging';
import { ApprovalUnderTest, type Caller } from './approval-under-test.js';
import { Centre } from './centre.js';

jest.setTimeout(60_000);
const brought = new WorkingCalendar(xinjiangYears, xinjiangOfficeHours);
let approval: ApprovalUnderTest;
let centre: Centre;
let office: Caller;
beforeAll(async () => {
  approval = await ApprovalUnderTest.start();
  centre = await Centre.open(approval);
  office = await approval.caller({ permissions: ['approval.calendar.write'] }, centre.windowOrg);
}, 60_000);
beforeEach(() => approval.owner('delete from calendar_year'));
afterAll(() => approval.stop());

const year = new Date().getFullYear();
const off = (day: string): CalendarDay => ({ day, kind: 'off', note: '临时放假' });
const read = (of: number, as = office) => approval.call(calendarApi.getCalendar, { year: of }, { as });
const put = (entered: ApprovalCalendar, as = office) => approval.call(calendarApi.putCalendar, entered, { as });
/** The next working day, as a day that nobody has entered yet. */
const nextWorkingDay = (): string => chinaDay(brought.addWorkingDays(new Date(), 1).at);

it('has the years that the platform brings along, and says of others that they are not published', async () => {
  expect(await read(2026)).toMatchObject({ status: 'published', version: 0 });
  expect((await read(2026)).days.length).toBeGreaterThan(20);
  expect(await read(2031)).toEqual({ year: 2031, status: 'provisional', source: '', days: [], version: 0 });
});

it('derives every open case again and lists each change with its case and limit', async () => {
  const [one, other] = [await centre.accepted(), await centre.submitted()];
  const day = nextWorkingDay();
  const of = Number(day.slice(0, 4));
  const current = await read(of);
  const changed = await put({ ...current, status: 'published', days: [...current.days, off(day)] });
  expect(changed).toMatchObject({ year: of, version: 1, moved: changed.changes.length });
  for (const { number, id, dueAt } of [one, other]) {
    const after = await centre.view(id);
    expect(changed.changes).toContainEqual({ caseNumber: number, limit: expect.any(String) as string, from: dueAt, to: after.dueAt });
    expect(chinaDay(brought.addWorkingDays(new Date(dueAt!), 1).at)).toBe(chinaDay(new Date(after.dueAt!)));
    expect(after.timeline.at(-1)).toMatchObject({ kind: 'due_moved' });
  }
  expect(changed.changes.find(({ caseNumber }) => caseNumber === other.number)!.limit).toBe('受理期限');
  // the calendar as it was: the dates return
  const back = await put({ ...current, status: 'published', version: 1 });
  expect(back.version).toBe(2);
  expect((await centre.view(one.id)).dueAt).toBe(one.dueAt);
  const settle = await approval.database.query<unknown[]>(`select 1 from task where kind = 'approval.settle-dues' and state = 'waiting'`);
  expect(settle.length).toBeGreaterThanOrEqual(2);
});

it('a year that is not published makes the dates in it provisional', async () => {
  const { id, provisional } = await centre.submitted();
  expect(provisional).toBe((await read(year)).status === 'provisional');
  const { days, source } = await read(year);
  await put({ year, status: 'provisional', source, days });
  expect((await centre.view(id)).provisional).toBe(true);
});

it.each<[string, Partial<ApprovalCalendar>]>([
  ['approval.calendar.wrong_year', { days: [off('2027-01-01')] }],
  ['approval.calendar.day_twice', { days: [off('2026-01-01'), off('2026-01-01')] }],
  ['approval.calendar.year_bare', { days: [] }],
  ['request.invalid', { days: [off('2026-02-30')] }],
  ['request.invalid', { days: [{ day: '2026-01-01', kind: 'half' as 'off', note: '' }] }],
  ['state.version_changed', { days: [off('2026-01-01')], version: 7 }],
])('refuses with %s and changes nothing', async (code, more) => {
  await expect(put({ year: 2026, status: 'published', source: '通知', days: [], ...more })).rejects.toMatchObject({ code });
  expect((await read(2026)).version).toBe(0);
});

it('is changed by nobody who answers for a part of the windows, and read by staff', async () => {
  const current = await read(2026);
  await expect(put(current, centre.window)).rejects.toMatchObject({ code: 'auth.forbidden' });
  const elsewhere = await approval.caller({ permissions: ['approval.calendar.write'] });
  await expect(put(current, elsewhere)).rejects.toMatchObject({ code: 'auth.out_of_scope' });
  await expect(read(2026, centre.applicant)).rejects.toMatchObject({ code: expect.stringMatching(/^auth\./) as string });
});

it('of two changes of the same version one stands', async () => {
  const current = await read(2026);
  const both = await Promise.allSettled([put(current), put(current)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('takes a year over from exchange once and in order, and derives the open cases by it', async () => {
  const { id, dueAt } = await centre.accepted();
  const day = nextWorkingDay();
  const of = Number(day.slice(0, 4));
  const { source, days } = await read(of);
  const tell = (version: number, entered: CalendarYearEntered['days']) => {
    const { subject, aggregate } = CalendarYearEntered;
    const event: EventEnvelope<CalendarYearEntered> = {
      ...{ id: newId(), subject, producer: 'exchange', aggregate, aggregateId: String(of), sequence: 0 },
      ...{ occurredAt: new Date().toISOString(), trace: traceparent() },
      data: new CalendarYearEntered(of, version, 'published', source, entered),
    };
    return approval.service.app.get(Inbox).apply(event);
  };
  await tell(2, [...days, off(day)]);
  expect(await read(of)).toMatchObject({ version: 1, status: 'published' });
  expect(chinaDay(brought.addWorkingDays(new Date(dueAt!), 1).at)).toBe(chinaDay(new Date((await centre.view(id)).dueAt!)));
  // one of before comes late
  await tell(1, days);
  expect(await read(of)).toMatchObject({ version: 1 });
  await tell(3, days);
  expect((await centre.view(id)).dueAt).toBe(dueAt);
});
