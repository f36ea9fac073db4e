import { createHmac, generateKeyPairSync } from 'node:crypto';
import { jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { accountOf, atRest, baseUrl, contextOf, desk, faultsOf, launch, openTab, phone } from './office-under-test.js';

const suite = baseUrl ? describe : describe.skip;
const office = `${baseUrl}/office`;
jest.setTimeout(120_000);

const serial = Date.now().toString(36);
const name = `试水节点 ${serial}`;
const card = {
  ...{ nodeId: `trial-${serial}`, name, rootKeyId: `root-${serial}`, rootValidFrom: '2026-11-01T00:00:00.000Z', versions: [1] },
  rootKey: generateKeyPairSync('ec', { namedCurve: 'SM2' }).publicKey.export({ type: 'spki', format: 'der' }).subarray(-65).toString('hex'),
};

suite('other nodes', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  let codes: string[];

  beforeAll(async () => {
    browser = await launch();
    context = await contextOf(browser, accountOf('node.admin')); // signed in with the password alone
    ({ page, complaints } = await openTab(context));
    const enrolling = await contextOf(browser, accountOf('node.admin'));
    codes = await enrolled(await enrolling.newPage());
    await enrolling.close();
  }, 120_000);
  afterAll(async () => {
    if (page && codes) await unenrolled(page, codes.at(-1)!);
    await browser?.close();
  });

  it('stand on a screen with this node’s own card, at first none', async () => {
    await page.goto(`${office}/exchange/peers`);
    await page.waitForSelector('text=还没有接入别的节点');
    await page.waitForSelector('.kz-card:has-text("本节点") .exchange-fingerprint');
    expect(await faultsAt(page)).toEqual([]);
  });

  it('are not this node itself', async () => {
    await page.click('summary:has-text("看名片全文")');
    const own = await page.textContent('pre[aria-label=节点名片全文]');
    await page.click('button:has-text("接入节点…")');
    await page.fill('.ant-modal textarea', own!);
    await page.click('.ant-modal button:has-text("下一步")');
    await page.waitForSelector('.ant-modal [role=alert]:has-text("这是本节点自己的名片")');
    expect(await faultsAt(page)).toEqual([]);
  });

  it('are joined by their card, when it was compared by telephone, with a second factor', async () => {
    await page.fill('.ant-modal textarea', JSON.stringify(card));
    await page.click('.ant-modal button:has-text("下一步")');
    await page.waitForSelector('.ant-modal >> text=打电话');
    await page.click('.ant-modal label:has-text("去对方取")');
    await page.fill('.ant-modal #url', 'http://127.0.0.1:9/api');
    await page.click('.ant-modal button[type=submit]');
    await page.waitForSelector('.ant-modal >> text=请先打电话核对指纹');
    await page.waitForSelector('.ant-modal >> text=请选择由它服务的单位');
    await page.fill('.ant-modal #bodyIds', '民丰县');
    await page.click('.ant-select-dropdown .ant-select-item-option >> nth=0');
    await page.waitForSelector('.ant-modal .exchange-served li');
    await page.waitForSelector('.ant-modal >> text=请选择由它服务的单位', { state: 'detached' });
    expect(await faultsAt(page)).toEqual([]);
    await page.click('.ant-modal label:has-text("已用电话逐组核对")');
    await page.click('.ant-modal button[type=submit]');
    await page.waitForSelector('text=请再验证一次身份');
    await page.fill('#code', codes[0]!);
    await page.click('.ant-modal button:has-text("验证并继续")');
    await page.waitForSelector(`text=已接入「${name}」`);
    await page.waitForSelector(`tr:has-text("${name}") .kz-dot`);
    expect(await faultsAt(page)).toEqual([]);
  });

  it('are left again, and their bodies come back', async () => {
    await page.click(`[aria-label="断开…：${name}"]`);
    await page.waitForSelector('text=单位改由本节点服务');
    await page.click('.ant-popconfirm-buttons .ant-btn-primary');
    await page.waitForSelector('text=还没有接入别的节点');
    // antd holds the page still behind a dialog by a style element without a nonce; the policy refuses it, nothing depends on it
    expect(complaints.filter((text) => !text.startsWith('Applying inline style'))).toEqual([]);
  });
});

async function faultsAt(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const viewport of [phone, desk]) {
    await page.setViewportSize(viewport);
    await atRest(page);
    found.push(...(await faultsOf(page)).map((fault) => `${viewport.width}: ${fault}`));
  }
  return found;
}

/** @returns recovery codes, each good for one step-up */
async function enrolled(page: Page): Promise<string[]> {
  await page.goto(`${office}/account/factor`);
  await page.click('button >> text=绑定身份验证器');
  await page.waitForSelector('svg[aria-label*=二维码]');
  await page.fill('#code', totp((await page.textContent('.office-secret'))!.replace(/\s/g, '')));
  await page.click('button[type=submit]');
  await page.waitForSelector('.office-codes');
  const codes = await page.locator('.office-codes li').allTextContents();
  await page.click('text=已经保管好');
  return codes;
}

/** The account is as it was, for the next run. */
async function unenrolled(page: Page, code: string): Promise<void> {
  await page.goto(`${office}/account/factor`);
  await page.click('text=解除绑定…');
  await page.click('.ant-popconfirm-buttons .ant-btn-primary');
  const done = page.waitForSelector('text=已解除身份验证器的绑定');
  const asked = page.waitForSelector('text=请再验证一次身份').then(async () => {
    await page.fill('.ant-modal #code', code);
    await page.click('.ant-modal button[type=submit]');
  });
  asked.catch(() => undefined);
  await done;
}

/** RFC 6238 with SHA-1, 6 digits, 30 s. */
function totp(secret: string, now = Date.now()): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const digest = createHmac('sha1', Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2))))
    .update(counter)
    .digest();
  const at = digest.at(-1)! & 15;
  return String((digest.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}
