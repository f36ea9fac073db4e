import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { accountOf, baseUrl, call, signIn } from './platform-under-test.js';

jest.setTimeout(60_000);

it.each([
  ['/', 'text/html', /<html/i],
  ['/office/', 'text/html', /<html/i],
  ['/api/docs', 'text/html', /swagger-ui/],
  ['/api/openapi.json', 'application/json', undefined],
  ['/api/health', 'application/json', undefined],
])('the platform answers at %s', async (path, type, text) => {
  const answer = await call('GET', path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain(type);
  if (text) expect(answer.body).toMatch(text);
});

it('every service says that it is up', async () => {
  const { services } = (await call('GET', '/api/health')).body;
  expect(services.every(({ state }: { state: string }) => state === 'up')).toBe(true);
  expect(services.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['gateway', 'identity', 'files']));
});

describe('bad input is refused with a code, the right status and no stack', () => {
  let token: string;
  beforeAll(async () => ({ token } = await signIn('cele.clerk')));

  it.each([
    ['an unknown field', 'POST', '/api/identity/sessions', { account: 'a', password: 'b', admin: true }, 400, 'request.invalid'],
    ['a wrong type', 'POST', '/api/identity/sessions', { account: 1, password: 'b' }, 400, 'request.invalid'],
    ['bad JSON', 'POST', '/api/identity/sessions', '{"account":', 400, 'request.malformed'],
    ['an oversize body', 'POST', '/api/identity/sessions', { account: 'x'.repeat(300_000), password: 'b' }, 413, 'request.too_large'],
    [
      'wrong credentials',
      'POST',
      '/api/identity/sessions',
      { account: `nobody.${randomBytes(4).toString('hex')}`, password: 'x' },
      401,
      'identity.session.wrong_credentials',
    ],
    ['a refresh token that is none', 'POST', '/api/identity/sessions/refresh', { refreshToken: 'x' }, 401, 'auth.expired'],
    ['an unknown id', 'GET', `/api/identity/orgs/${randomUUID()}`, undefined, 404, 'not_found'],
    ['an id that is none', 'GET', '/api/identity/orgs/42', undefined, 400, 'request.invalid'],
    ['a wrong value to sort by', 'GET', '/api/identity/people?sort=password', undefined, 400, 'request.invalid'],
    ['a wrong value to filter by', 'GET', '/api/identity/people?state=sleeping', undefined, 400, 'request.invalid'],
    ['a cursor that is none', 'GET', '/api/identity/orgs?after=bm9uZQ', undefined, 400, 'list.cursor_invalid'],
    ['an act that is not permitted', 'GET', '/api/identity/audit', undefined, 403, 'auth.forbidden'],
    ['an address where nothing is', 'GET', '/api/identity/secrets', undefined, 404, 'request.route_unknown'],
  ])('%s', async (_, method, path, body, status, code) => {
    const answer = await call(method, path, { body, ...(path.includes('/sessions') ? {} : { token }) });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      type: `urn:karez:problem:${code}`,
      status,
      detail: expect.any(String),
      trace: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\bat \w+ \(|\.js:\d/);
  });

  it('an expired, a forged and no token', async () => {
    const forged = token.replace(/\.[^.]{6}/, '.AAAAAA');
    expect((await call('GET', '/api/identity/me', { token: forged })).body.code).toBe('auth.expired');
    expect((await call('GET', '/api/identity/me')).body.code).toBe('auth.required');
  });
});

it('G5: the same Idempotency-Key has one effect and the same answer, also at the same moment', async () => {
  const { token } = await signIn('hetian.admin');
  const me = (await call('GET', '/api/identity/me', { token })).body;
  const account = `twice${randomBytes(4).toString('hex')}`;
  const key = `e2e-${randomUUID()}`;
  const create = (name: string) =>
    call('POST', '/api/identity/people', {
      token,
      headers: { 'idempotency-key': key },
      body: { account, name, orgId: me.post.orgId, title: '试用岗' },
    });
  const answers = await Promise.all(Array.from({ length: 6 }, () => create('同一人')));
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
  expect(new Set(answers.map(({ body }) => body.person.id)).size).toBe(1);
  expect((await call('GET', `/api/identity/people?q=${account}`, { token })).body.items).toHaveLength(1);
  expect(await create('另一人')).toMatchObject({ status: 422, body: { code: 'command.key_reused' } });
});

describe('a browser', () => {
  const browser = { 'x-karez-client': 'browser', origin: baseUrl };
  const signInBrowser = async () => {
    const { account, password } = accountOf('cele.clerk');
    const answer = await call('POST', '/api/identity/sessions', { body: { account, password }, headers: browser });
    const cookies = Object.fromEntries(
      answer.headers.getSetCookie().map((line) => [line.split('=', 1)[0]!, line.slice(line.indexOf('=') + 1, line.indexOf(';'))]),
    );
    return { answer, cookies, cookie: `karez_access=${cookies.karez_access}; karez_csrf=${cookies.karez_csrf}` };
  };

  it('signs in, acts, renews and signs out with cookies alone', async () => {
    const { answer, cookies, cookie } = await signInBrowser();
    expect(answer.body).not.toHaveProperty('accessToken');
    expect((await call('GET', '/api/identity/me', { headers: { cookie } })).body.account).toBe('cele.clerk');
    const csrf = { ...browser, cookie, 'x-csrf-token': cookies.karez_csrf! };
    expect((await call('POST', '/api/identity/me/notifications/read', { body: {}, headers: csrf })).status).toBe(200);
    const renewed = await call('POST', '/api/identity/sessions/refresh', {
      body: {},
      headers: { ...browser, cookie: `karez_refresh=${cookies.karez_refresh}` },
    });
    expect(renewed.status).toBe(200);
    expect(renewed.headers.getSetCookie().length).toBe(3);
    expect((await call('DELETE', '/api/identity/sessions/current', { headers: csrf })).status).toBe(200);
    expect((await call('GET', '/api/identity/me', { headers: { cookie } })).status).toBe(401);
  });

  it('changes nothing for another site', async () => {
    const { cookies, cookie } = await signInBrowser();
    const attempts: Record<string, string>[] = [
      { cookie, origin: baseUrl },
      { cookie, origin: 'https://evil.example', 'x-csrf-token': cookies.karez_csrf! },
    ];
    for (const headers of attempts) {
      expect(await call('POST', '/api/identity/me/notifications/read', { body: {}, headers })).toMatchObject({
        status: 403,
        body: { code: 'request.csrf' },
      });
    }
  });
});

describe('the end of a session', () => {
  it('holds everywhere within five seconds, on live lines too', async () => {
    const [one, other] = [await signIn('yutian.clerk'), await signIn('yutian.clerk')];
    const line = await fetch(`${baseUrl}/api/live`, { headers: { authorization: `Bearer ${other.token}` } });
    expect(line.status).toBe(200);
    expect((await call('GET', '/api/identity/me', { token: other.token })).status).toBe(200);
    expect((await call('DELETE', `/api/identity/me/sessions/${other.sessionId}`, { token: one.token })).status).toBe(200);
    const ended = Date.now();
    while ((await call('GET', '/api/identity/me', { token: other.token })).status !== 401) {
      expect(Date.now() - ended).toBeLessThan(5_000);
      await pause(50);
    }
    await line.text();
    expect(Date.now() - ended).toBeLessThan(5_000);
    expect((await call('GET', '/api/identity/me', { token: one.token })).status).toBe(200);
  });
});

it('a person hears that there is something to look at, and not what it is', async () => {
  const { token: admin } = await signIn('hetian.admin');
  const { orgId } = (await call('GET', '/api/identity/me', { token: admin })).body.post;
  const account = `hears${randomBytes(4).toString('hex')}`;
  const created = await call('POST', '/api/identity/people', { token: admin, body: { account, name: '听事人', orgId, title: '试用岗' } });
  const { person, firstPassword: password } = created.body;
  const { accessToken } = (await call('POST', '/api/identity/sessions', { body: { account, password } })).body;
  const stop = new AbortController();
  const line = await fetch(`${baseUrl}/api/live`, { headers: { authorization: `Bearer ${accessToken}` }, signal: stop.signal });
  expect(line.status).toBe(200);
  let text = '';
  const reading = (async () => {
    for await (const chunk of line.body!) text += Buffer.from(chunk).toString();
  })().catch(() => undefined);
  // a further post is told to the person
  expect((await call('POST', `/api/identity/people/${person.id}/posts`, { token: admin, body: { orgId, title: '兼任岗' } })).status).toBe(
    200,
  );
  const until = Date.now() + 10_000;
  // other things may happen in the body meanwhile, and be told too
  while (!text.includes('person-notified') && Date.now() < until) await pause(50);
  stop.abort();
  await reading;
  expect(text).toContain('"subject":"evt.identity.person-notified.v1"');
  expect(text).not.toContain('兼任岗');
});

it('a file goes up in parts and comes down in ranges through the edge', async () => {
  const { token } = await signIn('cele.clerk');
  const content = Buffer.from(`渠道巡查记录 ${randomUUID()}\n`.repeat(200));
  const tus = { 'tus-resumable': '1.0.0' };
  const send = (method: string, path: string, headers: Record<string, string>, body?: Buffer) =>
    fetch(baseUrl + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...tus, ...headers },
      ...(body ? { body: new Uint8Array(body) } : {}),
    });
  const metadata = `filename ${Buffer.from('巡查.txt').toString('base64')}`;
  const created = await send('POST', '/api/files/uploads', { 'upload-length': String(content.length), 'upload-metadata': metadata });
  expect(created.status).toBe(201);
  const location = created.headers.get('location')!;
  expect(location).toMatch(/^\/api\/files\/uploads\/[0-9a-f-]{36}$/);
  const part = (offset: number, bytes: Buffer) =>
    send('PATCH', location, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, bytes);
  expect((await part(0, content.subarray(0, 1000))).status).toBe(204);
  expect((await send('HEAD', location, {})).headers.get('upload-offset')).toBe('1000');
  expect((await part(1000, content.subarray(1000))).status).toBe(204);
  const id = location.split('/').at(-1)!;
  const until = Date.now() + 20_000;
  let file = (await call('GET', `/api/files/${id}`, { token })).body;
  while (!file.readable && Date.now() < until) {
    await pause(200);
    file = (await call('GET', `/api/files/${id}`, { token })).body;
  }
  expect(file).toMatchObject({ name: '巡查.txt', size: content.length, readable: true });
  const link = await call('POST', `/api/files/${id}/links`, { token, body: { use: 'download' } });
  expect(link.status).toBe(201);
  const whole = await fetch(baseUrl + link.body.url);
  expect(Buffer.from(await whole.arrayBuffer()).equals(content)).toBe(true);
  const range = await fetch(baseUrl + link.body.url, { headers: { range: 'bytes=6-11' } });
  expect([range.status, Buffer.from(await range.arrayBuffer()).equals(content.subarray(6, 12))]).toEqual([206, true]);
  expect((await call('GET', `/api/files/${id}`, { token: (await signIn('yutian.clerk')).token })).status).toBe(404);
});
