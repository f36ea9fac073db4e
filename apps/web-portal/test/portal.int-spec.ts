import { jest } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configFrom } from '../src/config.js';
import { type Portal, startPortal } from '../src/portal.js';
import { IdentityStandIn } from './identity-stand-in.js';
import { sampleRows } from './sample-directory.js';
import { until } from './until.js';

jest.setTimeout(30_000);

describe('the portal beside identity', () => {
  const identity = new IdentityStandIn();
  let folder: string;
  let portal: Portal | undefined;

  const start = async (): Promise<string> => {
    const config = configFrom({ KAREZ_API_URL: identity.apiUrl, KAREZ_DATA_DIR: folder, KAREZ_LOG_LEVEL: 'silent' });
    portal = await startPortal({ ...config, port: 0, directoryRefreshMs: 50, drainMs: 0 });
    return portal.server.listeningOrigin;
  };
  const page = async (url: string): Promise<string> => (await fetch(url)).text();

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'karez-portal-'));
    await identity.start();
  });
  afterEach(async () => {
    await portal?.stop();
    await identity.stop();
    identity.rows = sampleRows;
    await rm(folder, { recursive: true });
  });

  it('shows a change of the directory on every page made from it, and keeps the pages that are not', async () => {
    const origin = await start();
    await until(async () => (await page(`${origin}/directory`)).includes('策勒县水利局'));
    const before = await fetch(`${origin}/accessibility`);
    identity.rows = [
      ...identity.rows,
      {
        id: 'new',
        name: '示例新设处',
        kind: 'office',
        parentId: (sampleRows as { id: string; kind: string }[]).find(({ kind }) => kind === 'department')!.id,
      },
    ];
    await until(async () => (await page(`${origin}/directory`)).includes('示例新设处'));
    expect(await page(`${origin}/`)).toContain('示例新设处');
    expect(await page(`${origin}/sitemap.xml`)).toContain('/directory/new');
    expect((await fetch(`${origin}/accessibility`)).headers.get('etag')).toBe(before.headers.get('etag'));
  });

  it('reads on while identity is dead', async () => {
    const origin = await start();
    await until(async () => (await page(`${origin}/directory`)).includes('策勒县水利局'));
    await identity.stop();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await page(`${origin}/directory/653225`)).toMatch(/<h1>策勒县水利局<\/h1>/);
    expect((await fetch(`${origin}/search?q=%E7%AD%96%E5%8B%92`)).status).toBe(200);
    expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
  });

  it('starts with everything else dead and reads what it kept', async () => {
    const first = await start();
    await until(async () => (await page(`${first}/directory`)).includes('策勒县水利局'));
    // the file is written after the pages are dropped
    await until(() => Promise.resolve(existsSync(join(folder, 'directory.json'))));
    await portal?.stop();
    await identity.stop();
    const second = await start();
    await until(async () => (await fetch(`${second}/directory/653225`)).status === 200);
  });

  it('says that the directory cannot be read when it never was, and answers everything else', async () => {
    await identity.stop();
    const origin = await start();
    const missing = await fetch(`${origin}/directory`);
    expect([missing.status, missing.headers.get('retry-after')]).toEqual([503, '60']);
    expect(await missing.text()).toContain('单位名录暂时读不到');
    expect((await fetch(`${origin}/directory/653225`)).status).toBe(503);
    expect((await fetch(`${origin}/`)).status).toBe(200);
    expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
    await identity.start();
    await until(async () => (await fetch(`${origin}/directory`)).status === 200);
  });
});
