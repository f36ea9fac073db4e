import { jest } from '@jest/globals';
import { deliveryApi, eventFeedApi, type FeedEvents, type ReadEvents } from '@karez/contracts-exchange';
import { newId } from '@karez/kernel';
import { eventually } from '@karez/testing';
import type { EntityManager } from 'typeorm';
import { TidyFeedJob } from '../src/feed/tidy-feed.job.js';
import { type Caller, ExchangeUnderTest } from './exchange-under-test.js';

jest.setTimeout(40_000);

let exchange: ExchangeUnderTest;
let department: Caller;
let county: Caller;
let other: Caller;

beforeAll(async () => {
  exchange = await ExchangeUnderTest.start();
  const { region } = exchange;
  department = await exchange.clerkOf(region.department);
  county = await exchange.clerkOf(region.counties[0]);
  other = await exchange.clerkOf(region.counties[1]);
}, 60_000);
afterAll(() => exchange.stop());

const read = (as: Caller, request: ReadEvents = {}): Promise<FeedEvents> => exchange.call(eventFeedApi.readEvents, request, { as });
/** The kinds that are there after a place, once there are as many. */
const kindsAfter = (as: Caller, after: string, count: number): Promise<string[]> =>
  eventually(async () => {
    const { items } = await read(as, { after });
    expect(items).toHaveLength(count);
    return items.map(({ kind }) => kind);
  });
const told = (manager: EntityManager, orgId: string, id = newId()): Promise<unknown> =>
  manager.query(
    `insert into feed_event (id, org_id, kind, at, delivery_id, dispatch_id, side, state)
     values ($1, $2, 'delivery.urged', now(), $3, $4, 'recipient', 'delivered')`,
    [id, orgId, newId(), newId()],
  );

it('each body is told of its own side, and another body of nothing', async () => {
  const [sent, received] = [(await read(department)).cursor, (await read(county)).cursor];
  const deliveryId = await exchange.delivered(department, exchange.region.counties[0]);
  await exchange.call(deliveryApi.signDelivery, { deliveryId }, { as: county });
  expect(await kindsAfter(county, received, 1)).toEqual(['delivery.arrived']);
  expect(await kindsAfter(department, sent, 2)).toEqual(['delivery.delivered', 'delivery.signed_for']);
  expect((await read(county)).items[0]).toMatchObject({
    ...{ orgId: exchange.region.counties[0], deliveryId, side: 'recipient', state: 'delivered' },
  });
  expect((await read(other)).items).toEqual([]);
});

it('the answer always says where to go on, also when there was nothing', async () => {
  expect(await read(other)).toEqual({ items: [], cursor: '0:0' });
  const before = (await read(county)).cursor;
  await told(exchange.database.manager, exchange.region.counties[0]);
  const { cursor } = await eventually(async () => {
    const page = await read(county, { after: before });
    expect(page.items).not.toEqual([]);
    return page;
  });
  expect(await read(county, { after: cursor })).toEqual({ items: [], cursor });
});

it('page after page gives each event once, in the order of its position', async () => {
  const body = exchange.region.counties[2];
  const as = await exchange.clerkOf(body);
  const ids = Array.from({ length: 5 }, () => newId());
  for (const id of ids) await told(exchange.database.manager, body, id);
  await kindsAfter(as, '0:0', 5);
  const seen: string[] = [];
  for (let { items, cursor } = await read(as, { limit: 2 }); items.length; { items, cursor } = await read(as, { limit: 2, after: cursor }))
    seen.push(...items.map(({ id }) => id));
  expect(seen).toEqual(ids);
});

it('what commits late is not skipped: nothing after it is shown before', async () => {
  const body = exchange.region.counties[3];
  const as = await exchange.clerkOf(body);
  const [early, late] = [newId(), newId()];
  const slow = exchange.database.createQueryRunner();
  await slow.startTransaction();
  await told(slow.manager, body, early);
  await told(exchange.database.manager, body, late);
  const meanwhile = await read(as);
  await slow.commitTransaction();
  await slow.release();
  expect(meanwhile).toEqual({ items: [], cursor: '0:0' });
  await kindsAfter(as, meanwhile.cursor, 2);
  expect((await read(as, { after: meanwhile.cursor })).items.map(({ id }) => id)).toEqual([early, late]);
});

it('old events go; a cursor from before them is refused, one that has seen them is not, and a reading without one begins with what is kept', async () => {
  const body = newId();
  const as = await exchange.caller({ permissions: ['exchange.event.read'] }, body);
  const ids = Array.from({ length: 4 }, () => newId());
  for (const id of ids) await told(exchange.database.manager, body, id);
  await kindsAfter(as, '0:0', 4);
  const cursors = (await read(as)).items.map(({ cursor }) => cursor);
  await exchange.rows(`update feed_event set at = now() - interval '401 days' where id = any($1)`, [ids.slice(0, 2)]);
  const job = exchange.service.app.get(TidyFeedJob);
  expect([await job.run(), await job.run()]).toEqual([2, 0]);
  await expect(read(as, { after: cursors[0]! })).rejects.toMatchObject({ code: 'exchange.feed.cursor_expired' });
  expect((await read(as, { after: cursors[1]! })).items.map(({ id }) => id)).toEqual(ids.slice(2));
  expect((await read(as)).items.map(({ id }) => id)).toEqual(ids.slice(2));
});

it('who may not read events is refused, and so is a cursor that cannot be one', async () => {
  const clerk = await exchange.caller({ permissions: ['exchange.inbox.read'] }, exchange.region.counties[0]);
  await expect(read(clerk)).rejects.toMatchObject({ code: 'auth.forbidden' });
  await expect(read(county, { after: '99999999999999999999:1' })).rejects.toMatchObject({ code: 'list.cursor_invalid' });
  await expect(read(county, { after: '1:9999999999999999999' })).rejects.toMatchObject({ code: 'list.cursor_invalid' });
  await expect(read(county, { limit: 501 })).rejects.toMatchObject({ code: 'request.invalid' });
});
