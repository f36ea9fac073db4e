import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { sampleDirectory } from '../../test/sample-directory.js';
import { ApiClient } from '../api/api-client.js';
import { renderPage } from '../components/document.js';
import { configFrom } from '../config.js';
import type { Directory } from '../directory/directory.js';
import { displayModes } from '../display-mode.js';
import { languages, pathIn } from '../language/languages.js';
import { allPages, listedPages } from '../pages/all-pages.js';
import { type Assets, loadAssets } from './assets.js';
import { createServer, type PortalServer } from './create-server.js';
import { PageCache } from './page-cache.js';

const config = configFrom({ KAREZ_PUBLIC_URL: 'https://water.example.test', KAREZ_LOG_LEVEL: 'silent' });
let assets: Assets;
let cache: PageCache;
let server: PortalServer;
let directory: Directory | undefined;
const client = new ApiClient({ apiUrl: 'http://nobody.test', call: () => Promise.reject(new Error('nobody')) });
let stopping = false;

const get = (url: string, headers: Record<string, string> = {}, method: InjectOptions['method'] = 'GET'): Promise<LightMyRequestResponse> =>
  server.inject({ method, url, headers });

beforeAll(async () => {
  assets = await loadAssets();
});
beforeEach(() => {
  cache = new PageCache();
  directory = sampleDirectory();
  server = createServer({ config, assets, cache, client, directory: () => directory, stopping: () => stopping });
});
afterEach(() => server.close());

describe('the page cache', () => {
  it('sends the bytes of a fresh render, in every encoding, for every page, language and display', async () => {
    for (const { language } of languages) {
      for (const mode of displayModes) {
        for (const page of allPages) {
          const { site, publicUrl } = config;
          const input = { path: page.path, back: page.path, language, mode, site, publicUrl, assets: assets.paths, directory };
          const fresh = renderPage(input, (context) => page.view(context)).html;
          const ask = (encoding: string) =>
            get(pathIn(language, page.path), { cookie: `karez-display=${mode}`, 'accept-encoding': encoding });
          const first = await ask('br');
          const size = cache.size;
          expect(brotliDecompressSync(first.rawPayload).toString()).toBe(fresh);
          expect(gunzipSync((await ask('gzip')).rawPayload).toString()).toBe(fresh);
          expect((await ask('identity')).payload).toBe(fresh);
          expect(cache.size).toBe(size);
        }
      }
    }
    expect(cache.size).toBe(allPages.length * languages.length * displayModes.length);
  }, 60_000);

  it('answers 304 to one who has the page, until the page changes', async () => {
    const first = await get('/directory');
    const known = { 'if-none-match': String(first.headers['etag']) };
    expect((await get('/directory', known)).statusCode).toBe(304);
    directory = sampleDirectory(new Date('2026-11-21T02:00:00Z'));
    cache.drop('directory');
    const second = await get('/directory', known);
    expect(second.statusCode).toBe(200);
    expect(second.payload).toContain('2026年11月21日');
  });

  it('never answers 304 for a page that is not there', async () => {
    const missing = await get('/nothing');
    expect((await get('/nothing', { 'if-none-match': String(missing.headers['etag']) })).statusCode).toBe(404);
  });

  it('does not grow with addresses that do not exist, queries, or searches', async () => {
    await get('/');
    await get('/nothing');
    const size = cache.size;
    for (let i = 0; i < 50; i++) {
      await get(`/nothing-${i}`);
      await get(`/?x=${i}`);
      await get(`/search?q=${i}`);
      await get(`/directory/${i}`);
      await get('/', { cookie: `karez-display=mode${i}` });
    }
    expect(cache.size).toBe(size);
  });
});

describe('the home page', () => {
  it.each([
    ['while nobody answers', () => Promise.reject(new Error('nobody'))],
    ['before the site has been set up', () => Promise.resolve(Response.json({ code: 'not_found', detail: '' }, { status: 404 }))],
  ])('stands with the directory %s', async (_when, call) => {
    const parts = { config, assets, cache: new PageCache(), directory: () => directory, stopping: () => false };
    const early = createServer({ ...parts, client: new ApiClient({ apiUrl: 'http://nobody.test', call }) });
    const home = await early.inject({ url: '/' });
    expect(home.statusCode).toBe(200);
    expect(home.payload).toContain('和田地区水利局');
    expect((await early.inject({ url: '/columns/yaowen' })).statusCode).not.toBe(200);
    await early.close();
  });
});

describe('answers', () => {
  it('carry a policy without a hole, and links from the configured address only', async () => {
    const page = await get('/', { host: 'evil.example' });
    expect(page.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'strict-transport-security': 'max-age=31536000',
      vary: 'accept-encoding, cookie, sec-fetch-site',
      'cache-control': 'private, no-cache',
    });
    expect(page.payload).not.toContain('evil.example');
    expect((await get('/sitemap.xml', { host: 'evil.example' })).payload).not.toContain('evil.example');
    for (const url of ['/nothing', '/health/live', assets.paths.sheet, '/display/elder', '/robots.txt']) {
      expect((await get(url)).headers['content-security-policy']).toBeDefined();
    }
  });

  it.each([
    ['/nothing', 404],
    ['/en/nothing', 404],
    ['/directory/999999', 404],
    ['/directory/..%2f..%2fetc', 404],
    ['/assets/portal.css', 404],
    ['/display/huge', 404],
    ['/language/de', 404],
    ['/%E0%A4%A', 400],
    [`/search?q=${'%E6%B0%B4'.repeat(500)}`, 200],
    ['/search?q=a&q=b', 200],
  ])('%s is %i, as a page in words', async (url, status) => {
    const page = await get(url);
    expect(page.statusCode).toBe(status);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.payload).not.toMatch(/Error:|at .*\.(js|ts)/);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const)('%s is refused: nothing here writes', async (method) => {
    const answer = await server.inject({ method, url: '/', payload: method === 'OPTIONS' ? undefined : { a: 1 } });
    expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'GET, HEAD']);
  });

  it('say in the visitor’s language what went wrong', async () => {
    expect((await get('/en/nothing')).payload).toContain('No water here');
    expect((await get('/ug/nothing')).payload).toContain('dir="rtl"');
    expect((await get('/nothing', { cookie: 'karez-display=contrast' })).payload).toContain('data-mode="contrast"');
  });

  it('turn a fault into a page, without a word of the fault', async () => {
    server.get('/faulty', () => {
      throw new Error('secret of the inside');
    });
    const page = await get('/faulty');
    expect(page.statusCode).toBe(500);
    expect(page.payload).toContain('本站没能打开这个页面');
    expect(page.payload).not.toContain('secret');
  });

  it('end their connections once the server was told to stop, and the probe says so', async () => {
    stopping = true;
    const [page, ready, live] = [await get('/'), await get('/health/ready'), await get('/health/live')];
    expect((await get('/health/startup')).statusCode).toBe(200);
    stopping = false;
    expect([page.statusCode, page.headers['connection']]).toEqual([200, 'close']);
    expect([ready.statusCode, live.statusCode]).toEqual([503, 200]);
    expect((await get('/health/ready')).statusCode).toBe(200);
  });

  it('to HEAD are those to GET without the body', async () => {
    const [head, whole] = [await get('/', {}, 'HEAD'), await get('/')];
    expect([head.statusCode, head.payload, head.headers['etag']]).toEqual([200, '', whole.headers['etag']]);
  });
});

describe('addresses', () => {
  it.each([
    ['/en', '/en/'],
    ['/ug', '/ug/'],
    ['/directory/', '/directory'],
    ['/en/water/', '/en/water'],
  ])('%s is %s', async (url, to) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.headers['location']]).toEqual([308, to]);
  });

  it('of a bureau is its division code, and its id leads there', async () => {
    const bureau = directory!.find('653200')!;
    const answer = await get(`/en/directory/${bureau.id}`);
    expect([answer.statusCode, answer.headers['location']]).toEqual([308, '/en/directory/653200']);
  });

  it('of every page in every language are in the site map, and no others', async () => {
    const xml = (await get('/sitemap.xml')).payload;
    const listed = [...xml.matchAll(/<loc>https:\/\/water\.example\.test([^<]*)<\/loc>/g)].map(([, path]) => path!);
    expect(listed).toHaveLength((listedPages.length + directory!.own.length) * languages.length);
    for (const path of listed.filter((_, index) => index % 17 === 0)) expect([200, 503]).toContain((await get(path)).statusCode);
    expect((await get('/robots.txt')).payload).toContain('Sitemap: https://water.example.test/sitemap.xml');
  });

  it('of files carry their digest and never change', async () => {
    for (const path of Object.values(assets.paths)) {
      const file = await get(path, { 'accept-encoding': 'br' });
      expect([file.statusCode, file.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
      expect(path).toMatch(/\.[0-9a-f]{16}\.(css|svg)$/);
    }
  });
});

describe('a choice', () => {
  it('of display is kept in a cookie and comes back to the page', async () => {
    const answer = await get('/display/elder?back=%2Fdirectory&in=en');
    expect([answer.statusCode, answer.headers['location']]).toEqual([303, '/en/directory']);
    expect(answer.headers['set-cookie']).toBe('karez-display=elder; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure');
    expect((await get('/en/directory', { cookie: 'karez-display=elder' })).payload).toContain('data-mode="elder"');
  });

  it('of language leads to the page in that language', async () => {
    const answer = await get('/language/ug?back=%2Fsearch%3Fq%3Da');
    expect([answer.statusCode, answer.headers['location']]).toEqual([303, '/ug/search?q=a']);
  });

  it('never leads to another site', async () => {
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      expect((await get(`/display/elder?back=${encodeURIComponent(back)}`)).headers['location']).toBe('/');
      expect((await get(`/language/en?back=${encodeURIComponent(back)}`)).headers['location']).toBe('/en/');
    }
  });

  it('of language is remembered for one who arrives, not for one who is inside', async () => {
    const cookie = 'karez-language=ug';
    expect((await get('/', { cookie, 'sec-fetch-site': 'none' })).headers['location']).toBe('/ug/');
    expect((await get('/', { cookie, 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
    expect((await get('/', { cookie })).statusCode).toBe(200);
    expect((await get('/directory', { cookie, 'sec-fetch-site': 'none' })).statusCode).toBe(200);
  });
});
