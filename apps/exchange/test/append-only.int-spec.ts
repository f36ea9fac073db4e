import { jest } from '@jest/globals';
import { Rooms } from './rooms.js';

jest.setTimeout(30_000);

let rooms: Rooms;
const began = new Date('2026-11-02T02:00:00Z');

beforeAll(async () => {
  rooms = await Rooms.open();
  await rooms.keys.run(began);
  await rooms.arrived(rooms.region.department, rooms.region.counties[0], began);
}, 60_000);
afterAll(() => rooms.close());

describe.each(['statement', 'delivery_event'])('%s', (table) => {
  it.each([`update ${table} set kind = 'signed'`, `delete from ${table}`, `truncate ${table}`])(
    'is not changed by the service: %s is refused by the database',
    async (sql) => {
      const before = await rooms.source.query<unknown[]>(`select * from ${table}`);
      expect(before).not.toEqual([]);
      await expect(rooms.source.query(sql)).rejects.toMatchObject({ code: '42501' });
      expect(await rooms.source.query(`select * from ${table}`)).toEqual(before);
    },
  );
});
