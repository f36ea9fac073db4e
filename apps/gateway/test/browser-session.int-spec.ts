import { identityApi, type SignedIn } from '@karez/contracts-identity';
import { DomainError, newId } from '@karez/kernel';
import { type Answered, GatewayUnderTest } from './gateway-under-test.js';
import { trialApi } from './trial-contract.js';

const site = 'http://karez.test';
const browser = { 'x-karez-client': 'browser', origin: site };
let edge: GatewayUnderTest;
let sessionId: string;

beforeAll(async () => {
  edge = await GatewayUnderTest.start();
  const signedIn = async (): Promise<SignedIn> => ({
    ...{ accessToken: await edge.identity.accessToken(sessionId), refreshToken: 'refresh-1', expiresIn: 600, sessionId },
    ...{ realm: 'staff', passwordMustChange: false },
  });
  edge.identity.service
    .on(identityApi.signIn, ({ password }) =>
      password === 'right' ? signedIn() : Promise.reject(new DomainError('identity.session.wrong_credentials')),
    )
    .on(identityApi.signInApplicant, signedIn)
    .on(identityApi.refreshSession, ({ refreshToken }) =>
      refreshToken === 'refresh-1' ? signedIn() : Promise.reject(new DomainError('identity.session.refresh_reused')),
    )
    .on(identityApi.signOut, () => ({}));
  edge.trial.on(trialApi.changeThing, ({ thingId, name }) => ({ id: thingId, name }));
  edge.trial.on(trialApi.getThing, ({ thingId }) => ({ id: thingId, name: '水闸' }));
  edge.trial.on(trialApi.reportThing, () => ({}));
  await Promise.all([edge.trial.settled(), edge.identity.service.settled()]);
});
afterAll(() => edge.stop());
beforeEach(async () => {
  ({ sessionId } = await edge.identity.signIn({ permissions: ['trial.thing.read', 'trial.thing.write'] }));
  edge.trial.calls.splice(0);
});

const signIn = (headers: Record<string, string> = browser, password = 'right') =>
  edge.call('POST', '/api/identity/sessions', { body: { account: 'reyhan', password }, headers });
const cookiesOf = ({ headers }: Answered): Record<string, string> =>
  Object.fromEntries(headers.getSetCookie().map((line) => [line.split('=', 1)[0]!, line]));
const valueOf = (line: string): string => line.slice(line.indexOf('=') + 1, line.indexOf(';'));

/** A browser that is signed in: what it sends by itself, and what the page adds. */
async function signedIn(): Promise<{ cookie: string; csrf: string }> {
  const cookies = cookiesOf(await signIn());
  return { cookie: `karez_access=${valueOf(cookies.karez_access!)}`, csrf: valueOf(cookies.karez_csrf!) };
}
const change = (headers: Record<string, string>) => edge.call('POST', `/api/trial/things/${newId()}`, { body: { name: '水闸' }, headers });

describe('a browser that signs in', () => {
  it.each([
    ['staff', () => signIn()],
    [
      'an applicant',
      () => edge.call('POST', '/api/identity/applicants/sessions', { body: { phone: '13900000000', password: 'right' }, headers: browser }),
    ],
  ])('gets its tokens as cookies and none in the body: %s', async (_, call) => {
    const answer = await call();
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ expiresIn: 600, sessionId, realm: 'staff', passwordMustChange: false });
    const { karez_access, karez_refresh, karez_csrf } = cookiesOf(answer);
    expect(karez_access).toMatch(/; Max-Age=600; Path=\/api; HttpOnly; SameSite=Strict$/);
    expect(karez_refresh).toMatch(/^karez_refresh=refresh-1; Path=\/api\/identity\/sessions\/refresh; HttpOnly; SameSite=Strict$/);
    expect(karez_csrf).toMatch(/^karez_csrf=[\w-]{43}; Path=\/; SameSite=Strict$/);
  });

  it('lays down no cookie when it is refused', async () => {
    const answer = await signIn(browser, 'wrong');
    expect(answer).toMatchObject({ status: 401, body: { code: 'identity.session.wrong_credentials' } });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it.each([
    ['another site', { ...browser, origin: 'https://evil.example' }],
    ['a frame without origin', { ...browser, origin: 'null' }],
    ['a page that does not say', { 'x-karez-client': 'browser' }],
    ['another site, said by the browser', { 'x-karez-client': 'browser', 'sec-fetch-site': 'cross-site' }],
    ['a sibling host', { ...browser, origin: 'http://other.karez.test' }],
  ])('is refused from %s', async (_, headers) => {
    const answer = await signIn(headers);
    expect(answer).toMatchObject({ status: 403, body: { code: 'request.csrf' } });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it.each([
    ['Sec-Fetch-Site', () => ({ 'x-karez-client': 'browser', 'sec-fetch-site': 'same-origin' })],
    ['the address where the process listens, in development', () => ({ ...browser, origin: edge.url })],
    ['localhost, in development', () => ({ ...browser, origin: edge.url.replace('127.0.0.1', 'localhost') })],
  ])('is believed by %s', async (_, headers) => {
    expect((await signIn(headers())).status).toBe(200);
  });

  it('is told apart from a program, which gets its tokens in the body and no cookie', async () => {
    const answer = await signIn({});
    expect(answer.body).toMatchObject({ accessToken: expect.any(String), refreshToken: 'refresh-1' });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});

describe('a request with a cookie', () => {
  it('reads without more', async () => {
    const { cookie } = await signedIn();
    expect((await edge.call('GET', `/api/trial/things/${newId()}`, { headers: { cookie } })).status).toBe(200);
  });

  it('changes something only from a page of this site with the value of its own session', async () => {
    const { cookie, csrf } = await signedIn();
    expect((await change({ cookie, origin: site, 'x-csrf-token': csrf })).status).toBe(200);
    ({ sessionId } = await edge.identity.signIn());
    const other = await signedIn();
    for (const headers of [
      { cookie, origin: site },
      { cookie, origin: site, 'x-csrf-token': 'x'.repeat(43) },
      { cookie, origin: site, 'x-csrf-token': other.csrf },
      { cookie, origin: 'https://evil.example', 'x-csrf-token': csrf },
      { cookie, 'sec-fetch-site': 'same-site', 'x-csrf-token': csrf },
      { cookie, 'x-csrf-token': csrf },
    ] as Record<string, string>[]) {
      expect(await change(headers)).toMatchObject({ status: 403, body: { code: 'request.csrf' } });
    }
    expect(edge.trial.calls).toHaveLength(1);
  });

  it('counts as nobody where anyone may write and the page does not prove itself', async () => {
    const { cookie, csrf } = await signedIn();
    const report = async (headers: Record<string, string>) => {
      expect((await edge.call('POST', '/api/trial/reports', { body: { name: '污染' }, headers })).status).toBe(201);
      return edge.trial.callsOf(trialApi.reportThing).at(-1)!.authority;
    };
    expect(await report({ cookie, origin: 'https://evil.example' })).toBeUndefined();
    expect(await report({ cookie, origin: site, 'x-csrf-token': csrf })).toEqual(expect.any(String));
  });

  it('is not asked for it when it carries a bearer token, which no foreign page can add', async () => {
    const { cookie } = await signedIn();
    expect(
      (await change({ cookie, origin: 'https://evil.example', authorization: `Bearer ${await edge.identity.accessToken(sessionId)}` }))
        .status,
    ).toBe(200);
  });
});

describe('a browser that renews its session', () => {
  const renew = (headers: Record<string, string>) => edge.call('POST', '/api/identity/sessions/refresh', { body: {}, headers });

  it('sends its cookie and gets new ones', async () => {
    const answer = await renew({ ...browser, cookie: 'karez_refresh=refresh-1' });
    expect(answer.status).toBe(200);
    expect(answer.body).not.toHaveProperty('refreshToken');
    expect(Object.keys(cookiesOf(answer)).sort()).toEqual(['karez_access', 'karez_csrf', 'karez_refresh']);
  });

  it('loses its cookies when the token was used before, and not when identity is away', async () => {
    const reused = await renew({ ...browser, cookie: 'karez_refresh=old' });
    expect(reused).toMatchObject({ status: 401, body: { code: 'identity.session.refresh_reused' } });
    expect(Object.values(cookiesOf(reused)).every((line) => line.includes('Max-Age=0') || line.includes('Expires=Thu, 01 Jan 1970'))).toBe(
      true,
    );
    edge.identity.service.off(identityApi.refreshSession);
    await edge.identity.service.settled();
    const away = await renew({ ...browser, cookie: 'karez_refresh=refresh-1' });
    expect(away.status).toBe(503);
    expect(away.headers.getSetCookie()).toEqual([]);
  });

  it('is refused from another site and without a cookie', async () => {
    expect((await renew({ ...browser, origin: 'https://evil.example', cookie: 'karez_refresh=refresh-1' })).body.code).toBe('request.csrf');
    expect((await renew(browser)).body.code).toBe('auth.required');
  });
});

it('a browser that signs out loses its cookies', async () => {
  const { cookie, csrf } = await signedIn();
  const answer = await edge.call('DELETE', '/api/identity/sessions/current', { headers: { ...browser, cookie, 'x-csrf-token': csrf } });
  expect(answer.status).toBe(200);
  expect(Object.keys(cookiesOf(answer)).sort()).toEqual(['karez_access', 'karez_csrf', 'karez_refresh']);
});
