import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { accountOf, baseUrl, contextOf, desk, faultsOf, launch, openTab, phone, tokenOf } from './office-under-test.js';

const suite = baseUrl ? describe : describe.skip;
const office = `${baseUrl}/office`;
jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser?.close();
});

/** One call as a bureau's own system makes it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is whatever came
async function ask(token: string, method: string, path: string, body?: object): Promise<any> {
  const answer = await fetch(`${baseUrl}/api/exchange${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  });
  return answer.json();
}
let serial = Math.floor(Math.random() * 900_000);
async function send(token: string, title: string, to: string): Promise<string> {
  const { items } = await ask(token, 'GET', `/directory?q=${encodeURIComponent(to)}`);
  const document = await ask(token, 'POST', '/documents', {
    ...{ title, documentType: 'request', issueDate: '2026-11-23', body: '妥否，请批示。', signatories: ['清源长'] },
    documentNumber: { agencyCode: `试水发${process.pid}`, year: 2026, serial: ++serial },
  });
  await ask(token, 'POST', `/documents/${document.id}/seal`);
  const dispatch = await ask(token, 'POST', '/dispatches', { documentId: document.id, primary: [items[0].id] });
  return dispatch.deliveries[0].id;
}

suite('a 请示 of a county', () => {
  const title = `关于试水渠道清淤经费的请示 ${Date.now().toString(36)}`;
  let contexts: BrowserContext[];
  let clerk: Page;
  let county: Page;
  let id: string;

  beforeAll(async () => {
    contexts = await Promise.all(['office.clerk', 'cele.clerk'].map((account) => contextOf(browser, accountOf(account))));
    [{ page: clerk }, { page: county }] = await Promise.all([openTab(contexts[0]!), openTab(contexts[1]!)]);
  }, 60_000);
  afterAll(() => Promise.all(contexts.map((context) => context.close())));

  it('arrives on the screen of the department’s clerk without a reload', async () => {
    await clerk.goto(`${office}/exchange/inbox`);
    await clerk.waitForSelector('h1:has-text("收件")');
    id = await send(await tokenOf(accountOf('cele.clerk')), title, '新疆维吾尔自治区水利厅');
    await clerk.waitForSelector(`text=${title}`, { timeout: 30_000 });
  });

  it('is signed for there, and the county’s open page says by whom', async () => {
    await county.goto(`${office}/exchange/deliveries/${id}`);
    await county.waitForSelector(`h1:has-text("${title.slice(0, 8)}")`);
    await clerk.click(`text=${title}`);
    await clerk.click('.kz-actionbar button:has-text("签收")');
    await clerk.waitForSelector('.kz-dot:has-text("已签收")');
    await county.waitForSelector('text=文若溪', { timeout: 30_000 });
  });

  it('leaves an evidence file in the county’s hands that the verifier accepts', async () => {
    const [download] = await Promise.all([county.waitForEvent('download'), county.click('button:has-text("证据文件")')]);
    const verifier = fileURLToPath(new URL('../../tools/verify-evidence.mjs', import.meta.url));
    const { status, stdout } = spawnSync(process.execPath, [verifier, await download.path()], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, expect.stringContaining('签名全部有效')]);
  });
});

suite('every screen of the exchange', () => {
  const screens: readonly (readonly [account: string, paths: readonly string[]])[] = [
    ['office.clerk', ['inbox', 'sent', 'documents', 'documents/new', 'directory', 'statistics']],
    ['security', ['keys']],
    ['admin', ['calendar', 'webhooks']],
  ];
  it.each(screens)('of %s has nothing for axe-core to find and no sideways scrolling, at 1280 and at 390 px', async (account, paths) => {
    const context = await contextOf(browser, accountOf(account));
    const { page, complaints } = await openTab(context);
    for (const path of paths) {
      for (const viewport of [desk, phone]) {
        await page.setViewportSize(viewport);
        await page.goto(`${office}/exchange/${path}`);
        await page.waitForSelector('.kz-shell h1', { state: 'attached' });
        await page.waitForSelector('[aria-busy=true]', { state: 'detached' });
        expect([path, viewport.width, await faultsOf(page)]).toEqual([path, viewport.width, []]);
      }
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
