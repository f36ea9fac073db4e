import { readFileSync, writeFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chooseKind, onePage, verified } from './exchange-story.js';
import { accountOf, baseUrl, contextOf, launch, openTab, tokenOf } from './office-under-test.js';

const suite = baseUrl ? describe : describe.skip;
const office = `${baseUrl}/office`;
jest.setTimeout(180_000);
/** Nothing is slow for a reason; the machine may be. */
const patience = { timeout: 30_000 };

suite('a 请示 with a PDF, from the county’s desk to the proof in its hands', () => {
  const department = '新疆维吾尔自治区水利厅';
  const title = `关于渠首闸门更新改造的请示 ${Date.now().toString(36)}`;
  let browser: Browser;
  let contexts: BrowserContext[];
  let clerk: Page;
  let county: Page;
  let evidence: string;

  beforeAll(async () => {
    browser = await launch();
    contexts = await Promise.all(['office.clerk', 'cele.clerk'].map((account) => contextOf(browser, accountOf(account))));
    [{ page: clerk }, { page: county }] = await Promise.all([openTab(contexts[0]!), openTab(contexts[1]!)]);
    for (const page of [clerk, county]) page.setDefaultTimeout(patience.timeout);
  }, 120_000);
  afterAll(() => browser?.close());

  it('is begun from the directory, and the form says to whom it will go', async () => {
    const token = await tokenOf(accountOf('cele.clerk'));
    const found = await fetch(`${baseUrl}/api/exchange/directory?q=${encodeURIComponent(department)}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { items } = (await found.json()) as { items: { id: string }[] };
    await county.goto(`${office}/exchange/documents/new?to=${items[0]!.id}`);
    await county.waitForSelector(`text=封装后主送${department}`);
  });

  it('is filled in, with its PDF, and registered', async () => {
    await county.fill('#title', title);
    await chooseKind(county, '请示');
    await county.fill('#signatories', '清源长');
    await county.setInputFiles('.upload[aria-label="版式文件"] input[type=file]', {
      ...{ name: '请示正文.pdf', mimeType: 'application/pdf', buffer: onePage() },
    });
    // what is still under way is not yet the document's: the state of the stored file says when it is
    await county.waitForSelector('.upload[aria-label="版式文件"] .upload-state .kz-dot');
    await county.click('.kz-actionbar button:has-text("登记"):not([disabled]):not([aria-disabled=true])');
    await county.waitForURL(/\/exchange\/documents\/[0-9a-f-]{36}/);
  });

  it('is sealed once the file was looked at, and has the department for its recipient already', async () => {
    await county.click('.kz-actionbar button:has-text("封装"):not([disabled]):not([aria-disabled=true])');
    await county.click(
      '.ant-modal button.ant-btn-primary:has-text("封装"):not([disabled]), .ant-modal button.ant-btn-primary:has-text("封 装"):not([disabled])',
    );
    await county.waitForSelector(`[aria-label="已选单位"] .pick-chip:has-text("${department}")`);
    await county.waitForSelector('text=1 家都可以发');
  });

  it('arrives in the department’s open in-tray without a reload', async () => {
    await clerk.goto(`${office}/exchange/inbox`);
    await clerk.waitForSelector('h1:has-text("收件")');
    await clerk.evaluate('window.notReloaded = true');
    await county.click('.kz-actionbar button:has-text("发送"):not([disabled]):not([aria-disabled=true])');
    await county.click('.ant-modal button:has-text("发给 1 家")');
    await county.waitForURL(/\/exchange\/sent\/[0-9a-f-]{36}/);
    await county.evaluate('window.notReloaded = true');
    await clerk.waitForSelector(`[data-row-link]:has-text("${title}")`);
  });

  it('is signed for there, and the county’s open page says by whom and when', async () => {
    await clerk.click(`[data-row-link]:has-text("${title}")`);
    await clerk.click('.kz-actionbar button:has-text("签收"):not([disabled]):not([aria-disabled=true])');
    await clerk.waitForSelector('.ex-detail .kz-dot:has-text("已签收")');
    const row = county.locator(`tr:has-text("${department}")`);
    await row.locator('.kz-dot:has-text("已签收")').waitFor();
    expect(await row.locator('[data-label="签收人与时间"]').textContent()).toMatch(/^文若溪.*\d{1,2}:\d{2}/);
    for (const page of [clerk, county]) expect(await page.evaluate('window.notReloaded')).toBe(true);
  });

  it('leaves an evidence file that the verifier accepts', async () => {
    await county.click(`a[data-row-link]:has-text("${department}")`);
    const [download] = await Promise.all([county.waitForEvent('download'), county.click('button:has-text("证据文件")')]);
    evidence = await download.path();
    expect(verified(evidence)).toEqual([0, expect.stringContaining('签名全部有效')]);
  });

  it('and that it rejects after one byte was changed', () => {
    const bytes = readFileSync(evidence);
    const at = bytes.indexOf('文若溪');
    expect(at).toBeGreaterThan(0);
    bytes[at + 2]! ^= 1;
    const forged = `${evidence}.forged`;
    writeFileSync(forged, bytes);
    const [status] = verified(forged);
    expect(status).not.toBe(0);
  });
});
