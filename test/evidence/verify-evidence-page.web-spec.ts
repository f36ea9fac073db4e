import { jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { SoftwareCryptoProvider } from '@karez/crypto';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch, openTab, phone } from '../web/office-under-test.js';
import { EvidenceMaker, fingerprintOf, someKeys } from './evidence-sample.js';

jest.setTimeout(60_000);

const address = new URL('../../tools/verify-evidence.html', import.meta.url).href;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const provider = new SoftwareCryptoProvider({ threads: 1 });
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];
const requested: string[] = [];
let maker: EvidenceMaker;

beforeAll(async () => {
  maker = new EvidenceMaker(provider, await someKeys(provider));
  browser = await launch();
  context = await browser.newContext({ viewport: phone, locale: 'zh-CN', offline: true });
  ({ page, complaints } = await openTab(context));
  page.on('request', (request) => requested.push(request.url()));
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await provider.close();
});

async function verdictOn(buffer: Buffer): Promise<string> {
  await page.setInputFiles('#file', { name: 'evidence.json', mimeType: 'application/json', buffer });
  await page.waitForSelector('.verdict');
  return page.innerText('.verdict');
}

describe('the page for checking evidence, opened from a disk with the network off on a phone,', () => {
  it('says of good evidence who signed what when', async () => {
    expect(await verdictOn(await maker.file())).toBe('! 签名全部有效，根密钥未核对');
    await page.fill('#roots', fingerprintOf(maker.keys.root));
    expect(await verdictOn(await maker.file())).toBe('✓ 证据有效');
    expect(await page.innerText('ol')).toContain('✓ 2026-11-23 10:40:00');
    expect(await page.innerText('ol')).toContain('签收回执：策勒县水利局（示例） 阿依努尔');
  });

  it('names what is wrong with other evidence', async () => {
    const forged = await maker.file(undefined, async ({ statements }) => ({
      statements: [...statements.slice(0, 3), await maker.statement({ kind: 'signed', at: 40, epoch: 2 }, {}, 'sender')],
    }));
    expect(await verdictOn(forged)).toBe('✗ 证据无效');
    expect(await page.innerText('li.error')).toContain('签名的单位不对');
    expect(await verdictOn(Buffer.from('{}'))).toBe('✗ 证据无效');
  });

  it('shows what a file says as text, whatever it says', async () => {
    const file = await maker.file(undefined, async ({ statements }) => ({
      statements: [
        ...statements.slice(0, 3),
        await maker.statement({ kind: 'signed', at: 40, epoch: 2 }, { reason: { text: '<img src=x>' } }),
      ],
    }));
    expect(await verdictOn(file)).toBe('✗ 证据无效');
    expect(await page.innerText('ol')).toContain('<img src=x>');
    expect(await page.locator('img').count()).toBe(0);
  });

  it('takes no fingerprint that is none', async () => {
    await page.fill('#roots', 'abc');
    await page.dispatchEvent('#roots', 'change');
    await page.waitForSelector('#roots-wrong:not([hidden])');
    await page.fill('#roots', fingerprintOf(maker.keys.root));
    await page.dispatchEvent('#roots', 'change');
    await page.waitForSelector('#roots-wrong', { state: 'hidden' });
  });

  it('fits the screen, is readable for everyone, loads nothing and complains of nothing', async () => {
    await verdictOn(await maker.file());
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(phone.width);
    const { violations } = await axe();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
    expect(requested.filter((url) => url !== address)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

/** In the browser's own world for tools, because the page's policy lets no script in but its own. */
async function axe(): Promise<AxeResults> {
  const options: RunOptions = { resultTypes: ['violations'] };
  await page.evaluate(axeSource);
  return page.evaluate(
    (given) => (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run(given),
    options,
  );
}
