import { identityApi, type PersonCreated, type PersonView } from '@karez/contracts-identity';
import type { AnyOperation } from '@karez/contracts-kernel';
import { newId } from '@karez/kernel';
import { contracts } from '../src/catalogue.js';
import { type Caller, IdentityUnderTest } from './identity-under-test.js';

let identity: IdentityUnderTest;
let admin: Caller;
let security: Caller;
let unitAdmin: Caller;
let cele: string;
beforeAll(async () => {
  identity = await IdentityUnderTest.start();
  [admin, security, unitAdmin] = [await identity.signIn('admin'), await identity.signIn('security'), await identity.signIn('hetian.admin')];
  cele = await identity.orgId('策勒县水利局');
}, 60_000);
afterAll(() => identity.stop());

/** bai, bei, qiu (龟兹), quan, xi, zi */
const readings = ['白水清', '北流川', '龟兹月', '泉映月', '溪知秋', '紫原香'];
let number = 0;
const create = (more: object = {}, commandId = newId()): Promise<PersonCreated> =>
  identity.call(
    identityApi.createPerson,
    { account: `person.${++number}`, name: '测试员', orgId: cele, title: '岗位', ...more },
    {
      as: admin,
      commandId,
    },
  );
const names = async (request: object, as = admin): Promise<string[]> =>
  (await identity.call(identityApi.listPeople, request as never, { as })).items.map(({ name }) => name);

it('shows the clerk of 策勒县水利局 her own body and nobody of another county', async () => {
  const clerk = await identity.signIn('cele.clerk');
  expect(await names({}, clerk)).toEqual(['清源长', '泉映月']);
  await expect(
    identity.call(identityApi.getPerson, { personId: await identity.personId('yutian.clerk') }, { as: clerk }),
  ).rejects.toMatchObject({ code: 'not_found' });
  expect(await identity.call(identityApi.getPerson, { personId: await identity.personId('cele.leader') }, { as: clerk })).toMatchObject({
    name: '清源长',
    acts: [],
  });
});

it('is seeded with a clerk of the office who is the department’s too, and with one of each basin and of two units', async () => {
  const reaching = await identity.database.query<{ account: string; over: string[] }[]>(
    `select person.account, array_agg(org.name order by org.position) as over
     from person join post on post.person_id = person.id join role_grant on role_grant.post_id = post.id
       join role on role.id = role_grant.role_id and role.code = 'clerk'
       join org on org.id = any(case role_grant.scope when 'listed' then role_grant.org_ids else array[post.org_id] end)
     where org.kind in ('department', 'basin_body', 'subordinate_unit') or person.account = 'office.clerk' group by 1`,
  );
  const bodies = new Map(reaching.map(({ account, over }) => [account, over]));
  expect(bodies.get('office.clerk')).toEqual(['新疆维吾尔自治区水利厅', '办公室']);
  expect([...bodies.keys()].sort()).toEqual(
    ['bortala', 'hydrology', 'ili', 'information', 'irtysh', 'manas', 'office', 'tarim', 'turpan-hami'].map((name) => `${name}.clerk`),
  );
});

it('sorts names by their reading and pages without gap or repetition, in both directions', async () => {
  for (const sort of ['name', '-name', 'account', '-account', '-created']) {
    const whole = await identity.call(identityApi.listPeople, { sort, limit: 200 } as never, { as: admin });
    const paged: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await identity.call(identityApi.listPeople, { sort, limit: 7, ...(after ? { after } : {}) } as never, { as: admin });
      paged.push(...page.items.map(({ id }) => id));
      if (!(after = page.next)) break;
    }
    expect(paged).toEqual(whole.items.map(({ id }) => id));
    expect(new Set(paged).size).toBe(paged.length);
    const order = whole.items.map(({ name }) => name).filter((name) => readings.includes(name));
    if (sort === 'name') expect(order).toEqual(readings);
    if (sort === '-name') expect(order).toEqual([...readings].reverse());
  }
  const { next } = await identity.call(identityApi.listPeople, { sort: 'name', limit: 7 }, { as: admin });
  await expect(identity.call(identityApi.listPeople, { sort: 'account', after: next! }, { as: admin })).rejects.toMatchObject({
    code: 'list.cursor_invalid',
  });
});

it.each(['泉映', '映月', 'quanyingyue', 'quan', 'qyy', 'QYY', 'cele.clerk', ' 泉 映月 '])('finds 泉映月 by "%s"', async (q) => {
  expect(await names({ q })).toContain('泉映月');
});

it('filters by body, by body and all below, and by state', async () => {
  const hetian = await identity.orgId('和田地区水利局');
  expect((await names({ orgId: hetian })).sort()).toEqual(['坎听泉', '渠长青']);
  expect(await names({ orgId: hetian, below: true })).toEqual(expect.arrayContaining(['坎听泉', '泉映月', '溪知秋']));
  const { person } = await create();
  await identity.call(identityApi.disablePerson, { personId: person.id, reason: '试' }, { as: security });
  expect(await names({ orgId: cele, state: 'disabled' })).toEqual(['测试员']);
});

it('registers somebody with a first password that is shown once', async () => {
  const commandId = newId();
  const request = { account: 'new.clerk', name: '单清泉', mobile: '13900000001' };
  const created = await create(request, commandId);
  expect(created.person).toMatchObject({
    account: 'new.clerk',
    orgName: '策勒县水利局',
    posts: [{ title: '岗位', primary: true }],
    grants: [],
  });
  expect(await create(request, commandId)).toMatchObject({ person: { id: created.person.id }, firstPassword: '' });
  await expect(create({ account: 'new.clerk' })).rejects.toMatchObject({ code: 'identity.person.account_taken' });
  const { signedIn } = await identity.signIn('new.clerk', { password: created.firstPassword });
  expect(signedIn.passwordMustChange).toBe(true);
  expect(await names({ q: 'shanqing' })).toEqual(['单清泉']); // 单 is read shan as a surname, dan elsewhere
  expect(JSON.stringify(await identity.database.query('select reply from handled_command'))).not.toContain(created.firstPassword);
});

it('takes an account once, however many register it at the same moment', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => create({ account: 'contested' })));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const codes = new Set(outcomes.map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as { code: string }).code : 'done')));
  expect([...codes].sort()).toEqual(['done', 'identity.person.account_taken']);
});

it('changes what is given, removes what is empty, and refuses who saw an older version', async () => {
  const { person } = await create({ email: 'a@karez.example', mobile: '13900000002' });
  const change = { personId: person.id, name: '改名者', email: '', version: person.version };
  const changed = await identity.call(identityApi.updatePerson, change, { as: admin });
  expect(changed).toMatchObject({ name: '改名者', mobile: '13900000002' });
  expect(changed.email).toBeUndefined();
  await expect(identity.call(identityApi.updatePerson, change, { as: admin })).rejects.toMatchObject({ code: 'state.version_changed' });
  expect(await names({ q: 'gmz' })).toEqual(['改名者']);
});

describe('posts', () => {
  const assign = (person: PersonView, more: object): Promise<PersonView> =>
    identity.call(identityApi.assignPost, { personId: person.id, title: '第二岗', ...more } as never, { as: admin });

  it('are held side by side, one of them the primary one, which says where a person is at home', async () => {
    const { person } = await create();
    const yutian = await identity.orgId('于田县水利局');
    const two = await assign(person, { orgId: yutian });
    expect(two.posts.map(({ orgName, primary }) => [orgName, primary])).toEqual([
      ['策勒县水利局', true],
      ['于田县水利局', false],
    ]);
    const moved = await assign(person, { orgId: yutian, title: '主岗', primary: true });
    expect(moved).toMatchObject({ orgId: yutian, title: '主岗' });
    expect(moved.posts.filter(({ primary }) => primary)).toHaveLength(1);
    const clerk = await identity.signIn('cele.clerk'); // sees whoever has a post in her body, whatever the home
    expect((await identity.call(identityApi.getPerson, { personId: person.id }, { as: clerk })).posts).toHaveLength(3);
  });

  it('end with their grants; the next becomes the primary one; the last one cannot be taken away', async () => {
    const { person } = await create();
    const yutian = await identity.orgId('于田县水利局');
    const { posts } = await assign(person, { orgId: yutian });
    await identity.call(
      identityApi.grantRole,
      { personId: person.id, postId: posts[0]!.id, roleId: await identity.roleId('clerk'), scope: 'unit' },
      { as: security },
    );
    const left = await identity.call(identityApi.endPost, { personId: person.id, postId: posts[0]!.id }, { as: admin });
    expect(left).toMatchObject({ orgId: yutian, grants: [], posts: [{ id: posts[1]!.id, primary: true }] });
    await expect(identity.call(identityApi.endPost, { personId: person.id, postId: posts[1]!.id }, { as: admin })).rejects.toMatchObject({
      code: 'identity.post.last',
    });
    await expect(identity.call(identityApi.endPost, { personId: person.id, postId: posts[0]!.id }, { as: admin })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('are not given to somebody who is disabled, nor in a body that is no more', async () => {
    const { person } = await create();
    const org = await identity.call(identityApi.createOrg, { name: '将撤机构', kind: 'office', parentId: cele }, { as: admin });
    await identity.call(identityApi.reorganiseOrg, { orgId: org.id, act: 'abolish', reason: '撤' }, { as: admin });
    await expect(assign(person, { orgId: org.id })).rejects.toMatchObject({ code: 'identity.org.abolished' });
    await expect(create({ orgId: org.id })).rejects.toMatchObject({ code: 'identity.org.abolished' });
    await identity.call(identityApi.disablePerson, { personId: person.id, reason: '试' }, { as: security });
    await expect(assign(person, { orgId: cele })).rejects.toMatchObject({ code: 'identity.person.disabled' });
    await expect(identity.call(identityApi.disablePerson, { personId: person.id, reason: '试' }, { as: security })).rejects.toMatchObject({
      code: 'state.move_refused',
    });
  });
});

describe('power over accounts', () => {
  it.each(['disablePerson', 'enablePerson', 'resetPassword', 'assignPost', 'endPost', 'grantRole', 'withdrawRole'] as const)(
    'is never over the own one: %s',
    async (name) => {
      await identity.grantEverything('boertala.clerk', 'all').catch(() => undefined);
      const as = await identity.signIn('boertala.clerk');
      const [personId, postId, roleId] = [
        await identity.personId('boertala.clerk'),
        await identity.postId('boertala.clerk'),
        await identity.roleId('leader'),
      ];
      const { id: grantId } = await identity.one<{ id: string }>('select id from role_grant where post_id = $1 limit 1', [postId]);
      const request = { personId, postId, roleId, grantId, reason: '试', scope: 'unit', orgId: cele, title: '岗' };
      await expect(identity.call(identityApi[name] as AnyOperation, request, { as })).rejects.toMatchObject({
        code: 'identity.person.self',
      });
    },
  );

  it('does not reach up: a unit administrator cannot disable or reset who administers more', async () => {
    const { person } = await create({ orgId: await identity.orgId('和田地区水利局') });
    await identity.call(
      identityApi.grantRole,
      { personId: person.id, postId: person.posts[0]!.id, roleId: await identity.roleId('system_admin'), scope: 'all' },
      { as: security },
    );
    await expect(identity.call(identityApi.resetPassword, { personId: person.id }, { as: unitAdmin })).rejects.toMatchObject({
      code: 'identity.role.beyond_own',
    });
    await expect(identity.call(identityApi.disablePerson, { personId: person.id, reason: '试' }, { as: unitAdmin })).rejects.toMatchObject({
      code: 'identity.role.beyond_own',
    });
    await identity.call(identityApi.disablePerson, { personId: person.id, reason: '试' }, { as: security });
    await expect(identity.call(identityApi.enablePerson, { personId: person.id }, { as: unitAdmin })).rejects.toMatchObject({
      code: 'identity.role.beyond_own',
    });
    const clerk = await identity.personId('yutian.clerk');
    expect((await identity.call(identityApi.resetPassword, { personId: clerk }, { as: unitAdmin })).firstPassword).toMatch(/^\S{19}$/);
  });
});

describe('granting', () => {
  const grant = async (account: string, role: string, more: object, as: Caller): Promise<PersonView> =>
    identity.call(
      identityApi.grantRole,
      {
        personId: await identity.personId(account),
        postId: await identity.postId(account),
        roleId: await identity.roleId(role),
        ...more,
      } as never,
      { as },
    );
  const other = ['luopu.clerk', 'moyu.clerk', 'minfeng.clerk'];

  it.each([
    ['leader', { scope: 'unit_and_below' }],
    ['leader', { scope: 'self' }],
    ['unit_admin', { scope: 'unit' }],
  ])('lets a unit administrator hand on %s %o, which is within the own', async (role, more) => {
    const account = other[number++ % other.length]!;
    expect((await grant(account, role, more, unitAdmin)).grants.length).toBeGreaterThan(1);
    await identity.database.query(`update role_grant set ended_at = now() where post_id = $1 and role_id = $2`, [
      await identity.postId(account),
      await identity.roleId(role),
    ]);
  });

  it('lets a unit administrator appoint a clerk below without doing the clerk’s work there, but hand on no made role beyond the own', async () => {
    const { grants } = await grant('cele.leader', 'clerk', { scope: 'unit' }, unitAdmin);
    expect(grants.map(({ roleName }) => roleName)).toContain('文书');
    const permissions = ['exchange.inbox.decide'];
    await identity.call(identityApi.createRole, { code: 'signer', name: '签收员', permissions }, { as: admin });
    await expect(grant('cele.leader', 'signer', { scope: 'unit' }, unitAdmin)).rejects.toMatchObject({
      code: 'identity.role.beyond_own',
      params: { permission: 'exchange.inbox.decide' },
    });
  });

  it.each([
    ['system_admin', { scope: 'unit' }],
    ['audit_admin', { scope: 'self' }],
    ['leader', { scope: 'all' }],
    ['leader', { scope: 'basin', orgIds: ['新疆维吾尔自治区塔里木河流域管理局'] }],
    ['leader', { scope: 'listed', orgIds: ['策勒县水利局', '莎车县水利局'] }],
  ])('does not let a unit administrator hand on %s %o', async (role, more: { scope: string; orgIds?: string[] }) => {
    const orgIds = more.orgIds && { orgIds: await Promise.all(more.orgIds.map((name) => identity.orgId(name))) };
    await expect(grant('luopu.clerk', role, { ...more, ...orgIds }, unitAdmin)).rejects.toMatchObject({
      code: 'identity.role.beyond_own',
      params: { what: expect.any(String) },
    });
  });

  it('reaches as far as it says: listed bodies, or a basin with all below the bureaus it crosses', async () => {
    const counties = await Promise.all(['策勒县水利局', '莎车县水利局'].map((name) => identity.orgId(name)));
    await grant('law.clerk', 'leader', { scope: 'listed', orgIds: counties }, security);
    expect((await names({ limit: 200 }, await identity.signIn('law.clerk'))).sort()).toEqual(
      expect.arrayContaining(['法如尺', '泉映月', '叶尔川']),
    );
    expect(await names({ limit: 200 }, await identity.signIn('law.clerk'))).not.toContain('溪知秋');
    const basin = await identity.signIn('tarim.clerk');
    expect(await names({ limit: 200 }, basin)).toEqual(expect.arrayContaining(['泉映月', '叶尔川', '罗布晓', '龟兹月']));
    expect(await names({ limit: 200 }, basin)).not.toContain('银松岭');
  });

  it.each([
    ['listed without bodies', { scope: 'listed', orgIds: [] }],
    ['listed with a body that is none', { scope: 'listed', orgIds: [newId()] }],
    ['a basin that is no basin', { scope: 'basin', orgIds: ['策勒县水利局'] }],
  ])('refuses %s', async (_, more: { scope: string; orgIds: string[] }) => {
    const orgIds = await Promise.all(more.orgIds.map(async (name) => (name.includes('-') ? name : identity.orgId(name))));
    await expect(grant('soil.clerk', 'leader', { ...more, orgIds }, security)).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('cannot be gone round by changing a role that people hold', async () => {
    const mine = await identity.call(identityApi.getRole, { roleId: await identity.roleId('system_admin') }, { as: admin });
    const clerk = await identity.call(identityApi.getRole, { roleId: await identity.roleId('clerk') }, { as: admin });
    const more = (role: typeof mine, permission: string): Promise<unknown> =>
      identity.call(
        identityApi.updateRole,
        { roleId: role.id, name: role.name, permissions: [...role.permissions, permission], version: role.version },
        { as: admin },
      );
    await expect(more(mine, 'identity.audit.read')).rejects.toMatchObject({ code: 'identity.person.self' });
    await expect(more(clerk, 'identity.audit.read')).rejects.toMatchObject({ code: 'identity.role.beyond_own' });
    await expect(more(clerk, 'no.such.permission')).rejects.toMatchObject({ code: 'identity.role.permission_unknown' });
  });
});

describe('roles', () => {
  it('are defined, found, counted, and hidden when nobody holds them', async () => {
    const role = await identity.call(
      identityApi.createRole,
      { code: 'gauge_reader', name: '测报员', description: '读水位', permissions: ['identity.org.read'] },
      { as: admin },
    );
    await expect(
      identity.call(identityApi.createRole, { code: 'gauge_reader', name: '另一个', permissions: [] }, { as: admin }),
    ).rejects.toMatchObject({ code: 'identity.role.code_taken' });
    const { items } = await identity.call(identityApi.listRoles, { q: '测报' }, { as: admin });
    expect(items).toEqual([expect.objectContaining({ id: role.id, permissionCount: 1, grantCount: 0, builtIn: false })]);
    const personId = await identity.personId('soil.clerk');
    const grant = { personId, postId: await identity.postId('soil.clerk'), roleId: role.id, scope: 'unit' } as const;
    const { grants } = await identity.call(identityApi.grantRole, grant, { as: security });
    await expect(identity.call(identityApi.removeRole, { roleId: role.id }, { as: admin })).rejects.toMatchObject({
      code: 'identity.role.in_use',
      params: { grants: 1 },
    });
    await identity.call(
      identityApi.withdrawRole,
      { personId, grantId: grants.find(({ roleId }) => roleId === role.id)!.id },
      { as: security },
    );
    await identity.call(identityApi.removeRole, { roleId: role.id }, { as: admin });
    await expect(identity.call(identityApi.getRole, { roleId: role.id }, { as: admin })).rejects.toMatchObject({ code: 'not_found' });
    await expect(identity.call(identityApi.grantRole, grant, { as: security })).rejects.toMatchObject({ code: 'not_found' });
    await identity.call(identityApi.createRole, { code: 'gauge_reader', name: '新的', permissions: [] }, { as: admin });
  });

  it('that are built in stay', async () => {
    await expect(identity.call(identityApi.removeRole, { roleId: await identity.roleId('leader') }, { as: admin })).rejects.toMatchObject({
      code: 'identity.role.built_in',
    });
  });

  it('are made of the permissions that the contracts name', async () => {
    const { items } = await identity.call(identityApi.listPermissions, {}, { as: admin });
    expect(items).toContainEqual({ permission: 'identity.org.read', service: 'identity', serviceTitle: '身份服务', title: '查看机构' });
    expect(new Set(items.map(({ service }) => service))).toEqual(new Set(contracts.map(({ service }) => service)));
  });
});
