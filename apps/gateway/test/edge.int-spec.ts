import { identityApi } from '@karez/contracts-identity';
import { newId } from '@karez/kernel';
import { eventually, testRedis } from '@karez/testing';
import { Backend } from './backend.js';
import { GatewayUnderTest } from './gateway-under-test.js';
import { trialApi } from './trial-contract.js';

const id = newId();

describe('a service that is', () => {
  let edge: GatewayUnderTest;
  beforeAll(async () => (edge = await GatewayUnderTest.start()));
  afterAll(() => edge.stop());

  it('down answers 503 with Retry-After at once', async () => {
    const started = Date.now();
    const answer = await edge.call('GET', '/api/trial/things');
    expect(Date.now() - started).toBeLessThan(trialApi.listThings.deadlineMs);
    expect(answer).toMatchObject({ status: 503, body: { code: 'service.unavailable', params: { service: 'trial' } } });
    expect(answer.headers.get('retry-after')).toBe('2');
  });

  it('silent answers 504 when its time is over', async () => {
    const { token } = await edge.identity.signIn({ permissions: ['trial.thing.read'] });
    edge.trial.on(trialApi.getThing, () => new Promise(() => undefined));
    await edge.trial.settled();
    const started = Date.now();
    const answer = await edge.call('GET', `/api/trial/things/${id}`, { token });
    expect(answer).toMatchObject({ status: 504, body: { code: 'service.deadline' } });
    expect(Date.now() - started).toBeGreaterThan(trialApi.getThing.deadlineMs - 100);
    expect(Date.now() - started).toBeLessThan(trialApi.changeThing.deadlineMs);
  });

  it('is named with its state by /api/health', async () => {
    // a service is there when it answers at all: the specs' one answers to its first operation
    expect(await edge.call('GET', '/api/health')).toMatchObject({ status: 503, body: { status: 'down' } });
    const states = async () =>
      Object.fromEntries(
        (await edge.call('GET', '/api/health')).body.services.map(({ name, state }: { name: string; state: string }) => [name, state]),
      );
    expect(await states()).toEqual({ gateway: 'up', identity: 'down', trial: 'down' });
    const refuse = () => Promise.reject(new Error('no time left'));
    edge.trial.on(trialApi.listThings, refuse);
    edge.identity.service.on(identityApi.signIn, refuse);
    await Promise.all([edge.trial.settled(), edge.identity.service.settled()]);
    await eventually(async () => expect(await states()).toEqual({ gateway: 'up', identity: 'up', trial: 'up' }));
    expect((await edge.call('GET', '/api/health')).status).toBe(200);
  });

  it('cut off with the broker answers 503 at once, and is back with it', async () => {
    edge.trial.on(trialApi.listThings, () => ({ items: [] }));
    await edge.nats.stop();
    await eventually(async () => expect((await edge.call('GET', '/api/trial/things')).status).toBe(503));
    const started = Date.now();
    expect((await edge.call('GET', '/api/trial/things')).body.code).toBe('service.unavailable');
    expect(Date.now() - started).toBeLessThan(trialApi.listThings.deadlineMs);
    await edge.nats.start();
    await eventually(async () => expect((await edge.call('GET', '/api/trial/things')).status).toBe(200));
  });
});

describe('the edge refuses before it slows', () => {
  it('above its bound of calls under way, with Retry-After, and takes new ones when the old are done', async () => {
    const edge = await GatewayUnderTest.start({ KAREZ_MAX_IN_FLIGHT: '8' });
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    edge.trial.on(trialApi.listThings, () => gate.then(() => ({ items: [] })));
    await edge.trial.settled();
    const waiting = Array.from({ length: 4 }, () => edge.call('GET', '/api/trial/things'));
    await eventually(() => expect(edge.trial.callsOf(trialApi.listThings)).toHaveLength(4));
    const answer = await edge.call('GET', '/api/trial/things');
    expect(answer).toMatchObject({ status: 503, body: { code: 'service.overloaded' } });
    expect(answer.headers.get('retry-after')).toBe('2');
    release();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await eventually(async () => expect((await edge.call('GET', '/api/trial/things')).status).toBe(200));
    await edge.stop();
  });

  it.each(['with Redis', 'without Redis', 'with a Redis that hangs'])('too many calls of one caller, %s', async (how) => {
    const redis = how === 'without Redis' ? undefined : await testRedis();
    const edge = await GatewayUnderTest.start({
      ...{ KAREZ_LIMIT_PUBLIC_WRITE: '3/60', KAREZ_LIMIT_SESSION: '5/60' },
      ...(redis ? { KAREZ_REDIS_URL: redis.url } : {}),
    });
    edge.trial.on(trialApi.reportThing, () => ({})).on(trialApi.getThing, ({ thingId }) => ({ id: thingId, name: 'x' }));
    await edge.trial.settled();
    const report = () => edge.call('POST', '/api/trial/reports', { body: { name: '污染' } });
    if (redis) await eventually(async () => expect((await report()).status).toBe(201));
    if (how === 'with a Redis that hangs') redis!.signal('SIGSTOP');
    const answers = [];
    // three by Redis, and three by the process itself where Redis did not answer in time
    for (let n = 0; n < 10; n++) answers.push(await report());
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(4);
    expect(refused[0]!.body).toMatchObject({ code: 'request.rate_limited', params: { seconds: expect.any(Number) } });
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
    if (how !== 'with a Redis that hangs') {
      const one = await edge.identity.signIn({ permissions: ['trial.thing.read'] });
      const other = await edge.identity.signIn({ permissions: ['trial.thing.read'] });
      const read = async ({ token }: { token: string }) => (await edge.call('GET', `/api/trial/things/${id}`, { token })).status;
      const statuses = [];
      for (let n = 0; n < 11; n++) statuses.push(await read(one));
      expect(statuses.slice(0, 5)).toEqual([200, 200, 200, 200, 200]);
      expect(statuses.at(-1)).toBe(429);
      expect(await read(other)).toBe(200);
    }
    await edge.stop();
    await redis?.stop('SIGKILL');
  });

  it('believes an address in X-Forwarded-For only from a proxy that it trusts', async () => {
    const edge = await GatewayUnderTest.start({ KAREZ_LIMIT_PUBLIC_WRITE: '1/60', KAREZ_TRUSTED_PROXIES: '127.0.0.1' });
    edge.trial.on(trialApi.reportThing, () => ({}));
    await edge.trial.settled();
    const report = async (address: string) =>
      (await edge.call('POST', '/api/trial/reports', { body: { name: 'x' }, headers: { 'x-forwarded-for': address } })).status;
    expect([await report('203.0.113.1'), await report('203.0.113.1'), await report('203.0.113.2')]).toEqual([201, 429, 201]);
    expect(edge.trial.callsOf(trialApi.reportThing).map(({ address }) => address)).toEqual(['203.0.113.1', '203.0.113.2']);
    await edge.stop();
  });
});

it('G10: pages are shown and the replica stays ready while NATS and Redis are dead', async () => {
  const [redis, portal] = await Promise.all([testRedis(), Backend.start()]);
  const edge = await GatewayUnderTest.start({ KAREZ_REDIS_URL: redis.url, KAREZ_WEB_PORTAL_URL: portal.url });
  await Promise.all([edge.nats.stop('SIGKILL'), redis.stop('SIGKILL')]);
  await eventually(async () => expect((await edge.call('GET', '/api/trial/things')).status).toBe(503));
  expect((await edge.call('GET', '/')).status).toBe(200);
  expect((await fetch(`http://127.0.0.1:${edge.gateway.healthPort}/health/ready`)).status).toBe(200);
  expect((await edge.call('GET', '/api/health')).body.services[0]).toMatchObject({ name: 'gateway', state: 'down' });
  await edge.nats.start();
  await edge.stop();
  await portal.stop();
});

describe('the documentation', () => {
  let edge: GatewayUnderTest;
  beforeAll(async () => (edge = await GatewayUnderTest.start()));
  afterAll(() => edge.stop());

  it('is the contracts as OpenAPI', async () => {
    const { status, headers, body } = await edge.call('GET', '/api/openapi.json');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/json');
    expect(body).toMatchObject({ openapi: '3.1.0', paths: { '/trial/things/{thingId}': { get: { operationId: 'trial.getThing' } } } });
  });

  it('is a page that loads everything from here', async () => {
    const page = await edge.call('GET', '/api/docs');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(page.body).not.toMatch(/(src|href)=['"]https?:/);
    expect(page.body).not.toMatch(/<script>/);
    const assets = [...page.body.matchAll(/(?:src|href)=["']\.\/([^"']+)["']/g)].map(([, path]) => path as string);
    expect(assets.length).toBeGreaterThanOrEqual(4);
    for (const asset of assets) expect([asset, (await edge.call('GET', `/api/${asset}`)).status]).toEqual([asset, 200]);
  });
});

it('every answer carries the headers that keep a browser safe', async () => {
  const edge = await GatewayUnderTest.start({ KAREZ_PUBLIC_URL: 'https://karez.test' });
  const { headers } = await edge.call('GET', '/api/nothing');
  expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'");
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('access-control-allow-origin')).toBeNull();
  edge.identity.service.on(identityApi.signIn, () => ({
    accessToken: 'a',
    refreshToken: 'r',
    expiresIn: 600,
    sessionId: id,
    realm: 'staff',
    passwordMustChange: false,
  }));
  await edge.identity.service.settled();
  const signedIn = await edge.call('POST', '/api/identity/sessions', {
    body: { account: 'a', password: 'b' },
    headers: { 'x-karez-client': 'browser', origin: 'https://karez.test' },
  });
  expect(signedIn.headers.getSetCookie().map((line) => /; Secure(;|$)/.test(line))).toEqual([true, true, true]);
  await edge.stop();
});
