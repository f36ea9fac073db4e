import { jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { accountOf, baseUrl, contextOf, desk, faultsOf, launch, phone } from './office-under-test.js';

jest.setTimeout(120_000);
const whole = baseUrl ? describe : describe.skip;
let browser: Browser;
const contexts = new Map<string, Promise<BrowserContext>>();

beforeAll(async () => {
  if (baseUrl) browser = await launch();
});
afterAll(() => browser?.close());

const subject = '沙枣林滴灌示范区取水';
/** A tab of one person, at an address of the workspace. */
async function tabOf(account: string, path: string, viewport = desk): Promise<Page> {
  const context = contexts.get(account) ?? contextOf(browser, accountOf(account));
  contexts.set(account, context);
  const page = await (await context).newPage();
  page.setDefaultTimeout(15_000);
  await page.setViewportSize(viewport);
  await page.goto(`${baseUrl}/office${path}`);
  return page;
}
const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });
const said = (page: Page, words: RegExp) => page.getByRole('status').filter({ hasText: words }).waitFor();

/** Opens the case of the story from a list. */
async function opened(page: Page): Promise<void> {
  await page.getByRole('link', { name: new RegExp(subject) }).first().click(); // prettier-ignore
  await page.getByRole('heading', { level: 1, name: subject }).waitFor();
}
async function agrees(account: string, words: string): Promise<void> {
  const page = await tabOf(account, '/approval/tasks?tab=claimable');
  await opened(page);
  await button(page, '提交意见…').click();
  await page.getByLabel('意见内容').fill(words);
  await page.getByRole('dialog').getByRole('button', { name: '提交意见' }).click();
  await said(page, /提交意见已完成/);
  await page.close();
}

whole('a case in the workspace', () => {
  it('the window finds it in its queue, sees form and materials, and accepts it; every limit says how it came about', async () => {
    const page = await tabOf('approval.clerk', '/approval/cases?tab=to_accept');
    await opened(page);
    expect(await page.getByText('取水用途').isVisible()).toBe(true);
    expect(await page.getByText('必交').first().isVisible()).toBe(true);
    await button(page, '受理…').click();
    expect(await page.getByRole('dialog').innerText()).toContain('受理后办结期限开始计算');
    await page.getByRole('dialog').getByRole('button', { name: '受理' }).click();
    await said(page, /受理已完成/);
    await page.getByText('办理中').first().waitFor();
    expect(await page.getByText('受理通知书').first().isVisible()).toBe(true);
    await page.getByText('法定办结期限', { exact: true }).click();
    expect(await page.getByText('法定办结期限怎么算出来的').isVisible()).toBe(true);
    await page.close();
    await agrees('approval.clerk', '材料齐全，分送三处审查。');
  });

  it('three offices have it at the same time; one returns it, and it comes round again', async () => {
    await agrees('water.leader', '符合总量控制。');
    const page = await tabOf('river.clerk', '/approval/tasks?tab=claimable');
    await opened(page);
    await button(page, '退回…').click();
    await page.getByLabel('退回到').click();
    await page.getByTitle('初审分办').click();
    await page.getByLabel('说明').fill('请补充取水口位置图。');
    await page.getByRole('dialog').getByRole('button', { name: '退回' }).click();
    await said(page, /退回已完成.*初审分办/);
    expect(await page.getByText('符合总量控制。').isVisible()).toBe(true);
    await page.close();
    await agrees('approval.clerk', '位置图已补。');
    await agrees('water.leader', '符合总量控制。');
    await agrees('river.clerk', '不影响行洪。');
    await agrees('plan.clerk', '符合规划。');
  });

  it('the leader decides on the phone, and sees first what the decision does', async () => {
    const page = await tabOf('department.leader', '/approval/cases?tab=running', phone);
    await opened(page);
    // the leader's own step comes first; with it the procedure is through, and the decision can be signed
    await button(page, '提交意见…').click();
    await page.getByRole('dialog').getByRole('button', { name: '提交意见' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await button(page, '作出决定…').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    await button(page, '作出决定…').click();
    expect(await page.getByRole('dialog').innerText()).toContain('不能撤销');
    await page.getByRole('dialog').getByText('准予许可').click();
    await page.getByLabel('决定内容和理由').fill('经审查，符合法定条件，准予取水。');
    await page.getByRole('dialog').getByRole('button', { name: '作出决定' }).click();
    await said(page, /作出决定已完成/);
    await page.getByText('准予许可。').waitFor();
    await page.close();
  });

  it('who holds no part of it is told that there is no such case', async () => {
    const holder = await tabOf('approval.clerk', '/approval/cases?tab=to_deliver');
    await opened(holder);
    const address = new URL(holder.url()).pathname.replace('/office', '');
    const page = await tabOf('law.clerk', address);
    await page.getByText('没有找到办件').waitFor();
    await page.goto(`${baseUrl}/office/approval/cases`);
    await page
      .getByText(/没有.*权限|不能/)
      .first()
      .waitFor();
  });

  it('its screens are accessible and fit the desk and the phone', async () => {
    const page = await tabOf('approval.clerk', '/approval/cases?tab=all');
    await page.getByRole('list', { name: '办件' }).waitFor();
    const one = await page.getByRole('list', { name: '办件' }).getByRole('link').first().getAttribute('href');
    const faults: string[] = [];
    for (const path of [
      ...['tasks?tab=claimable', 'cases?tab=all', 'licences', 'items', 'statistics'].map((at) => `/office/approval/${at}`),
      one!,
    ])
      for (const viewport of [desk, phone]) {
        await page.setViewportSize(viewport);
        await page.goto(baseUrl + path);
        await page.waitForLoadState('networkidle').catch(() => undefined);
        faults.push(...(await faultsOf(page)).map((fault) => `${path} ${viewport.width}: ${fault}`));
      }
    expect(faults).toEqual([]);
  });
});
