import { jest } from '@jest/globals';
import { Rooms } from './rooms.js';

jest.setTimeout(30_000);

let rooms: Rooms;
beforeAll(async () => {
  rooms = await Rooms.open();
  await rooms.keys.run(new Date('2026-11-02T02:00:00Z'));
  await rooms.source.query(`update org_copy set abolished_on = '2026-11-25' where id = $1`, [rooms.region.counties[0]]);
}, 60_000);
afterAll(() => rooms.close());

/** The first minute of the 25th in government time is 16:00 UTC of the 24th. */
it.each([
  ['2026-11-24T15:59:00Z', 'delivered', null],
  ['2026-11-24T16:00:00Z', 'rejected', 'misaddressed'],
])('a body takes documents in until the day of its abolition: at %s it is %s', async (at, state, reason) => {
  const id = await rooms.arrived(rooms.region.department, rooms.region.counties[0], new Date(at));
  expect(await rooms.source.query('select state, reason from custody where id = $1', [id])).toEqual([{ state, reason }]);
});
