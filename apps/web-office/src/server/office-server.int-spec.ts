import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { request, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { configFrom } from './config.js';
import { readFiles } from './files.js';
import { officeServer } from './office-server.js';

const script = 'console.log("karez");'.repeat(100);
const state = { draining: false };
let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'karez-office-'));
  mkdirSync(join(folder, 'client/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.js'), 'outside');
  writeFileSync(join(folder, 'client/index.html'), '<meta name="csp-nonce" content="__KAREZ_NONCE__"><div id="root"></div>');
  writeFileSync(join(folder, 'client/assets/main-1a2b.js'), script);
  writeFileSync(join(folder, 'client/assets/main-1a2b.js.br'), brotliCompressSync(script));
  server = officeServer(readFiles(join(folder, 'client')), configFrom({}), state);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

/** A raw request: fetch would tidy the path and unpack the body. */
async function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<{ answer: IncomingMessage; body: Buffer }> {
  const { port } = server.address() as AddressInfo;
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    request({ host: '127.0.0.1', port, path, method, headers }, resolve).on('error', reject).end(),
  );
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return { answer, body: Buffer.concat(parts) };
}
const nonceIn = (text: string) => /content="([^"]+)"/.exec(text)?.[1];

describe('the page', () => {
  it.each(['/office/', '/office/people', '/office/people/0199?x=1'])('answers at %s, never kept', async (path) => {
    const { answer, body } = await get(path);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(body.toString()).toContain('id="root"');
  });

  it('lets in styles by the nonce of this answer alone, and no inline script or foreign source at all', async () => {
    const [one, other] = [await get('/office/'), await get('/office/', { 'accept-encoding': 'gzip' })];
    const policy = one.answer.headers['content-security-policy'] as string;
    expect(nonceIn(one.body.toString())).not.toBe(nonceIn(gunzipSync(other.body).toString()));
    expect(policy).toContain(`style-src 'self' 'nonce-${nonceIn(one.body.toString())}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });
});

describe('files', () => {
  it('come in the smallest form that the browser takes, for ever', async () => {
    const { answer, body } = await get('/office/assets/main-1a2b.js', { 'accept-encoding': 'gzip, br' });
    expect(answer.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      'content-type': 'text/javascript; charset=utf-8',
    });
    expect(brotliDecompressSync(body).toString()).toBe(script);
    const plain = await get('/office/assets/main-1a2b.js', { 'accept-encoding': 'br;q=0, gzip' });
    expect(plain.answer.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe(script);
  });

  it('are not sent twice to who has them, and not at all to HEAD', async () => {
    const { answer } = await get('/office/assets/main-1a2b.js');
    const again = await get('/office/assets/main-1a2b.js', { 'if-none-match': answer.headers.etag! });
    expect(again.answer.statusCode).toBe(304);
    const head = await get('/office/assets/main-1a2b.js', {}, 'HEAD');
    expect([head.answer.statusCode, head.body.length]).toEqual([200, 0]);
  });

  it.each([
    '/office/assets/gone.js',
    '/office/../secret.js',
    '/office/%2e%2e/secret.js',
    '/secret.js',
    '/office/assets/main-1a2b.js.br',
    '/other',
  ])('%s does not exist', async (path) => {
    expect((await get(path)).answer.statusCode).toBe(404);
  });
});

describe('the rest', () => {
  it('leads to the workspace and refuses to change anything', async () => {
    expect((await get('/office')).answer.headers.location).toBe('/office/');
    expect((await get('/office/', {}, 'POST')).answer.statusCode).toBe(405);
  });

  it('is alive while it drains, but not ready', async () => {
    expect((await get('/health/ready')).answer.statusCode).toBe(200);
    state.draining = true;
    expect((await get('/health/ready')).answer.statusCode).toBe(503);
    expect((await get('/health/live')).answer.statusCode).toBe(200);
    state.draining = false;
  });

  it('does not start on a port that is none', () => {
    expect(() => configFrom({ KAREZ_HTTP_PORT: '70000' })).toThrow('KAREZ_HTTP_PORT');
  });
});
