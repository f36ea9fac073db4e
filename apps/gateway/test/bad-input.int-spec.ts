import { identityApi } from '@karez/contracts-identity';
import { DomainError, newId } from '@karez/kernel';
import { connect } from 'node:net';
import { GatewayUnderTest } from './gateway-under-test.js';
import { trialApi } from './trial-contract.js';

let edge: GatewayUnderTest;
let token: string;
const id = newId();

beforeAll(async () => {
  edge = await GatewayUnderTest.start();
  edge.trial.on(trialApi.changeThing, ({ thingId, name }) => ({ id: thingId, name }));
  edge.trial.on(trialApi.listThings, () => ({ items: [] }));
  edge.trial.on(trialApi.removeThing, () => ({}));
  edge.trial.on(trialApi.getThing, () => Promise.reject(new DomainError('not_found')));
  await edge.trial.settled();
  ({ token } = await edge.identity.signIn({ permissions: ['trial.thing.read', 'trial.thing.write'] }));
});
afterAll(() => edge.stop());
beforeEach(() => edge.trial.calls.splice(0));

const change = (body: unknown, headers: Record<string, string> = {}, path = `/api/trial/things/${id}`) =>
  edge.call('POST', path, { body, headers, token });

/** A refusal is a problem with a code and no stack, and the service never heard of the request. */
function expectRefused(
  { status, headers, body }: Awaited<ReturnType<typeof change>>,
  expected: { status: number; code: string; fields?: Record<string, string> },
): void {
  expect({ status, code: body.code }).toEqual({ status: expected.status, code: expected.code });
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({
    type: `urn:karez:problem:${expected.code}`,
    status,
    title: expect.any(String),
    detail: expect.any(String),
    trace: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  if (expected.fields)
    expect(Object.fromEntries(body.errors.map(({ field, code }: { field: string; code: string }) => [field, code]))).toEqual(
      expected.fields,
    );
  expect(JSON.stringify(body)).not.toMatch(/node_modules|\bat \w|\.ts:|\.js:/);
  expect(edge.trial.calls).toEqual([]);
}

describe('a request that is not as the contract says', () => {
  it.each([
    ['an unknown field', { name: '水闸', colour: 'red' }, { colour: 'whitelistValidation' }],
    ['an unknown field of a part', { name: '水闸', part: { name: 'a', x: 1 } }, { 'part.x': 'whitelistValidation' }],
    ['a wrong type', { name: 5 }, { name: 'isString' }],
    ['a part that is no object', { name: '水闸', part: 'x' }, { part: 'nestedValidation' }],
    ['a number as text', { name: '水闸', count: '5' }, { count: 'isInt' }],
    ['a number beyond its bound', { name: '水闸', count: 10 }, { count: 'max' }],
    ['a missing field', {}, { name: 'required' }],
    ['no body', undefined, { name: 'required' }],
    ['a list instead of an object', [], { '': 'isObject' }],
    ['text instead of an object', '"x"', { '': 'isObject' }],
    ['null instead of an object', 'null', { '': 'isObject' }],
  ])('is refused: %s', async (_, body, fields) => {
    expectRefused(await change(body), { status: 400, code: 'request.invalid', fields });
  });

  it('is refused: an id that is none', async () => {
    expectRefused(await change({ name: '水闸' }, {}, '/api/trial/things/42'), {
      status: 400,
      code: 'request.invalid',
      fields: { thingId: 'isUuid' },
    });
  });

  it.each([
    ['?sort=shoe-size', { sort: 'isIn' }],
    ['?state=ajar', { state: 'isIn' }],
    ['?limit=0', { limit: 'min' }],
    ['?limit=many', { limit: 'isInt' }],
    ['?limit=5&limit=6', { limit: 'isInt' }],
    ['?page=2', { page: 'whitelistValidation' }],
    [`?after=${'x'.repeat(601)}`, { after: 'maxLength' }],
    ['?sort[]=name', { 'sort[]': 'whitelistValidation' }],
  ])('is refused in a list: %s', async (query, fields) => {
    expectRefused(await edge.call('GET', `/api/trial/things${query}`), { status: 400, code: 'request.invalid', fields });
  });

  it('takes the fields of a path over those of the query over those of the body', async () => {
    const answer = await change({ name: '水闸', thingId: newId() }, {}, `/api/trial/things/${id}?name=渠道&thingId=${newId()}`);
    expect(answer).toMatchObject({ status: 200, body: { id, name: '渠道' } });
  });

  it('turns the text of a query into what the contract says', async () => {
    await edge.call('GET', '/api/trial/things?limit=25&sort=-name');
    expect(edge.trial.callsOf(trialApi.listThings)[0]!.request).toEqual({ limit: 25, sort: '-name' });
  });
});

describe('a body that cannot be read', () => {
  it.each([
    ['bad JSON', '{"name": "水闸"', {}, 400, 'request.malformed'],
    ['JSON that reaches for a prototype', '{"name":"水闸","__proto__":{"admin":true}}', {}, 400, 'request.malformed'],
    ['an oversize body', JSON.stringify({ name: 'x'.repeat(300_000) }), {}, 413, 'request.too_large'],
    ['XML', '<name>水闸</name>', { 'content-type': 'application/xml' }, 415, 'request.media_type'],
    ['plain text', '{"name":"水闸"}', { 'content-type': 'text/plain' }, 415, 'request.media_type'],
    ['a form', 'name=xx', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'request.media_type'],
    ['a multipart form', 'x', { 'content-type': 'multipart/form-data; boundary=x' }, 415, 'request.media_type'],
  ])('is refused: %s', async (_, body, headers, status, code) => {
    expectRefused(await change(body, headers), { status, code });
  });

  it('is refused before it has come in when it announces its size', async () => {
    const { port } = new URL(edge.url);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          `POST /api/trial/things/${id} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer ${token}\r\nContent-Length: 900000000\r\n\r\n{"name"`,
        );
      });
      socket.once('data', (chunk) => (resolve(chunk.toString()), socket.destroy()));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('request.too_large');
  });

  it('takes the form that RFC 7523 asks for at the token address', async () => {
    edge.identity.service.on(identityApi.signInClient, () => ({ access_token: 't', token_type: 'Bearer', expires_in: 600 }));
    await edge.identity.service.settled();
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: 'a.b.c',
    });
    const answer = await edge.call('POST', '/api/identity/token', {
      body: form.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer).toMatchObject({ status: 200, body: { access_token: 't' } });
  });
});

describe('an address', () => {
  it.each([
    ['GET', '/api/nothing', 404, 'request.route_unknown'],
    ['GET', '/api', 404, 'request.route_unknown'],
    ['POST', '/api/trial/nothing', 404, 'request.route_unknown'],
    ['PUT', '/api/trial/reports', 405, 'request.method_unknown'],
  ])('that nothing is at: %s %s', async (method, path, status, code) => {
    const answer = await edge.call(method, path, { ...(method === 'GET' ? {} : { body: {} }) });
    expectRefused(answer, { status, code });
    if (status === 405) expect(answer.headers.get('allow')).toBe('POST');
  });

  it('answers HEAD as GET without a body', async () => {
    const answer = await edge.call('HEAD', '/api/trial/things');
    expect(answer).toMatchObject({ status: 200, body: '' });
  });

  it('does not mount an operation without a route', async () => {
    for (const path of ['/api/trial/unmounted', '/api/qry.trial.unmounted.v1']) expect((await edge.call('GET', path)).status).toBe(404);
  });
});

describe('what is not a request at all', () => {
  const raw = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(edge.url).port), '127.0.0.1', () => socket.write(text));
      let answer = '';
      socket
        .on('data', (chunk) => (answer += chunk.toString()))
        .once('close', () => resolve(answer))
        .once('error', reject);
    });

  it.each([
    ['an address that cannot be decoded', 'GET /api/% HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    ['a header without end', `GET /api/trial/things HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['noise', 'hello\r\n\r\n', 400],
    [
      'two lengths (request smuggling)',
      'POST /api/trial/reports HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'a header that is folded into two lines',
      'GET /api/trial/things HTTP/1.1\r\nHost: x\r\nX-A: 1\r\n X-Karez-Authority: y\r\nBad Header: z\r\n\r\n',
      400,
    ],
  ])('is refused and its line closed: %s', async (_, text, status) => {
    const answer = await raw(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).not.toMatch(/\bat \w+ \(|node_modules|fastify/i);
    expect(edge.trial.calls).toEqual([]);
  });
});

it('hands on the refusal of the service with its status, words and parameters', async () => {
  expect(await edge.call('GET', `/api/trial/things/${id}`, { token })).toMatchObject({ status: 404, body: { code: 'not_found' } });
  edge.trial.on(trialApi.changeThing, ({ name }) => Promise.reject(new DomainError('trial.thing.taken', { name }, { by: '另一人' })));
  await edge.trial.settled();
  const answer = await change({ name: '水闸' });
  expect(answer).toMatchObject({
    status: 409,
    body: { detail: '已有“水闸”。', params: { name: '水闸' }, evidence: { by: '另一人' }, title: '与现状冲突' },
  });
  expect((await change({ name: 'gate' }, { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' })).body).toMatchObject({
    detail: 'gate is taken.',
    title: 'Conflict',
  });
});

it('tells a failure of a service without anything from inside it', async () => {
  edge.trial.on(trialApi.changeThing, () => Promise.reject(new Error('select * from secret')));
  await edge.trial.settled();
  const answer = await change({ name: '水闸' });
  expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } });
  expect(JSON.stringify(answer.body)).not.toContain('secret');
  expect(answer.body.detail).toContain(answer.body.trace);
});

it('says field errors in the language of the caller', async () => {
  const errors = async (language: string) => (await change({ name: 'x', count: 10 }, { 'accept-language': language })).body.errors;
  expect(await errors('zh-CN')).toEqual([
    { field: 'name', code: 'isLength', detail: '须为 2 至 20 个字' },
    { field: 'count', code: 'max', detail: '不能大于 9' },
  ]);
  expect((await errors('en'))[0].detail).toBe('Must have 2 to 20 characters');
});
