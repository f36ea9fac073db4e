import { jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch } from './office-under-test.js';
import { PortalBrowser, prefixes } from './portal-browser.js';
import { type PortalUnderTest, portalUnderTest } from './portal-under-test.js';

type Language = keyof typeof prefixes;

/** One of every type of page. */
const pageTypes = {
  home: '/',
  column: '/water',
  directory: '/directory',
  body: '/directory/653200',
  'search results': `/search?q=${encodeURIComponent('和田')}`,
  'search without results': '/search?q=zzzz',
  statement: '/accessibility',
  'site map': '/sitemap',
  components: '/components',
  'not found': '/nothing-here',
} as const;

let browser: Browser;
let portal: PortalUnderTest;
let site: PortalBrowser;

beforeAll(async () => {
  portal = await portalUnderTest();
  browser = await launch();
  site = new PortalBrowser(browser, portal.origin);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

describe.each(Object.keys(prefixes) as Language[])('every page type in %s', (language) => {
  it.each(Object.entries(pageTypes))(
    '%s is accessible and fits, in three displays and four widths',
    async (_type, path) => {
      expect(await site.faultsOf(prefixes[language] + path)).toEqual([]);
    },
    120_000,
  );
});

jest.setTimeout(60_000);

describe('without JavaScript', () => {
  let context: BrowserContext;
  let page: Page;
  beforeEach(async () => {
    context = await site.context('standard', false);
    page = await context.newPage();
  });
  afterEach(() => context.close());

  it('one finds the bureau of a county from the question on the home page', async () => {
    await page.goto(`${portal.origin}/`);
    await page.getByLabel('搜索单位、栏目和说明').fill('策勒县水利局');
    await page.getByRole('main').getByRole('button', { name: '搜索' }).click();
    await page.getByRole('link', { name: '策勒县水利局' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('策勒县水利局');
    await page.getByRole('link', { name: '和田地区水利局' }).first().click();
    expect(new URL(page.url()).pathname).toBe('/directory/653200');
  });

  it('one chooses large text and a language, and both stay', async () => {
    await page.goto(`${portal.origin}/directory`);
    await page.getByRole('link', { name: '长者版' }).click();
    expect(await page.locator('html').getAttribute('data-mode')).toBe('elder');
    expect(new URL(page.url()).pathname).toBe('/directory');
    await page.getByRole('link', { name: 'ئۇيغۇرچە' }).click();
    expect(new URL(page.url()).pathname).toBe('/ug/directory');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await page.locator('html').getAttribute('data-mode')).toBe('elder');
    expect(await page.getByRole('region', { name: 'تەرجىمە ھالىتى' }).isVisible()).toBe(true);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Standard' }).click();
    expect(await page.locator('html').getAttribute('data-mode')).toBe('standard');
    expect(new URL(page.url()).pathname).toBe('/en/directory');
  });

  it('one skips the navigation by keyboard and always sees where one is', async () => {
    await page.goto(`${portal.origin}/`);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: '跳到主要内容' });
    expect(await page.locator('.skip:focus').count()).toBe(1);
    expect((await skip.boundingBox())!.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#main');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('id')).toBe('ask');
    expect(await page.evaluate("getComputedStyle(document.querySelector(':focus')).outlineStyle")).toBe('solid');
  });

  it('every page that the home page and the site map lead to is there', async () => {
    const links = new Set<string>();
    for (const path of ['/', '/en/', '/ug/', '/sitemap', '/ug/directory']) {
      await page.goto(portal.origin + path);
      const found = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')!.split('#')[0]!));
      for (const link of found) if (!/^\/office/.test(link)) links.add(link);
    }
    const broken: string[] = [];
    for (const link of links) {
      const answer = await context.request.get(portal.origin + link);
      if (answer.status() !== 200) broken.push(`${link} ${answer.status()}`);
    }
    expect(links.size).toBeGreaterThan(150);
    expect(broken).toEqual([]);
  }, 60_000);

  it('a page that is not there says so, with a way on', async () => {
    const answer = await page.goto(`${portal.origin}/en/nothing-here`);
    expect(answer?.status()).toBe(404);
    await page.getByRole('main').getByRole('link', { name: 'Home page' }).click();
    expect(new URL(page.url()).pathname).toBe('/en/');
  });
});
