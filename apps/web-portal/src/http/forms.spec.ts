import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { ApiClient } from '../api/api-client.js';
import { configFrom } from '../config.js';
import { loadAssets } from './assets.js';
import { createServer, type PortalServer } from './create-server.js';
import { PageCache } from './page-cache.js';

const config = configFrom({ KAREZ_PUBLIC_URL: 'https://water.example.test', KAREZ_LOG_LEVEL: 'silent' });
const receipt = {
  receipt: 'LX2026112700000001',
  check: 'ABCDEFGH',
  receivedAt: '2026-11-27T02:00:00.000Z',
  dueAt: '2026-12-01T02:00:00.000Z',
};
interface Sent {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}
let server: PortalServer;
let sent: Sent[];
let answer: () => Promise<Response>;
const problem = (status: number, more: object): Response =>
  Response.json({ code: 'request.invalid', detail: '请求有误', ...more }, { status });

beforeEach(async () => {
  sent = [];
  answer = () => Promise.resolve(Response.json(receipt, { status: 201 }));
  const call = ((url: string, { headers, body }: RequestInit) => {
    sent.push({
      path: url.replace('http://api', ''),
      headers: headers as Record<string, string>,
      body: JSON.parse(body as string) as unknown,
    });
    return answer();
  }) as typeof fetch;
  const client = new ApiClient({ apiUrl: 'http://api', call });
  server = createServer({
    config,
    assets: await loadAssets(),
    cache: new PageCache(),
    client,
    directory: () => undefined,
    stopping: () => false,
  });
});
afterEach(() => server.close());

const letter = {
  kind: 'consult',
  subject: '水费怎么交',
  text: '村里新装了水表，水费怎么交？',
  name: '石小泉',
  phone: '',
  mayPublish: 'yes',
};
async function opened(path = '/letters/write'): Promise<{ token: string; cookie: string; page: LightMyRequestResponse }> {
  const page = await server.inject({ url: path });
  const cookie = String(page.headers['set-cookie']).split(';')[0]!;
  return { page, cookie, token: /name="token" value="([^"]+)"/.exec(page.payload)![1]! };
}
const post = (url: string, form: Record<string, string>, more: InjectOptions['headers'] = {}): Promise<LightMyRequestResponse> =>
  server.inject({
    ...{ method: 'POST', url, payload: new URLSearchParams(form).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...more },
  });

it('a letter is sent as it was written, from the writer’s own address, and the receipt is shown at another address', async () => {
  const { token, cookie, page } = await opened();
  expect(page.headers).toMatchObject({ 'cache-control': 'no-store' });
  const done = await post('/letters/write', { ...letter, token }, { cookie, 'x-forwarded-for': '203.0.113.9', 'user-agent': 'spec' });
  expect([done.statusCode, done.headers['location']]).toEqual([303, '/letters/receipt']);
  const { phone: _, ...filled } = letter;
  expect(sent).toEqual([
    {
      path: '/portal/public/sites/slt/letters',
      body: { ...filled, mayPublish: true },
      headers: expect.objectContaining({ 'x-forwarded-for': '203.0.113.9', 'user-agent': 'spec', 'idempotency-key': token }),
    },
  ]);
  const kept = [done.headers['set-cookie']].flat().map((each) => String(each).split(';')[0]).join('; '); // prettier-ignore
  const shown = await server.inject({ url: '/letters/receipt', headers: { cookie: kept } });
  expect(shown.payload).toContain(receipt.receipt);
  expect(shown.payload).toContain(receipt.check);
  expect((await server.inject({ url: '/letters/receipt' })).payload).not.toContain(receipt.check);
});

it.each([
  ['no cookie', (token: string) => ({ form: token, cookie: '' })],
  ['no token', (token: string) => ({ form: '', cookie: `karez-form=${token}` })],
  ['another token', (token: string) => ({ form: 'ffffffff-ffff-4fff-8fff-ffffffffffff', cookie: `karez-form=${token}` })],
  ['a token of their own making', () => ({ form: 'x', cookie: 'karez-form=x' })],
])('a form with %s is not from here: nothing is sent, and nothing that was entered is lost', async (_what, given) => {
  const { form, cookie } = given((await opened()).token);
  const again = await post('/letters/write', { ...letter, token: form }, { cookie });
  expect(again.statusCode).toBe(422);
  expect(again.payload).toContain('石小泉');
  expect(sent).toEqual([]);
});

it('what is missing is named beside its field, in the language of the page, before anything is sent', async () => {
  const { token, cookie } = await opened('/en/letters/write');
  const again = await post('/en/letters/write', { ...letter, name: ' ', kind: '', token }, { cookie });
  expect(again.statusCode).toBe(422);
  expect(again.payload).toContain('2 things to mend');
  expect(again.payload).toContain('id="name-error"');
  expect(sent).toEqual([]);
});

it('what the office refuses stands beside its field, and the same token sends again', async () => {
  const { token, cookie } = await opened();
  answer = () => Promise.resolve(problem(400, { errors: [{ field: 'phone', code: 'matches', detail: '格式不正确' }] }));
  const again = await post('/letters/write', { ...letter, phone: '12', token }, { cookie });
  expect(again.payload).toMatch(/id="phone-error"[^]*格式不正确/);
  expect(/name="token" value="([^"]+)"/.exec(again.payload)![1]).toBe(token);
});

it('a refusal of the whole is told in the office’s words', async () => {
  const { token, cookie } = await opened();
  answer = () => Promise.resolve(problem(429, { code: 'portal.letter.too_many', detail: '今天来信已达上限' }));
  expect((await post('/letters/write', { ...letter, token }, { cookie })).payload).toContain('今天来信已达上限');
});

it.each([
  ['nobody answers', () => Promise.reject(new Error('refused'))],
  ['something else answers', () => Promise.resolve(new Response('<html>', { status: 502 }))],
])('while %s the letter stays on the page', async (_what, silent) => {
  const { token, cookie } = await opened();
  answer = silent;
  const again = await post('/letters/write', { ...letter, token }, { cookie });
  expect(again.statusCode).toBe(422);
  expect(again.payload).toContain('村里新装了水表');
});

it('markup that was entered comes back as text', async () => {
  const { token, cookie } = await opened();
  const again = await post('/letters/write', { ...letter, subject: '"><script>x</script>', name: '', token }, { cookie });
  expect(again.payload).not.toContain('<script');
});

it.each(['/', '/letters', '/services', '/nothing'])('%s takes no form', async (url) => {
  expect((await post(url, { a: 'b' })).statusCode).toBe(405);
});

it('a form of another type or of any size is refused as a page', async () => {
  expect((await server.inject({ method: 'POST', url: '/letters/write', payload: { a: 1 } })).statusCode).toBe(405);
  expect((await post('/letters/write', { text: 'x'.repeat(200_000) })).statusCode).toBeGreaterThanOrEqual(400);
});

it('codes are followed by POST alone, in either case of letters, and never stand in an address', async () => {
  const { token, cookie } = await opened('/letters/follow');
  const progress = { ...receipt, kind: 'consult', subject: '题', text: '文', state: 'answered', reply: '答', unit: '办公室', steps: [] };
  answer = () => Promise.resolve(Response.json(progress));
  const shown = await post('/letters/follow', { receipt: ' lx2026112700000001', check: 'abcdefgh ', token }, { cookie });
  expect(sent[0]!.body).toEqual({ receipt: receipt.receipt, check: receipt.check });
  expect(shown.payload).toContain('action="/letters/rate"');
  expect([shown.statusCode, shown.headers['cache-control']]).toEqual([200, 'no-store']);
});

const tokenIn = (page: LightMyRequestResponse): string => /name="token" value="([^"]+)"/.exec(page.payload)![1]!;

it('what stands on a page of progress is another act than the one before it, and than the letter after it', async () => {
  const { token, cookie } = await opened('/letters/follow');
  const codes = { receipt: receipt.receipt, check: receipt.check };
  const progress = { ...receipt, kind: 'consult', subject: '题', text: '文', state: 'answered', reply: '答', unit: '办公室', steps: [] };
  answer = () => Promise.resolve(Response.json(progress));
  const shown = await post('/letters/follow', { ...codes, token }, { cookie });
  const rating = tokenIn(shown);
  const rated = await post('/letters/rate', { ...codes, satisfaction: '5', token: rating }, { cookie: `karez-form=${rating}` });
  const next = tokenIn(rated);
  expect(new Set([token, rating, next]).size).toBe(3);
  expect(String(rated.headers['set-cookie'])).toContain(next);
});

it('a form that was received with other words says so, and is sent as another act when the writer says so', async () => {
  const { token, cookie } = await opened();
  answer = () => Promise.resolve(problem(422, { code: 'command.key_reused' }));
  const again = await post('/letters/write', { ...letter, token }, { cookie });
  expect(again.payload).toContain('刚才已经收到过一次');
  expect(again.payload).toContain('村里新装了水表');
  expect(tokenIn(again)).not.toBe(token);
});
