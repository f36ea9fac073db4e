import { newId } from '@karez/kernel';
import { createHash, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { Backend, digestOf } from './backend.js';
import { GatewayUnderTest } from './gateway-under-test.js';

let edge: GatewayUnderTest;
let trial: Backend;
let portal: Backend;
let office: Backend;
let token: string;

beforeAll(async () => {
  [trial, portal, office] = await Promise.all([Backend.start(), Backend.start(), Backend.start()]);
  edge = await GatewayUnderTest.start({ KAREZ_TRIAL_URL: trial.url, KAREZ_WEB_PORTAL_URL: portal.url, KAREZ_WEB_OFFICE_URL: office.url });
  ({ token } = await edge.identity.signIn());
});
afterAll(async () => {
  await edge.stop();
  await Promise.all([trial.stop(), portal.stop(), office.stop()]);
});
beforeEach(() => [trial, portal, office].forEach((backend) => backend.seen.splice(0)));

describe('a stretch of HTTP that a service answers itself', () => {
  it('gets an upload of any size as it streams, with the word of identity on who sends it', async () => {
    const half = randomBytes(12 * 1024 * 1024);
    const arrived = new EventEmitter();
    trial.answer = (request, response) => {
      request.on('data', (chunk: Buffer) => arrived.emit('bytes', chunk.length));
      void digestOf(request).then((digest) => response.writeHead(201, { location: '/api/trial/uploads/1' }).end(JSON.stringify(digest)));
    };
    const headers = {
      ...{ authorization: `Bearer ${token}`, 'content-type': 'application/offset+octet-stream', expect: '100-continue' },
      ...{ 'x-karez-authority': 'forged', 'x-karez-address': '9.9.9.9' },
    };
    const upload = httpRequest(`${edge.url}/api/trial/uploads/new?part=1`, { method: 'PATCH', headers });
    const answered = new Promise<IncomingMessage>((resolve, reject) => void upload.once('response', resolve).once('error', reject));
    // the second half leaves only when the first has arrived: whoever gathered the body first would wait for ever
    let bytes = 0;
    const firstHalf = new Promise<void>((resolve) =>
      arrived.on('bytes', (more: number) => ((bytes += more) >= half.length ? resolve() : undefined)),
    );
    upload.write(half);
    await firstHalf;
    upload.end(half);
    const answer = await answered;
    expect(answer).toMatchObject({ statusCode: 201, headers: { location: '/api/trial/uploads/1' } });
    const whole = createHash('sha256').update(half).update(half).digest('hex');
    expect(JSON.parse(Buffer.concat(await answer.toArray()).toString())).toEqual({ sha256: whole, bytes: 2 * half.length });
    const [{ url, headers: seen }] = trial.seen as [Backend['seen'][number]];
    expect(url).toBe('/trial/uploads/new?part=1');
    expect(JSON.parse(Buffer.from(String(seen['x-karez-authority']).split('.')[1]!, 'base64url').toString())).toMatchObject({
      actor: { realm: 'staff' },
    });
    expect(seen).toMatchObject({ 'x-karez-address': '127.0.0.1', traceparent: expect.stringMatching(/^00-/) });
    expect(seen).not.toHaveProperty('authorization');
  });

  it('gives ranges of what it holds, and nobody is asked who comes with a link', async () => {
    trial.answer = ({ headers }, response) =>
      void response
        .writeHead(206, {
          'content-range': 'bytes 0-3/9',
          'content-type': 'application/pdf',
          'set-cookie': 'karez_access=stolen',
          'content-security-policy': 'sandbox',
        })
        .end(headers.range === 'bytes=0-3' ? 'PDF!' : 'no');
    const answer = await edge.call('GET', '/api/trial/content/abc?signature=xyz', {
      headers: { range: 'bytes=0-3', 'x-karez-authority': 'forged', connection: 'close, x-karez-address' },
    });
    expect(answer).toMatchObject({ status: 206, body: 'PDF!' });
    expect(answer.headers.get('content-range')).toBe('bytes 0-3/9');
    expect(answer.headers.get('content-security-policy')).toBe('sandbox');
    expect(answer.headers.getSetCookie()).toEqual([]);
    const [{ url, headers }] = trial.seen as [Backend['seen'][number]];
    expect(url).toBe('/trial/content/abc?signature=xyz');
    expect(headers).not.toHaveProperty('x-karez-authority');
    expect(headers['x-karez-address']).toBe('127.0.0.1');
  });

  it.each([
    ['nobody', 'POST', {}, 401, 'auth.required'],
    ['a forged authority', 'POST', { 'x-karez-authority': 'a.b.c', 'X-KAREZ-AUTHORITY ': 'a.b.c' }, 401, 'auth.required'],
  ])('never hears of an upload by %s', async (_, method, headers, status, code) => {
    const answer = await fetch(`${edge.url}/api/trial/uploads`, {
      method,
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !name.endsWith(' '))),
      body: randomBytes(2_000_000),
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
    expect(trial.seen).toEqual([]);
  });

  it('takes a browser’s upload only with its CSRF value', async () => {
    const cookie = `karez_access=${token}`;
    const answer = await edge.call('POST', '/api/trial/uploads', { headers: { cookie, origin: 'http://karez.test' } });
    expect(answer).toMatchObject({ status: 403, body: { code: 'request.csrf' } });
    expect(trial.seen).toEqual([]);
  });

  it.each([
    '/api/trial/uploads/../secret',
    '/api/trial/uploads/%2e%2e/secret',
    '/api/trial/uploads/x%2f..%2f..%2fsecret',
    '/api/trial/content/..%5csecret',
    '/api/trial/secret',
  ])('cannot be left for the rest of the service: %s', async (path) => {
    const status = await new Promise<number>((resolve, reject) => {
      httpRequest({ port: new URL(edge.url).port, path, method: 'GET' }, (reply) => (reply.resume(), resolve(reply.statusCode!)))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
    expect(trial.seen).toEqual([]);
  });

  it('takes only its own methods', async () => {
    expect((await edge.call('PUT', '/api/trial/uploads', { token })).status).toBe(404);
    expect((await edge.call('POST', '/api/trial/content/abc', { token })).status).toBe(404);
    expect(trial.seen).toEqual([]);
  });

  it('is told to come back to when the service is away', async () => {
    const away = await Backend.start();
    const other = await GatewayUnderTest.start({ KAREZ_TRIAL_URL: away.url });
    await away.stop();
    const answer = await other.call('GET', '/api/trial/content/abc');
    expect(answer).toMatchObject({
      status: 503,
      body: { code: 'service.unavailable', detail: expect.stringContaining('试用服务暂时不可用') },
    });
    expect(answer.headers.get('retry-after')).toBe('2');
    await other.stop();
  });

  it('ends its answer when the caller goes away', async () => {
    const gone = new Promise((resolve) => {
      trial.answer = (_, response) => {
        response.writeHead(200).write('x'.repeat(1000));
        response.once('close', resolve);
      };
    });
    const stop = new AbortController();
    const answer = await fetch(`${edge.url}/api/trial/content/abc`, { signal: stop.signal });
    await answer.body!.getReader().read();
    stop.abort();
    await gone;
  });
});

describe('the web apps', () => {
  it('are shown below their own part of the site, as they are', async () => {
    office.answer = (_, response) =>
      void response
        .writeHead(200, { 'content-type': 'text/html', 'content-security-policy': "default-src 'self'", 'cache-control': 'no-cache' })
        .end('<office>');
    portal.answer = (_, response) => void response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'lang=ug' }).end('<portal>');
    for (const path of ['/office', '/office/', '/office/people?x=1']) expect((await edge.call('GET', path)).body).toBe('<office>');
    for (const path of ['/', '/en/news', '/officer', '/favicon.ico', '/apiary'])
      expect((await edge.call('GET', path)).body).toBe('<portal>');
    expect(office.seen.map(({ url }) => url)).toEqual(['/office', '/office/', '/office/people?x=1']);
    const answer = await edge.call('GET', '/office/');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'self'");
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await edge.call('GET', '/')).headers.getSetCookie()).toEqual(['lang=ug']);
  });

  it('hear nothing of the platform’s own headers and of where the caller says to be', async () => {
    await edge.call('GET', '/', {
      token,
      headers: { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example', 'x-karez-authority': 'x', 'accept-language': 'ug' },
    });
    const [{ headers }] = portal.seen as [Backend['seen'][number]];
    expect(JSON.stringify(headers)).not.toContain('evil.example');
    expect(headers).toMatchObject({ 'accept-language': 'ug' });
    for (const name of ['authorization', 'x-karez-authority', 'x-forwarded-host', 'forwarded']) expect(headers).not.toHaveProperty([name]);
  });

  it.each([
    ['/office', 'POST', 'GET, HEAD'],
    ['/office/people', 'PUT', 'GET, HEAD'],
    ['/', 'PUT', 'GET, HEAD, POST'],
    ['/', 'DELETE', 'GET, HEAD, POST'],
  ])('%s takes no %s', async (path, method, allowed) => {
    const answer = await edge.call(method, path, { body: { a: 1 } });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed]);
    expect(portal.seen).toEqual([]);
  });

  const form = { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': '198.51.100.7' };
  it('the public site takes small forms, and hears from where they come', async () => {
    const answer = await edge.call('POST', '/letters/write', { body: 'text=%E4%BA%95', headers: form });
    expect(answer.status).toBe(200);
    expect(portal.seen).toMatchObject([{ method: 'POST', url: '/letters/write', headers: { 'x-forwarded-for': '127.0.0.1' } }]);
  });

  it.each([
    [415, 'of another type', '{"a":1}', { ...form, 'content-type': 'application/json' }],
    [413, 'beyond 128 KiB', 'x'.repeat(128 * 1024 + 1), form],
  ])('%i: the public site takes none %s', async (status, _what, raw, headers) => {
    expect((await edge.call('POST', '/letters/write', { body: raw, headers })).status).toBe(status);
    expect(portal.seen).toEqual([]);
  });

  it('leave a plain page behind when they are away', async () => {
    const other = await GatewayUnderTest.start({ KAREZ_WEB_PORTAL_URL: 'http://127.0.0.1:9' });
    for (const path of ['/', '/office']) {
      const answer = await other.call('GET', path);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('5');
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.body).toContain('页面暂时打不开');
    }
    await other.stop();
  });

  it('never get what belongs to /api', async () => {
    expect((await edge.call('GET', `/api/nothing/${newId()}`)).status).toBe(404);
    expect(portal.seen).toEqual([]);
  });
});
