import type { DisclosureRow, LetterRow, PublicHearing, SiteHome } from '@karez/contracts-portal';
import { jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { baseUrl, launch } from './office-under-test.js';
import { PortalBrowser, prefixes } from './portal-browser.js';

jest.setTimeout(120_000);
/** About what is published on the whole platform: without one there is nothing to look at. */
const whole = baseUrl ? describe : describe.skip;
const origin = baseUrl ?? '';
let browser: Browser;
let site: PortalBrowser;

beforeAll(async () => {
  if (!baseUrl) return;
  browser = await launch();
  site = new PortalBrowser(browser, origin);
  await seeded();
});
afterAll(() => browser?.close());

const api = async <T>(path: string): Promise<T> => (await (await fetch(`${origin}/api/portal/public${path}`)).json()) as T;
/** The demonstration is written once the organisations have come. */
async function seeded(): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const { blocks } = await api<Partial<SiteHome>>('/sites/slt/home');
    const letters = await api<{ items?: LetterRow[] }>('/sites/slt/letters');
    if (blocks?.length && blocks.every(({ articles }) => articles.length > 0) && letters.items?.length) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the demonstration of the portal has not been written');
}
const first = async <T>(path: string): Promise<T> => (await api<{ items: T[] }>(path)).items[0]!;

const fixed = {
  'open government': '/open-government',
  catalogue: '/open-government/catalogue?theme=water_resources',
  services: '/services',
  guide: '/services/XJ-SL-001',
  interaction: '/interaction',
  letters: '/letters',
  'letter form': '/letters/write',
  'request form': '/requests/write',
  hearings: '/hearings',
  list: '/columns/tongzhi',
  'unit site': '/units/tlm',
} as const;

whole('every page type of what is published', () => {
  describe.each(Object.entries(prefixes))('in %s', (_language, prefix) => {
    it.each(Object.entries(fixed))('%s is accessible and fits, in three displays and four widths', async (_type, path) => {
      expect(await site.faultsOf(prefix + path)).toEqual([]);
    });

    it('an article, a document and a consultation are accessible and fit', async () => {
      const { slug } = await first<DisclosureRow>('/sites/slt/disclosures?limit=1');
      const { id } = await first<PublicHearing>('/sites/slt/hearings?limit=1');
      const { latest } = await api<SiteHome>('/sites/slt/home');
      for (const path of [`/articles/${slug}`, `/articles/${latest[0]!.slug}`, `/hearings/${id}`])
        expect(await site.faultsOf(prefix + path)).toEqual([]);
    });
  });
});

whole('without JavaScript', () => {
  let context: BrowserContext;
  let page: Page;
  beforeEach(async () => {
    context = await site.context('standard', false);
    page = await context.newPage();
  });
  afterEach(() => context.close());
  const valueOf = (term: string): Promise<string> =>
    page.locator('.receipt div', { hasText: term }).locator('dd').innerText(); // prettier-ignore

  it('one searches in Chinese, reads what was found, and comes back by the crumbs', async () => {
    await page.goto(`${origin}/`);
    await page.getByRole('main').getByRole('searchbox').fill('地下水计量');
    await page.getByRole('main').getByRole('button', { name: '搜索' }).click();
    const found = page.locator('main .list a').first();
    const title = await found.innerText();
    await found.click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
    expect(await page.locator('meta[name=ArticleTitle]').getAttribute('content')).toBe(title);
    await page.getByRole('navigation', { name: '所在位置' }).getByRole('link').nth(1).click();
    expect(new URL(page.url()).pathname).toMatch(/^\/columns\//);
  });

  it('one writes a letter, is told what is missing with nothing lost, keeps the receipt, and follows it by its codes', async () => {
    await page.goto(`${origin}/interaction`);
    await page.getByRole('main').getByRole('link', { name: /^写信/ }).click();
    await page.getByLabel('标题').fill('村口的水渠什么时候清淤');
    await page.getByLabel('内容').fill('今年春灌前村口那段水渠淤得厉害，想问问什么时候安排清淤。');
    await page.getByRole('button', { name: '提交' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('有2处要改');
    expect(await page.getByLabel('标题').inputValue()).toBe('村口的水渠什么时候清淤');
    await page.getByText('咨询', { exact: true }).click();
    await page.getByLabel('您的姓名').fill('石小泉');
    await page.getByRole('button', { name: '提交' }).click();
    await page.waitForURL(`${origin}/letters/receipt`);
    const [receipt, check] = [await valueOf('查询码'), await valueOf('校验码')];
    await page.reload();
    expect(await valueOf('查询码')).toBe(receipt);
    await page.getByRole('main').getByRole('link', { name: '查来信进度' }).click();
    await page.getByLabel('查询码').fill(receipt.toLowerCase());
    await page.getByLabel('校验码').fill(check);
    await page.getByRole('button', { name: '查询' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('村口的水渠什么时候清淤');
    expect(await page.getByText('已收到').first().isVisible()).toBe(true);
  });

  it('a wrong code tells nothing', async () => {
    await page.goto(`${origin}/letters/follow`);
    await page.getByLabel('查询码').fill('LX2026010100000001');
    await page.getByLabel('校验码').fill('ABCDEFGH');
    await page.getByRole('button', { name: '查询' }).click();
    expect(await page.getByRole('alert').isVisible()).toBe(true);
    expect(await page.getByLabel('查询码').inputValue()).toBe('LX2026010100000001');
  });

  it('one asks for information, with a number whose check digit is looked at, and follows the request', async () => {
    await page.goto(`${origin}/open-government`);
    await page
      .getByRole('main')
      .getByRole('link', { name: /^依申请公开/ })
      .click();
    await page.getByText('公民', { exact: true }).click();
    await page.getByLabel('姓名或单位名称').fill('石小泉');
    await page.getByLabel('证件号码').fill('110101199001010016');
    await page.getByLabel('联系电话').fill('13800000000');
    await page.getByLabel('您需要的信息').fill('策勒县二〇二五年地下水取水许可的总量和分布情况。');
    await page.getByText('电子文本').click();
    await page.getByRole('button', { name: '提交' }).click();
    expect(await page.getByRole('alert').isVisible()).toBe(true);
    await page.getByLabel('证件号码').fill('110101199001010015');
    await page.getByRole('button', { name: '提交' }).click();
    await page.waitForURL(`${origin}/requests/receipt`);
    const [receipt, check] = [await valueOf('查询码'), await valueOf('校验码')];
    await page.goto(`${origin}/requests/follow`);
    await page.getByLabel('查询码').fill(receipt);
    await page.getByLabel('校验码').fill(check.toLowerCase());
    await page.getByRole('button', { name: '查询' }).click();
    expect(await page.getByText('策勒县二〇二五年地下水取水许可的总量和分布情况。').isVisible()).toBe(true);
  });

  it('one gives a view on what is open', async () => {
    const { id } = (await api<{ items: PublicHearing[] }>('/sites/slt/hearings')).items.find(({ state }) => state === 'open')!;
    await page.goto(`${origin}/hearings/${id}`);
    await page.getByLabel('您的意见').fill('建议把管护人员的报酬写清楚。');
    await page.getByRole('button', { name: '提交意见' }).click();
    expect(await page.getByRole('status').innerText()).toContain('已经收到');
  });

  it('the feeds and the site map lead to what is published', async () => {
    const rss = await (await context.request.get(`${origin}/columns/yaowen/feed.xml`)).text();
    const links = [...rss.matchAll(/<item><title>[^<]*<\/title><link>([^<]+)/g)].map(([, link]) => new URL(link!).pathname);
    expect(links.length).toBeGreaterThan(4);
    expect((await context.request.get(origin + links[0]!)).status()).toBe(200);
  });
});
