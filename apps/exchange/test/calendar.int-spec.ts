import { jest } from '@jest/globals';
import { type CalendarDayView, CalendarYearEntered, type PutCalendar } from '@karez/contracts-exchange';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { newId } from '@karez/kernel';
import { silentWatch } from '@karez/messaging';
import { CalendarYears } from '../src/deadline/calendar-years.js';
import { PutCalendarHandler } from '../src/deadline/commands/put-calendar.handler.js';
import { OpenDeadlines } from '../src/deadline/open-deadlines.js';
import { OverdueJob } from '../src/deadline/overdue.job.js';
import { lockDelivery } from '../src/delivery/lock.js';
import { ManyTimelines } from '../src/evidence/many-timelines.js';
import { ctxOf, Rooms, staff } from './rooms.js';

jest.setTimeout(30_000);

let rooms: Rooms;
let years: CalendarYears;
let put: PutCalendarHandler;
let department: string;
let county: string;
const office = staff(['exchange.calendar.write'], newId(), { scope: 'all' });

beforeAll(async () => {
  rooms = await Rooms.open();
  [department, county] = [rooms.region.department, rooms.region.counties[0]];
  years = new CalendarYears();
  put = new PutCalendarHandler(rooms.unitOfWork, years, rooms.deadlines, new OpenDeadlines(new ManyTimelines(rooms.timeline)));
  await rooms.source.query(`insert into node_setting values ('keys_valid_from', '2026-01-01T00:00:00Z')`);
  await rooms.keys.run(new Date('2026-01-02T00:00:00Z'));
}, 60_000);
beforeEach(() => rooms.source.query('delete from calendar_year'));
afterAll(() => rooms.close());

/** Tuesday, winter hours: 10:00–14:00 and 15:30–19:30 in Xinjiang's offices. */
const tuesday = new Date('2026-11-24T10:00:00+08:00');
const off = (day: string, note = '临时放假'): CalendarDayView => ({ day, kind: 'off', note });
const year2026 = async (...added: CalendarDayView[]): Promise<PutCalendar> => {
  const { status, source, days } = await years.get(rooms.source.manager, 2026);
  return { year: 2026, status, source, days: [...days, ...added] };
};
interface Row {
  readonly state: string;
  readonly dueAt: Date;
  readonly overdueAt: Date | null;
  readonly escalated?: number;
}
const both = async (id: string): Promise<[Row, Row]> => {
  const [held] = await rooms.source.query<Row[]>(
    'select state, due_at as "dueAt", overdue_at as "overdueAt", escalated from custody where id = $1',
    [id],
  );
  const [mirror] = await rooms.source.query<Row[]>(
    'select state, due_at as "dueAt", overdue_at as "overdueAt" from delivery where id = $1',
    [id],
  );
  return [held!, mirror!];
};

it('has the years that the platform brings along until the office enters its own, and nothing of others', async () => {
  expect(await years.get(rooms.source.manager, 2026)).toMatchObject({ status: 'published', version: 0 });
  expect(await years.get(rooms.source.manager, 2031)).toEqual({ year: 2031, status: 'provisional', source: '', days: [], version: 0 });
  await put.execute(await year2026(off('2026-11-25')), ctxOf(office));
  const entered = await years.get(rooms.source.manager, 2026);
  expect([entered.version, entered.days.at(-1)]).toEqual([1, off('2026-11-25')]);
});

it('moves the deadline of what nobody has decided, on both sides and in both timelines, and of nothing else', async () => {
  const [open, signed, urgent] = [
    await rooms.arrived(department, county, tuesday, { urgency: 'prompt' }),
    await rooms.arrived(department, county, tuesday, { urgency: 'prompt' }),
    await rooms.arrived(department, county, tuesday, { minutes: 60 }),
  ];
  await rooms.decide(signed, county, 'sign', new Date('2026-11-24T11:00:00+08:00'));
  const until = new Date('2026-11-24T19:30:00+08:00');
  expect((await both(open)).map(({ dueAt }) => dueAt)).toEqual([until, until]);
  const answer = await put.execute(await year2026(off('2026-11-24')), ctxOf(office, new Date('2026-11-24T12:00:00+08:00')));
  expect(answer).toMatchObject({ year: 2026, version: 1, moved: 2 });
  const next = new Date('2026-11-25T19:30:00+08:00');
  expect((await both(open)).map(({ dueAt }) => dueAt)).toEqual([next, next]);
  const hour = new Date('2026-11-25T11:00:00+08:00');
  expect((await both(urgent)).map(({ dueAt }) => dueAt)).toEqual([hour, hour]);
  expect((await both(signed))[0].dueAt).toEqual(until);
  expect(await rooms.kinds(open, 'recipient')).toEqual(['delivered', 'due_moved']);
  expect(await rooms.kinds(open, 'sender')).toEqual(['queued', 'attempt', 'delivered', 'due_moved']);
  expect(await rooms.kinds(signed, 'recipient')).toEqual(['delivered', 'signed_for']);
  // the chain goes on, and so does the delivery
  await rooms.decide(open, county, 'sign', new Date('2026-11-24T13:00:00+08:00'));
  const [chain] = await rooms.source.query<[{ broken: number }]>(
    `select count(*)::int as broken from delivery_event event join delivery_event before
       on before.delivery_id = event.delivery_id and before.side = event.side and before.seq = event.seq - 1
     where event.delivery_id = $1 and event.body::jsonb ->> 'previous' <> before.hash`,
    [open],
  );
  expect(chain.broken).toBe(0);
});

it('waits for an act that is under way, so that none ends with the deadline of the old calendar', async () => {
  const [id] = await rooms.sent(department, [county], tuesday, { urgency: 'prompt' });
  const runner = rooms.source.createQueryRunner();
  await runner.startTransaction();
  await lockDelivery(runner.manager, id!);
  const changing = put.execute(await year2026(off('2026-11-24')), ctxOf(office, tuesday));
  const first = await Promise.race([changing.then(() => 'changed'), new Promise((done) => setTimeout(done, 200, 'waits'))]);
  await runner.commitTransaction();
  await runner.release();
  await changing;
  expect(first).toBe('waits');
});

it('is not changed by somebody who answers for some of the bodies only, nor over a version that was not seen', async () => {
  const some = ctxOf(staff(['exchange.calendar.write'], department, { scope: 'unit_and_below', orgIds: [rooms.region.prefectures[0]] }));
  await expect(put.execute(await year2026(off('2026-11-25')), some)).rejects.toMatchObject({ code: 'auth.out_of_scope' });
  const below = ctxOf(staff(['exchange.calendar.write'], department, { scope: 'unit_and_below', orgIds: [rooms.region.ministry] }));
  await put.execute({ ...(await year2026(off('2026-11-25'))), version: 0 }, below);
  const stale = { ...(await year2026()), version: 0 };
  await expect(put.execute(stale, ctxOf(office))).rejects.toMatchObject({ code: 'state.version_changed' });
  const twice = await year2026(off('2026-11-25'));
  await expect(put.execute(twice, ctxOf(office))).rejects.toMatchObject({ code: 'exchange.calendar.day_twice' });
  expect((await years.get(rooms.source.manager, 2026)).version).toBe(1);
});

/** Moments relative to the database's own clock, because lateness is measured by it. */
const ago = (days: number): Date => new Date(Date.now() - days * 86_400_000);
const dueAgo = async (id: string, days: number): Promise<void> => {
  for (const table of ['custody', 'delivery']) await rooms.source.query(`update ${table} set due_at = $2 where id = $1`, [id, ago(days)]);
};

it('notes once, on both sides and however many replicas look, that a deadline has passed, and not before', async () => {
  const [late, inTime] = [await rooms.arrived(department, county, ago(1)), await rooms.arrived(department, county, ago(1))];
  await dueAgo(late, 0);
  await dueAgo(inTime, -1);
  const other = await rooms.beside();
  const beside = new OverdueJob(other, rooms.marks, rooms.deadlines, silentWatch);
  await Promise.all([rooms.overdue.run(), beside.run()]);
  await rooms.overdue.run();
  await other.destroy();
  expect((await both(late)).map(({ overdueAt }) => overdueAt)).toEqual([expect.any(Date), expect.any(Date)]);
  const marks = [...(await rooms.kinds(late, 'recipient')), ...(await rooms.kinds(late, 'sender'))];
  expect(marks.filter((kind) => kind === 'overdue')).toHaveLength(2);
  expect((await both(inTime)).map(({ overdueAt }) => overdueAt)).toEqual([null, null]);
});

it('tells first the office’s head, then the body above; what was decided is told to nobody', async () => {
  const [two, decided] = [await rooms.arrived(department, county, ago(30)), await rooms.arrived(department, county, ago(30))];
  await dueAgo(two, 20);
  await dueAgo(decided, 20);
  await rooms.decide(decided, county, 'sign', new Date());
  await rooms.overdue.run();
  expect((await both(two))[0].escalated).toBe(2);
  for (const side of ['recipient', 'sender'] as const) {
    const told = await rooms.source.query<{ level: number; name: string }[]>(
      `select (body::jsonb -> 'data' ->> 'level')::int as level, body::jsonb ->> 'orgName' as name from delivery_event
       where delivery_id = $1 and side = $2 and kind = 'escalated' order by seq`,
      [two, side],
    );
    expect(told).toEqual([
      { level: 1, name: '甲泉县水利局' },
      { level: 2, name: '东原地区水利局' },
    ]);
  }
  expect(await rooms.kinds(decided, 'recipient')).toEqual(['delivered', 'overdue', 'signed_for']);
});

it.each<['sign' | 'reject', string]>([
  ['sign', 'signed_for'],
  ['reject', 'rejected'],
])(
  'counts as overdue what is decided (%s) between its deadline and the next turn of the job, and nothing that is decided in time',
  async (decision, kind) => {
    const until = new Date('2026-11-24T11:00:00+08:00');
    const [late, inTime] = [
      await rooms.arrived(department, county, tuesday, { minutes: 60 }),
      await rooms.arrived(department, county, tuesday, { minutes: 60 }),
    ];
    await rooms.decide(late, county, decision, until);
    await rooms.decide(inTime, county, decision, new Date(until.getTime() - 1));
    expect((await both(late)).map(({ overdueAt }) => overdueAt)).toEqual([until, until]);
    expect((await both(inTime)).map(({ overdueAt }) => overdueAt)).toEqual([null, null]);
    expect(await rooms.kinds(late, 'recipient')).toEqual(['delivered', 'overdue', kind]);
    expect(await rooms.kinds(late, 'sender')).toEqual(['queued', 'attempt', 'delivered', 'overdue', kind]);
  },
);

it('takes back that a delivery is overdue when the new calendar gives it time, and can note it again', async () => {
  const id = await rooms.arrived(department, county, tuesday, { minutes: 60 });
  await rooms.source.query(`update custody set overdue_at = due_at, escalated = 1 where id = $1`, [id]);
  await rooms.source.query(`update delivery set overdue_at = due_at where id = $1`, [id]);
  await put.execute(await year2026(off('2026-11-24')), ctxOf(office, new Date('2026-11-24T12:00:00+08:00')));
  expect(await both(id)).toMatchObject([{ overdueAt: null, escalated: 0 }, { overdueAt: null }]);
});

it('tells the other services of the whole year, in the transaction that entered it', async () => {
  const told = () =>
    rooms.source.query<{ envelope: EventEnvelope<CalendarYearEntered> }[]>(
      'select envelope from outbox where subject = $1 order by position',
      [CalendarYearEntered.subject],
    );
  const before = (await told()).length;
  await put.execute(await year2026(off('2026-11-25')), ctxOf(office));
  const [{ envelope }] = (await told()).slice(before) as [{ envelope: EventEnvelope<CalendarYearEntered> }];
  expect(envelope).toMatchObject({ aggregateId: '2026', sequence: 0, data: { year: 2026, version: 1, status: 'published' } });
  expect(envelope.data.days.at(-1)).toEqual(off('2026-11-25'));
});
