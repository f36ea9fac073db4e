import { jest } from '@jest/globals';
import type { ListBodies } from '@karez/contracts-exchange';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { chinaDay, newId } from '@karez/kernel';
import { Inbox, Reactions } from '@karez/messaging';
import { OrgCopy } from '@karez/service';
import { DirectoryLists } from '../src/body/directory.lists.js';
import { Groups } from '../src/body/groups.js';
import { explained } from './explained.js';
import { ctxOf, Rooms, staff } from './rooms.js';

jest.setTimeout(30_000);

let rooms: Rooms;
let directory: DirectoryLists;
/** A county that looks the directory up: its grant reaches itself alone. */
const now = new Date('2026-11-24T02:00:00Z');
const county = ctxOf(staff(['exchange.directory.read']), now);
const abolished = newId();
const orphan = newId();

beforeAll(async () => {
  rooms = await Rooms.open();
  directory = new DirectoryLists(rooms.source, rooms.bodies, new Groups(), rooms.ring);
  const { prefectures, counties, department } = rooms.region;
  await rooms.source.query(
    `update org_copy set division_code = told.code, short_name = told.short from jsonb_to_recordset($1) as told(id uuid, code text, short text)
     where org_copy.id = told.id`,
    [
      JSON.stringify([
        ...[{ id: prefectures[0], code: '653200', short: '东原局' }, { id: prefectures[1], code: '652100', short: '西泽局' }], // prettier-ignore
        ...counties.map((id, index) => ({ id, code: `65${index < 2 ? 32 : 21}2${index}`, short: null })),
      ]),
    ],
  );
  await rooms.source.query(
    `insert into org_copy (id, name, kind, parent_id, abolished_on, successor_id) values
       ($1, '北滩水管站', 'subordinate_unit', $3, '2026-11-24', $4), ($2, '北滩分站', 'subordinate_unit', $1, null, null)`,
    [abolished, orphan, department, counties[0]],
  );
  await rooms.source.query('insert into body_node values ($1, $2)', [counties[3], 'prefecture-652100']);
  await rooms.keys.run(new Date('2026-11-02T00:00:00Z'));
}, 60_000);
afterAll(() => rooms.close());

const names = async (request: ListBodies): Promise<string[]> => (await directory.list(request, county)).items.map(({ name }) => name);
const inOrder = [
  ...['水利部', '试水省水利厅', '西泽市水利局', '东原地区水利局'],
  ...['丙渠县水利局', '丁湖县水利局', '甲泉县水利局', '乙溪县水利局', '清河流域管理局', '北滩分站'],
];

it('lists the bodies that exchange, by rank, then division code, then name, the same page by page; whoever asks sees all', async () => {
  expect(await names({})).toEqual(inOrder);
  const paged: string[] = [];
  for (let after: string | undefined, pages = 0; pages < 10; pages += 1) {
    const { items, next } = await directory.list({ limit: 3, ...(after && { after }) }, county);
    paged.push(...items.map(({ name }) => name));
    after = next;
    if (!after) break;
  }
  expect(paged).toEqual(inOrder);
});

it.each<readonly [string, ListBodies, string[]]>([
  ['a part of a name', { q: '泉县' }, ['甲泉县水利局']],
  ['a part of a short name', { q: '泽局' }, ['西泽市水利局']],
  ['the beginning of a division code', { q: '6532' }, ['东原地区水利局', '甲泉县水利局', '乙溪县水利局']],
  ['what is no wildcard of the user’s', { q: '%' }, []],
  ['a kind', { kind: 'basin_body' }, ['清河流域管理局']],
  ['a group', { group: 'prefectures' }, ['西泽市水利局', '东原地区水利局']],
  ['the highest, with what hangs below none that stands', { tops: true }, ['水利部', '北滩分站']],
])('finds bodies by %s', async (_by, request, found) => {
  expect(await names(request)).toEqual(found);
});

it('finds the bodies below one, with how many stand below each and which node serves it', async () => {
  const { prefectures, counties } = rooms.region;
  const { items } = await directory.list({ parentId: prefectures[1] }, county);
  expect(items).toMatchObject([
    { id: counties[2], parentName: '西泽市水利局', children: 0 },
    { id: counties[3], nodeName: 'prefecture-652100' },
  ]);
  const [above] = (await directory.list({ q: '西泽' }, county)).items;
  expect(above).toMatchObject({ children: 2, divisionCode: '652100' });
  expect(above).not.toHaveProperty('nodeName');
});

it.each(['counties', 'basin'])('finds the members of %s of one body, and refuses a group that there is not', async (kind) => {
  const of = kind === 'basin' ? rooms.region.basin : rooms.region.prefectures[0];
  expect(await names({ group: `${kind}:${of}` })).toEqual(expect.arrayContaining(['甲泉县水利局', '乙溪县水利局']));
  for (const group of ['nobody', `${kind}:------------------------------------`])
    await expect(directory.list({ group }, county)).rejects.toMatchObject({ code: 'exchange.dispatch.group_unknown' });
});

it('shows a body with its line, its basins, and the certificates of the keys it works with', async () => {
  const body = await directory.get(rooms.region.counties[0], county);
  expect(body.path).toEqual(['水利部', '试水省水利厅', '东原地区水利局', '甲泉县水利局']);
  expect(body.basins).toEqual(['清河流域管理局']);
  const certified = body.certificates.map(({ body: text }) => JSON.parse(text) as { owner: string; use: string });
  expect(certified.map(({ use }) => use).sort()).toEqual(['encryption', 'signature']);
  expect(certified.every(({ owner }) => owner === body.id)).toBe(true);
  expect(body.keyValidUntil).toBeDefined();
});

it('does not offer a body that is no more, and still shows it to who has its id, with its successor', async () => {
  expect(await directory.get(abolished, county)).toMatchObject({
    ...{ name: '北滩水管站', abolishedOn: '2026-11-24', successorId: rooms.region.counties[0], children: 1 },
  });
  expect(await names({ q: '水管站' })).toEqual([]);
  const dayBefore = ctxOf(county.actor, new Date('2026-11-23T15:59:00Z'));
  expect((await directory.list({ q: '水管站' }, dayBefore)).items).toHaveLength(1);
  for (const id of [rooms.region.office, newId()]) await expect(directory.get(id, county)).rejects.toMatchObject({ code: 'not_found' });
});

it('counts a member of a group up to the day before its abolition, by government days', async () => {
  const id = newId();
  await rooms.source.query(`insert into org_copy (id, name, kind, abolished_on) values ($1, '旧流域局', 'basin_body', '2026-11-25')`, [id]);
  const seenAt = async (at: string): Promise<unknown[]> => {
    const ctx = ctxOf(county.actor, new Date(at));
    const { items } = await directory.listGroups(ctx);
    const members = await new Groups().members(rooms.source.manager, 'basins', chinaDay(ctx.now));
    return [items.find((group) => group.id === 'basins')?.members, members?.includes(id)];
  };
  expect(await seenAt('2026-11-24T15:59:00Z')).toEqual([2, true]);
  expect(await seenAt('2026-11-24T16:00:00Z')).toEqual([1, false]);
});

it('raises the version of the directory with each change that was told, and only then', async () => {
  const reactions = new Reactions();
  reactions.addFrom(new OrgCopy());
  const inbox = new Inbox(rooms.source, 'exchange', reactions);
  const versions: number[] = [];
  const told = async (sequence: number, orgId: string, id = newId()): Promise<string> => {
    const data = { orgId, name: `新站${sequence}`, kind: 'subordinate_unit', divisionCode: null, parentId: null, abolishedOn: null };
    const subject = 'evt.identity.org-changed.v1';
    const envelope: EventEnvelope = {
      id,
      subject,
      producer: 'identity',
      aggregate: 'org',
      aggregateId: orgId,
      sequence,
      occurredAt: '',
      trace: '',
      data,
    };
    await inbox.apply(envelope);
    versions.push((await directory.listGroups(county)).directoryVersion);
    return id;
  };
  const [one, other] = [newId(), newId()];
  await told(1, one);
  const second = await told(2, one);
  await told(2, one, second);
  await told(1, other);
  expect(versions).toEqual([1, 2, 2, 3]);
});

it('reads a page among 2,000 bodies without looking at any of them more than a few times', async () => {
  const bodies = 2_000;
  const large = await Rooms.open();
  try {
    await large.source.query(
      `insert into org_copy (id, name, kind, parent_id, division_code)
       select gen_random_uuid(), '第' || n || '县水利局', 'county_bureau', $1, lpad((650000 + n)::text, 6, '0') from generate_series(1, ${bodies}) n`,
      [large.region.prefectures[0]],
    );
    await large.source.query('analyze org_copy');
    const lists = new DirectoryLists(large.source, large.bodies, new Groups(), large.ring);
    const last = { sql: '', parameters: [] as unknown[] };
    const { logger } = large.source;
    logger.logQuery = (sql, parameters = []) => void Object.assign(last, { sql, parameters });
    for (const request of [{}, { q: '第19' }, { parentId: large.region.prefectures[0] }, { tops: true }] satisfies ListBodies[]) {
      expect((await lists.list(request, county)).items.length).toBeGreaterThan(0);
      const { touched } = await explained(large.source, last.sql, [...last.parameters]);
      expect(touched).toBeLessThan(4 * bodies);
    }
  } finally {
    await large.close();
  }
});
