import { generateKeyPairSync } from 'node:crypto';
import { identityApi, type OrgRow, type PersonRow } from '@karez/contracts-identity';
import type { AnyOperation } from '@karez/contracts-kernel';
import { newId } from '@karez/kernel';
import { type Caller, IdentityUnderTest } from './identity-under-test.js';

// Somebody of 和田 (Hotan) with every permission, and everything of 喀什 (Kashgar) and its county 莎车 that could be reached for.
let identity: IdentityUnderTest;
let foreigner: Caller;
let clerk: Caller;
let theirs: Record<'org' | 'county' | 'person' | 'post' | 'grant' | 'client' | 'session' | 'notification', string>;
let own: Record<'org' | 'person' | 'personPost' | 'role' | 'freeRole', string>;
const { publicKey } = generateKeyPairSync('ed25519');
const publicJwk = publicKey.export({ format: 'jwk' }) as Record<string, string>;
const nobody = newId();

beforeAll(async () => {
  identity = await IdentityUnderTest.start();
  await identity.grantEverything('hetian.admin', 'unit_and_below');
  await identity.grantEverything('admin', 'all');
  foreigner = await identity.steppedUp(await identity.signIn('hetian.admin'));
  clerk = await identity.signIn('cele.clerk');
  const admin = await identity.steppedUp(await identity.signIn('admin'));
  const victim = await identity.signIn('shache.clerk');
  const county = await identity.orgId('莎车县水利局');
  const client = await identity.call(
    identityApi.registerClient,
    { name: '莎车系统', orgId: county, permissions: [], scope: 'unit', publicJwk },
    { as: admin },
  );
  const person = await identity.personId('shache.clerk');
  const notification = newId();
  await identity.database.query(
    `insert into notification (id, person_id, kind, params, at) values ($1, $2, 'post_assigned', '{}', now())`,
    [notification, person],
  );
  theirs = {
    ...{ org: await identity.orgId('喀什地区水利局'), county, person, post: await identity.postId('shache.clerk'), client: client.id },
    ...{ session: victim.signedIn.sessionId, notification },
    grant: (await identity.one<{ id: string }>('select id from role_grant where post_id = $1', [await identity.postId('shache.clerk')])).id,
  };
  const role = await identity.call(identityApi.createRole, { code: 'free', name: '闲置', permissions: [] }, { as: admin });
  own = {
    ...{
      org: await identity.orgId('和田地区水利局'),
      person: await identity.personId('cele.clerk'),
      personPost: await identity.postId('cele.clerk'),
    },
    ...{ role: await identity.roleId('clerk'), freeRole: role.id },
  };
}, 60_000);
afterAll(() => identity.stop());

const operations = Object.entries(identityApi as Record<string, AnyOperation>);
const requestFor: Record<string, () => object> = {
  getOrg: () => ({ orgId: theirs.org }),
  getOrgTree: () => ({ orgId: theirs.org }),
  getOrgHistory: () => ({ orgId: theirs.org }),
  createOrg: () => ({ name: '新设机构', kind: 'office', parentId: theirs.county }),
  reorganiseOrg: () => ({ orgId: theirs.county, act: 'rename', name: '改了名', reason: '无' }),
  getPerson: () => ({ personId: theirs.person }),
  createPerson: () => ({ account: 'intruder', name: '外来者', orgId: theirs.county, title: '岗' }),
  updatePerson: () => ({ personId: theirs.person, name: '改了名', version: 1 }),
  disablePerson: () => ({ personId: theirs.person, reason: '无' }),
  enablePerson: () => ({ personId: theirs.person }),
  resetPassword: () => ({ personId: theirs.person }),
  assignPost: () => ({ personId: theirs.person, orgId: own.org, title: '岗' }),
  endPost: () => ({ personId: theirs.person, postId: theirs.post }),
  getRole: () => ({ roleId: own.role }),
  createRole: () => ({ code: 'mine', name: '我的', permissions: [] }),
  updateRole: () => ({ roleId: own.role, name: '改了名', permissions: [], version: 1 }),
  removeRole: () => ({ roleId: own.freeRole }),
  listGrants: () => ({ roleId: own.role }),
  grantRole: () => ({ personId: theirs.person, postId: theirs.post, roleId: own.role, scope: 'unit' }),
  withdrawRole: () => ({ personId: theirs.person, grantId: theirs.grant }),
  registerClient: () => ({ name: '外来系统', orgId: theirs.county, permissions: [], scope: 'unit', publicJwk }),
  disableClient: () => ({ clientId: theirs.client }),
  replayDeadLetter: () => ({ eventId: nobody }),
  stepUp: () => ({ code: '000000' }),
  switchPost: () => ({ postId: theirs.post }),
  endSession: () => ({ sessionId: theirs.session }),
  changePassword: () => ({ current: 'x', next: 'y' }),
  confirmFactor: () => ({ code: '000000' }),
  readNotification: () => ({ notificationId: theirs.notification }),
  getAuthority: () => ({ accessToken: 'x' }),
};
const request = (name: string): object => requestFor[name]?.() ?? {};
const refusalOf = async (operation: AnyOperation, as?: Caller): Promise<string> =>
  identity.call(operation, request(operation.name), { as }).then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

describe('a caller who has not signed in', () => {
  it.each(operations.filter(([, { needs }]) => needs !== 'anyone'))('is refused %s', async (_, operation) => {
    expect(await refusalOf(operation)).toBe('auth.required');
  });
});

describe('a clerk without the permission', () => {
  const held = ['identity.org.read', 'identity.person.read'];
  it.each(operations.filter(([, { needs }]) => needs === 'system' || (needs.includes('.') && !held.includes(needs))))(
    'is refused %s',
    async (_, operation) => {
      expect(await refusalOf(operation, clerk)).toBe('auth.forbidden');
    },
  );
});

/** What the operation comes to when everything is permitted and the thing belongs to another prefecture. */
const acrossBodies: Record<string, string> = {
  ...Object.fromEntries(['getOrg', 'getOrgTree', 'getOrgHistory', 'createOrg', 'reorganiseOrg'].map((name) => [name, 'not_found'])),
  ...Object.fromEntries(
    ['getPerson', 'createPerson', 'updatePerson', 'disablePerson', 'enablePerson', 'resetPassword', 'assignPost', 'endPost'].map((name) => [
      name,
      'not_found',
    ]),
  ),
  ...Object.fromEntries(
    ['grantRole', 'withdrawRole', 'registerClient', 'disableClient', 'endSession', 'readNotification'].map((name) => [name, 'not_found']),
  ),
  ...Object.fromEntries(['createRole', 'updateRole', 'removeRole'].map((name) => [name, 'auth.out_of_scope'])),
  switchPost: 'identity.post.not_yours',
};
describe('somebody of another prefecture with every permission', () => {
  it.each(Object.entries(acrossBodies))('%s: %s, and nothing is written', async (name, code) => {
    const state = async (): Promise<unknown> =>
      identity.one(
        `select (select count(*) from person) as people, (select count(*) from org) as bodies, (select count(*) from role) as roles, (select count(*) from client) as clients,
           (select json_agg(row(id, name, state, version)) from person where id = $1) as person, (select json_agg(row(id, name, version)) from org where id = $2) as org,
           (select count(*) from post where valid_to is null) as posts, (select count(*) from role_grant where ended_at is null) as grants,
           (select ended_at from session where id = $3) as ended, (select read_at from notification where id = $4) as read`,
        [theirs.person, theirs.county, theirs.session, theirs.notification],
      );
    const before = await state();
    expect(await refusalOf(identityApi[name as keyof typeof identityApi], foreigner)).toBe(code);
    expect(await state()).toEqual(before);
  });

  it('finds none of their bodies, people, grants, systems and acts in any list', async () => {
    const as = foreigner;
    const all = async <T>(read: (after?: string) => Promise<{ items: T[]; next?: string }>): Promise<T[]> => {
      const items: T[] = [];
      for (let after: string | undefined; ;) {
        const page: { items: T[]; next?: string } = await read(after);
        items.push(...page.items);
        if (!(after = page.next)) return items;
      }
    };
    const bodies = await all<OrgRow>((after) => identity.call(identityApi.listOrgs, { ...(after ? { after } : {}) }, { as }));
    expect(bodies.map(({ name }) => name).sort()).toEqual(
      ['和田地区', '和田市', '和田县', '墨玉县', '皮山县', '洛浦县', '策勒县', '于田县', '民丰县'].map((name) => `${name}水利局`).sort(),
    );
    const people = await all<PersonRow>((after) =>
      identity.call(identityApi.listPeople, { limit: 3, ...(after ? { after } : {}) }, { as }),
    );
    expect(people.map(({ account }) => account).sort()).toEqual(
      ['cele.clerk', 'cele.leader', 'hetian.admin', 'hetian.clerk', 'luopu.clerk', 'minfeng.clerk', 'moyu.clerk', 'yutian.clerk'].sort(),
    );
    expect((await identity.call(identityApi.listPeople, { orgId: theirs.county }, { as })).items).toEqual([]);
    const grants = await identity.call(identityApi.listGrants, { roleId: own.role, limit: 200 }, { as });
    expect(grants.items.every(({ orgName }) => bodies.some(({ name }) => name === orgName))).toBe(true);
    expect(grants.items.length).toBeGreaterThan(3);
    expect((await identity.call(identityApi.listClients, {}, { as })).items).toEqual([]);
    const acts = await identity.call(identityApi.listAudit, { limit: 200 }, { as });
    expect(acts.items.every(({ orgId }) => bodies.some(({ id }) => id === orgId))).toBe(true);
  });

  it.each([
    ['own person into their body', () => ({ personId: own.person, orgId: theirs.county, title: '岗' }), 'assignPost'],
    ['own body below theirs', () => ({ orgId: own.org, act: 'move', targetId: theirs.org, reason: '无' }), 'reorganiseOrg'],
    ['own post of nobody', () => ({ personId: own.person, postId: theirs.post }), 'endPost'],
    ['own person at their post', () => ({ personId: own.person, postId: theirs.post, roleId: own.role, scope: 'unit' }), 'grantRole'],
  ] as const)('cannot bring the two together: %s', async (_, make, name) => {
    await expect(identity.call(identityApi[name] as AnyOperation, make(), { as: foreigner })).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each([
    ['everything', { scope: 'all' }],
    ['their body', () => ({ scope: 'listed', orgIds: [theirs.county] })],
  ] as const)('hands on no more than the own reach: %s', async (_, reach) => {
    const grant = {
      personId: own.person,
      postId: own.personPost,
      roleId: own.freeRole,
      ...(typeof reach === 'function' ? reach() : reach),
    };
    await expect(identity.call(identityApi.grantRole, grant as never, { as: foreigner })).rejects.toMatchObject({
      code: 'identity.role.beyond_own',
    });
  });
});

it('lets the same person do the same things at home', async () => {
  const as = foreigner;
  expect((await identity.call(identityApi.getOrg, { orgId: own.org }, { as })).acts).toEqual(['write']);
  const view = await identity.call(identityApi.getPerson, { personId: own.person }, { as });
  expect(view.acts).toEqual(['edit', 'disable', 'reset_password', 'grant']);
  const granted = await identity.call(
    identityApi.grantRole,
    { personId: own.person, postId: own.personPost, roleId: own.freeRole, scope: 'unit' },
    { as },
  );
  expect(granted.grants.map(({ roleName }) => roleName)).toEqual(['文书', '闲置']);
});

it('names every operation in one of the tables above', () => {
  const own = [
    'getMe',
    'updateMe',
    'signOut',
    'listSessions',
    'stepUp',
    'changePassword',
    'enrolFactor',
    'confirmFactor',
    'removeFactor',
    'listNotifications',
    'readAllNotifications',
  ];
  const lists = ['listOrgs', 'listPeople', 'listGrants', 'listClients', 'listAudit'];
  const ofThePlatform = ['listRoles', 'getRole', 'listPermissions', 'listDeadLetters', 'replayDeadLetter'];
  const open = operations.filter(([, { needs }]) => needs === 'anyone' || needs === 'system').map(([name]) => name);
  expect([...Object.keys(acrossBodies), ...own, ...lists, ...ofThePlatform, ...open].sort()).toEqual(
    operations.map(([name]) => name).sort(),
  );
});
