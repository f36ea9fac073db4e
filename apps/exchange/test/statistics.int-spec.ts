import { jest } from '@jest/globals';
import type { CalendarDayView, ExchangeStatistics, GetStatistics } from '@karez/contracts-exchange';
import { type Actor, newId } from '@karez/kernel';
import { CalendarYears } from '../src/deadline/calendar-years.js';
import { PutCalendarHandler } from '../src/deadline/commands/put-calendar.handler.js';
import { OpenDeadlines } from '../src/deadline/open-deadlines.js';
import { lockDelivery } from '../src/delivery/lock.js';
import { ManyTimelines } from '../src/evidence/many-timelines.js';
import { foldStatistics, type HistoryEvent } from '../src/statistics/fold.js';
import { periodOf } from '../src/statistics/period.js';
import { bodiesOf, receivedBy, sentBy, Statistics } from '../src/statistics/statistics.js';
import { explainedQuery } from './explained.js';
import { ctxOf, Rooms, staff } from './rooms.js';

jest.setTimeout(120_000);

let rooms: Rooms;
let statistics: Statistics;
let put: PutCalendarHandler;
let years: CalendarYears;
const abolished = 3;

beforeAll(async () => {
  rooms = await Rooms.open();
  statistics = new Statistics(rooms.source, rooms.deadlines);
  years = new CalendarYears();
  put = new PutCalendarHandler(rooms.unitOfWork, years, rooms.deadlines, new OpenDeadlines(new ManyTimelines(rooms.timeline)));
  await rooms.keys.run(new Date('2026-10-01T00:00:00Z'));
  // it refuses by itself whatever comes
  await rooms.source.query(`update org_copy set abolished_on = '2026-10-20' where id = $1`, [rooms.region.counties[abolished]]);
});
afterAll(() => rooms.close());

const reader = (scope: 'all' | 'unit' | 'unit_and_below', orgId = newId()): Actor => staff(['exchange.statistics.read'], orgId, { scope });

/** The same sequence for the same seed: numbers from 0 up to a bound. */
function seeded(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * bound);
  };
}
const begin = Date.parse('2026-11-02T00:00:00+08:00');
const hourMs = 3_600_000;

/** Deliveries between random bodies over three weeks, each with a random fate; in the middle of it the calendar changes. */
async function happen(seed: number, count: number): Promise<void> {
  const below = seeded(seed);
  const { department, prefectures, counties } = rooms.region;
  const bodies = [department, ...prefectures, ...counties];
  const open: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const from = bodies[below(bodies.length - 1)]!;
    const others = bodies.filter((body) => body !== from);
    const to = others[below(others.length)]!;
    const times = Array.from({ length: 4 }, () => below(96) + below(60) / 60).sort((one, other) => one - other);
    const start = begin + (below(20 * 24) + below(60) / 60) * hourMs;
    const [sent, ...at] = [new Date(start), ...times.map((hours) => new Date(start + hours * hourMs))];
    const [id] = await rooms.sent(from, [to], sent, { minutes: [30, 120, null][below(3)] ?? null });
    open.push(id!);
    const fate = below(10);
    if (fate === 0) await rooms.recall(id!, from, at[0]!);
    else if (fate === 1) await tombstone(id!, from, at[0]!);
    else await live(id!, { from, to, at, fate });
    if (made === Math.floor(count / 2)) await giveTime();
  }
  for (const id of open) await markAt(id, new Date(begin + (below(25) + 1) * 24 * hourMs));
}

async function live(id: string, { from, to, at, fate }: { from: string; to: string; at: readonly Date[]; fate: number }): Promise<void> {
  await rooms.carry(id, at[0]!);
  if (to === rooms.region.counties[abolished]) return;
  if (fate % 2) await rooms.urge(id, from, at[1]!);
  await markAt(id, at[1]!);
  if (fate === 2) return rooms.recall(id, from, at[2]!);
  if (fate === 3) return rooms.decide(id, to, 'reject', at[2]!);
  if (fate >= 5) await rooms.decide(id, to, 'sign', at[2]!);
  if (fate === 9) await rooms.decide(id, to, 'return', at[3]!);
}
const markAt = (id: string, now: Date): Promise<void> =>
  rooms.act(reader('all'), now, async (tx) => {
    await lockDelivery(tx.manager, id);
    await rooms.marks.mark(tx, id);
  });

/** An attempt begins and nothing comes of it; the recall overtakes the document. */
async function tombstone(id: string, from: string, at: Date): Promise<void> {
  await rooms.act(reader('all'), at, async (tx) => {
    const delivery = await rooms.mirror.find(tx, id);
    delivery!.attempt();
    await tx.save(delivery!);
  });
  await rooms.recall(id, from, at);
}

/** A delivery is overdue on a day that the office then declares free: it is no longer. */
async function giveTime(): Promise<void> {
  const { department, counties } = rooms.region;
  const at = (hour: number): Date => new Date(Date.parse('2026-11-10T00:00:00+08:00') + hour * hourMs);
  const id = await rooms.arrived(department, counties[0], at(10), { minutes: 30 });
  await markAt(id, at(11));
  await changeCalendar(at(12));
}

async function changeCalendar(now: Date): Promise<void> {
  const { status, source, days } = await years.get(rooms.source.manager, 2026);
  const added: CalendarDayView[] = ['2026-11-10', '2026-11-12'].map((day) => ({ day, kind: 'off', note: '临时放假' }));
  const kept = days.filter(({ day }) => !added.some((each) => each.day === day));
  await put.execute(
    { year: 2026, status, source, days: [...kept, ...added] },
    ctxOf(staff(['exchange.calendar.write'], newId(), { scope: 'all' }), now),
  );
}

async function folded(request: GetStatistics, whose: (id: string) => boolean = () => true): Promise<Omit<ExchangeStatistics, 'at'>> {
  const events = await rooms.source.query<HistoryEvent[]>(
    `select delivery_id as "deliveryId", side, seq, kind, at, body::jsonb -> 'data' as data from delivery_event`,
  );
  const owners = await rooms.source.query<{ key: string; id: string; name: string }[]>(
    `select 'sender ' || delivery.id as key, org.id, org.name from delivery join org_copy org on org.id = delivery.org_id
     union all select 'recipient ' || custody.id, org.id, org.name from custody join org_copy org on org.id = custody.org_id`,
  );
  const bodies = new Map(owners.filter(({ id }) => whose(id)).map(({ key, id, name }) => [key, { id, name }]));
  return foldStatistics(events, {
    period: periodOf(request, new Date()),
    calendar: await rooms.deadlines.calendar(),
    bodyOf: (deliveryId, side) => bodies.get(`${side} ${deliveryId}`),
  });
}
const counted = async (request: GetStatistics, actor: Actor): Promise<Omit<ExchangeStatistics, 'at'>> => {
  const { at: _at, ...rest } = await statistics.of(request, ctxOf(actor));
  return rest;
};
const month = { from: '2026-11-01', to: '2026-11-30' };

it.each([20_261_124, 7])('equals a fold of the events whatever has happened: history %i', async (seed) => {
  await happen(seed, 30);
  const all = await counted(month, reader('all'));
  expect(all).toEqual(await folded(month));
  // the history is not an empty one
  const { total } = all;
  for (const name of ['sent', 'received', 'signed', 'rejected', 'recalled', 'returned', 'waiting', 'overdue', 'urged'] as const)
    expect([name, total[name] > 0]).toEqual([name, true]);
  expect(total.slowestMinutesToSign).toBeGreaterThan(total.medianMinutesToSign ?? Infinity);
  const week = { from: '2026-11-09', to: '2026-11-11' };
  expect(await counted(week, reader('all'))).toEqual(await folded(week));
});

it('counts the bodies in reach only, and of them the one that is asked for', async () => {
  const { prefectures, counties } = rooms.region;
  const below = await counted(month, reader('unit_and_below', prefectures[0]));
  const reached = [prefectures[0], counties[0], counties[1]];
  expect(below).toEqual(await folded(month, (id) => reached.includes(id)));
  const one = await counted({ ...month, orgId: counties[1] }, reader('all'));
  expect(one).toEqual(await folded(month, (id) => id === counties[1]));
  const beyond = await counted({ ...month, orgId: counties[2] }, reader('unit', counties[1]));
  expect([beyond.total.sent + beyond.total.received, beyond.byBody]).toEqual([0, []]);
});

it('reads, of 100,000 deliveries over two years, no more than those of the period and of the bodies in reach', async () => {
  const large = await Rooms.open();
  try {
    await fill(large);
    const now = new Date('2026-11-24T02:00:00Z');
    const [{ id: some }] = await large.source.query<[{ id: string }]>(
      `select id from org_copy where kind = 'county_bureau' and name like '第%' limit 1`,
    );
    const cases = [
      { actor: reader('all'), request: {}, most: 3 * 100_000 * (30 / 730) },
      { actor: reader('unit', some), request: { from: '2025-11-24', to: '2026-11-24' }, most: 3_000 },
    ];
    for (const { actor, request, most } of cases) {
      const period = periodOf(request, now);
      const bodies = () => bodiesOf(large.source.manager, actor, undefined);
      const [sent, received] = [
        await explainedQuery(large.source, sentBy(bodies(), period)),
        await explainedQuery(large.source, receivedBy(bodies(), period)),
      ];
      expect([sent.scans, received.scans].flat().filter((scan) => /Seq Scan (?:delivery|custody)/.test(scan))).toEqual([]);
      expect(sent.touched).toBeLessThan(most);
      expect(received.touched).toBeLessThan(most);
    }
  } finally {
    await large.close();
  }
});

async function fill({ source }: Rooms): Promise<void> {
  await source.query(
    `insert into org_copy (id, name, kind) select gen_random_uuid(), '第' || n || '县水利局', 'county_bureau' from generate_series(1, 200) n`,
  );
  const bodies = `(select id, row_number() over (order by id) - 1 as place from org_copy where name like '第%')`;
  const dispatch = newId();
  await source.query(
    `insert into dispatch (id, version, event_sequence, org_id, document_id, digest, title, number, sent_at, sent_by, sent_by_name)
     values ($1, 1, 0, $1, $1, repeat('0', 64), '', '', now(), $1, '')`,
    [dispatch],
  );
  const at = `timestamptz '2026-11-24' - n * interval '10.5 minutes'`;
  await source.query(
    `insert into delivery (id, version, event_sequence, state, dispatch_id, org_id, digest, sent_at, recipient_id, recipient_name, recipient_kind, role, ordinal)
     select gen_random_uuid(), 1, 0, 'signed_for', $1, sender.id, repeat('0', 64), ${at}, sender.id, '', '', 'primary', 1
     from generate_series(1, 100000) n join ${bodies} sender on sender.place = n % 200`,
    [dispatch],
  );
  await source.query(
    `insert into custody (id, version, event_sequence, state, org_id, sender_id, sender_name, dispatch_id, digest, role, arrived_at, decided_at, epoch)
     select gen_random_uuid(), 1, 0, 'signed_for', recipient.id, recipient.id, '', $1, repeat('0', 64), 'primary', ${at}, ${at} + interval '3 hours', 2
     from generate_series(1, 100000) n join ${bodies} recipient on recipient.place = n * 7 % 200`,
    [dispatch],
  );
  for (const table of ['org_copy', 'delivery', 'custody']) await source.query(`analyze ${table}`);
}
