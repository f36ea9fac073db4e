import { identityApi, type OrgView } from '@karez/contracts-identity';
import { createOrgCopy } from '@karez/persistence';
import { OrgCopy } from '@karez/service';
import { eventually, testDatabase } from '@karez/testing';
import { DataSource } from 'typeorm';
import { creditCheckSign } from '../src/org/credit-code.js';
import { type Caller, IdentityUnderTest } from './identity-under-test.js';

let identity: IdentityUnderTest;
let admin: Caller;
let hetian: string;
beforeAll(async () => {
  identity = await IdentityUnderTest.start();
  admin = await identity.signIn('admin');
  hetian = await identity.orgId('和田地区水利局');
}, 60_000);
afterAll(() => identity.stop());

let number = 0;
const create = (parentId = hetian, more: object = {}): Promise<OrgView> =>
  identity.call(identityApi.createOrg, { name: `试验机构${++number}`, kind: 'subordinate_unit', parentId, ...more } as never, {
    as: admin,
  });
const reorganise = (orgId: string, act: object): Promise<OrgView> =>
  identity.call(identityApi.reorganiseOrg, { orgId, reason: '机构改革方案', ...act } as never, { as: admin });
const history = async (orgId: string): Promise<string[]> =>
  (await identity.call(identityApi.getOrgHistory, { orgId }, { as: admin })).items.map(({ act, text }) => `${act} ${text}`);

it('is seeded with the region: 14 prefectures and cities, every county, a bureau for each, basins that cross them', async () => {
  const count = async (where: string): Promise<number> =>
    (await identity.one<{ count: number }>(`select count(*)::int from org where ${where}`)).count;
  expect(await count(`kind = 'prefecture_bureau'`)).toBe(14);
  expect(await count(`kind = 'county_bureau'`)).toBe(108);
  const department = await identity.orgId('新疆维吾尔自治区水利厅');
  const view = await identity.call(identityApi.getOrg, { orgId: await identity.orgId('策勒县水利局') }, { as: admin });
  expect(view).toMatchObject({
    divisionCode: '653225',
    acts: ['write'],
    path: [{ name: '水利部' }, { id: department }, { id: hetian }, { name: '策勒县水利局' }],
  });
  const basins = await identity.database.query(
    `select org.name from org_closure join org on org.id = ancestor_id where relation = 'basin' and descendant_id = $1 and org.kind = 'basin_body'`,
    [view.id],
  );
  expect(basins).toEqual([{ name: '新疆维吾尔自治区塔里木河流域管理局' }]);
  for (const name of ['巴音郭楞蒙古自治州水利局', '石河子市水利局', '塔什库尔干塔吉克自治县水利局', '库尔勒市水利局'])
    await identity.orgId(name);
});

it('opens a tree level by level, from the top of what the caller may see', async () => {
  const clerk = await identity.signIn('hetian.admin');
  const tops = await identity.call(identityApi.listOrgs, { tops: true }, { as: clerk });
  expect(tops.items.map(({ id }) => id)).toEqual([hetian]);
  const tree = await identity.call(identityApi.getOrgTree, { orgId: hetian }, { as: clerk });
  expect(tree.root).toMatchObject({ id: hetian, children: 8 });
  expect(tree.children.map(({ name }) => name)[0]).toBe('和田市水利局');
  const own = await identity.call(identityApi.listOrgs, { tops: true }, { as: await identity.signIn('cele.clerk') });
  expect(own.items.map(({ name }) => name)).toEqual(['策勒县水利局']);
});

it.each([
  ['策勒', '策勒县水利局'],
  ['cele', '策勒县水利局'],
  ['clx', '策勒县水利局'],
  ['653225', '策勒县水利局'],
  ['塔里木', '新疆维吾尔自治区塔里木河流域管理局'],
  ['Hotan', '和田地区水利局'],
])('finds by %s', async (q, name) => {
  const { items } = await identity.call(identityApi.listOrgs, { q }, { as: admin });
  expect(items.map((item) => item.name)).toContain(name);
  expect(items.length).toBeLessThan(12);
});

it.each(['%', '_', "' or true --", '\\'])('takes %s for a name that nobody has', async (q) => {
  expect((await identity.call(identityApi.listOrgs, { q }, { as: admin })).items).toEqual([]);
});

it('shows the public the directory, without offices unless asked', async () => {
  const all = async (offices: boolean): Promise<string[]> => {
    const { items } = await identity.call(identityApi.listDirectory, { limit: 200, ...(offices ? { offices } : {}) });
    return items.map(({ name }) => name);
  };
  expect(await all(false)).not.toContain('行政审批处');
  expect(await all(true)).toContain('行政审批处');
});

describe('setting up a body', () => {
  it('places it below its parent, within reach of whoever reaches the parent', async () => {
    const org = await create(hetian, { kind: 'office', name: '和田水政科' });
    expect(org.path.map(({ name }) => name).slice(-2)).toEqual(['和田地区水利局', '和田水政科']);
    const { items } = await identity.call(identityApi.listOrgs, { q: '水政' }, { as: await identity.signIn('hetian.admin') });
    expect(items.map(({ id }) => id)).toEqual([org.id]);
  });

  const first17 = '11650000MB1234567';
  it.each([
    ['a second name under one parent', { name: '策勒县水利局' }, 'identity.org.name_taken'],
    ['a division that does not exist', { divisionCode: '659999' }, 'identity.org.division_unknown'],
    [
      'a credit code whose check sign is wrong',
      { creditCode: `${first17}${creditCheckSign(first17) === '0' ? '1' : '0'}` },
      'identity.org.credit_code_invalid',
    ],
  ])('refuses %s', async (_, more, code) => {
    await expect(create(hetian, more)).rejects.toMatchObject({ code });
  });

  it('takes a good credit code once', async () => {
    const creditCode = `${first17}${creditCheckSign(first17)}`;
    expect(await create(hetian, { creditCode })).toMatchObject({ creditCode });
    await expect(create(hetian, { creditCode })).rejects.toMatchObject({ code: 'identity.org.credit_code_taken' });
  });
});

describe('reorganising', () => {
  it('renames, and the old name stays readable', async () => {
    const { id, name } = await create();
    expect((await reorganise(id, { act: 'rename', name: '更名后的单位' })).name).toBe('更名后的单位');
    expect(await history(id)).toEqual([`rename 更名：${name} → 更名后的单位。机构改革方案`, `create 设立：${name}`]);
    expect((await identity.call(identityApi.listOrgs, { q: 'gmhddw' }, { as: admin })).items.map((item) => item.id)).toEqual([id]);
  });

  it('moves a body with all below it, and dates both relations', async () => {
    const [top, below] = [await create(), await create()];
    await reorganise(below.id, { act: 'move', targetId: top.id });
    const kashgar = await identity.orgId('喀什地区水利局');
    const moved = await reorganise(top.id, {
      act: 'move',
      targetId: kashgar,
      effectiveOn: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
    });
    expect(moved.path.at(-2)!.id).toBe(kashgar);
    const reached = await identity.database.query(
      `select 1 from org_closure where relation = 'line' and ancestor_id = $1 and descendant_id = $2`,
      [kashgar, below.id],
    );
    expect(reached).toHaveLength(1);
    const edges = await identity.database.query(
      'select parent_id, valid_to is null as current from org_relation where child_id = $1 order by valid_to nulls last',
      [top.id],
    );
    expect(edges).toEqual([
      { parent_id: hetian, current: false },
      { parent_id: kashgar, current: true },
    ]);
    await expect(reorganise(top.id, { act: 'move', targetId: below.id })).rejects.toMatchObject({ code: 'identity.org.cycle' });
    await expect(reorganise(top.id, { act: 'move', targetId: top.id })).rejects.toMatchObject({ code: 'identity.org.cycle' });
  });

  it('merges: children and people go over, old grants do not, the name of old stays', async () => {
    const [from, into] = [await create(), await create()];
    const child = await create(from.id);
    const { person } = await identity.call(
      identityApi.createPerson,
      { account: 'merged.one', name: '并入者', orgId: from.id, title: '测工' },
      { as: admin },
    );
    await identity.call(
      identityApi.grantRole,
      { personId: person.id, postId: person.posts[0]!.id, roleId: await identity.roleId('unit_admin'), scope: 'unit_and_below' },
      { as: await identity.signIn('security') },
    );
    await reorganise(from.id, { act: 'merge', targetId: into.id });
    const after = await identity.call(identityApi.getPerson, { personId: person.id }, { as: admin });
    expect(after).toMatchObject({ orgId: into.id, grants: [], posts: [{ orgId: into.id, title: '测工', primary: true }] });
    expect((await identity.call(identityApi.getOrg, { orgId: child.id }, { as: admin })).parentId).toBe(into.id);
    expect((await identity.call(identityApi.getOrg, { orgId: from.id }, { as: admin })).abolishedOn).toBeDefined();
    const [told] = await identity.database.query<[{ data: object }]>(
      `select envelope -> 'data' as data from outbox where aggregate = 'org' and aggregate_id = $1 order by sequence desc limit 1`,
      [from.id],
    );
    expect(told.data).toMatchObject({ abolishedOn: expect.any(String), successorId: into.id, basinIds: [] });
    expect((await history(into.id))[0]).toContain(`接收并入：${from.name}`);
    expect((await identity.call(identityApi.listOrgs, { abolished: true }, { as: admin })).items.map(({ id }) => id)).toContain(from.id);
  });

  it('abolishes an empty body only, and nothing happens to it afterwards', async () => {
    const org = await create();
    const child = await create(org.id);
    await expect(reorganise(org.id, { act: 'abolish' })).rejects.toMatchObject({
      code: 'identity.org.has_members',
      params: { people: 0, children: 1 },
    });
    await reorganise(child.id, { act: 'abolish' });
    await reorganise(org.id, { act: 'abolish' });
    for (const act of [{ act: 'rename', name: '还想改名' }, { act: 'move', targetId: hetian }, { act: 'abolish' }]) {
      await expect(reorganise(org.id, act)).rejects.toMatchObject({ code: 'identity.org.abolished' });
    }
    await expect(create(org.id)).rejects.toMatchObject({ code: 'identity.org.abolished' });
    await create(hetian, { name: org.name });
  });

  it('carries a later one out on its day', async () => {
    const org = await create();
    await reorganise(org.id, { act: 'rename', name: '明年的名字', effectiveOn: '2099-01-01' });
    expect((await history(org.id))[0]).toBe('plan 拟于 2099-01-01 更名。机构改革方案');
    const { due } = await identity.one<{ due: Date }>(`select due_at as due from task where kind = 'identity.reorganise'`);
    expect(due.toISOString()).toBe('2098-12-31T16:00:00.000Z');
    await identity.database.query(`update task set due_at = now() where kind = 'identity.reorganise'`);
    await eventually(async () =>
      expect((await identity.call(identityApi.getOrg, { orgId: org.id }, { as: admin })).name).toBe('明年的名字'),
    );
    expect((await identity.call(identityApi.getOrgHistory, { orgId: org.id }, { as: admin })).items[0]).toMatchObject({
      act: 'rename',
      at: '2099-01-01',
      by: '江管渠',
    });
  });

  it.each([
    [{ act: 'rename' }, 'name'],
    [{ act: 'move' }, 'targetId'],
    [{ act: 'abolish', effectiveOn: '1999-01-01' }, 'effectiveOn'],
  ])('refuses %o, which lacks or mistakes %s', async (act, field) => {
    const { id } = await create();
    await expect(reorganise(id, act)).rejects.toMatchObject({
      code: 'request.invalid',
      params: { errors: [expect.objectContaining({ field })] },
    });
  });

  it('refuses who has seen an older version', async () => {
    const { id, version } = await create();
    await reorganise(id, { act: 'rename', name: `先改的${number}`, version });
    await expect(reorganise(id, { act: 'rename', name: '后改的', version })).rejects.toMatchObject({ code: 'state.version_changed' });
  });
});

it('tells enough of all this for a copy elsewhere that reaches as far as the own closure, by line and by basin', async () => {
  const told = await identity.database.query<{ envelope: Parameters<OrgCopy['keep']>[0] }[]>(
    `select envelope from outbox where aggregate = 'org' order by sequence, position desc`,
  );
  const elsewhere = await testDatabase('identity-copy');
  const copy = await new DataSource({ type: 'postgres', url: elsewhere.url }).initialize();
  try {
    await createOrgCopy(copy);
    await copy.transaction(async (manager) => {
      for (const { envelope } of told) await new OrgCopy().keep(envelope, { manager });
    });
    const reach = (from: DataSource): Promise<object[]> =>
      from.query(`select relation, ancestor_id, descendant_id from org_closure where relation <> 'guidance' order by 1, 2, 3`);
    expect(await reach(copy)).toEqual(await reach(identity.database));
    const [{ crossed }] = await copy.query<[{ crossed: number }]>(
      `select count(*)::int as crossed from org_closure reach join org_copy basin on basin.id = reach.ancestor_id
       where reach.relation = 'basin' and basin.short_name = '塔里木河流域管理局'`,
    );
    expect(crossed).toBeGreaterThan(40);
  } finally {
    await copy.destroy();
    await elsewhere.drop();
  }
});
