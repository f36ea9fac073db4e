import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { accountOf, baseUrl, contextOf, desk, faultsOf, launch, openTab, phone, tokenOf } from './office-under-test.js';

const suite = baseUrl ? describe : describe.skip;
const office = `${baseUrl}/office`;
jest.setTimeout(120_000);

/** The portal's own people; no other spec signs in with them. */
const names = ['editor', 'reviewer', 'proofreader', 'secrecy', 'publisher', 'keeper'] as const;
type Name = (typeof names)[number];
const account = (name: Name) => accountOf(`portal.${name}`);

let browser: Browser;
const contexts = {} as Record<Name, BrowserContext>;
const pages = {} as Record<Name, Page>;
const complaints: string[] = [];
const tokens = {} as Record<Name, string>;

/** One call as another desk makes it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is whatever came
async function ask(name: Name, method: string, path: string, body?: object): Promise<any> {
  const answer = await fetch(`${baseUrl}/api/portal${path}`, {
    method,
    headers: { authorization: `Bearer ${tokens[name]}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  });
  return answer.json();
}
const publicly = async (path: string) => fetch(`${baseUrl}/api/portal/public${path}`);

suite('the portal in the workspace', () => {
  const title = `石渠灌区冬灌安排 ${Date.now().toString(36)}`;
  let articleAt = '';
  let editionId = '';
  let slug = '';

  beforeAll(async () => {
    browser = await launch();
    for (const name of names) {
      contexts[name] = await contextOf(browser, account(name));
      const tab = await openTab(contexts[name]);
      pages[name] = tab.page;
      tab.page.setDefaultTimeout(15_000);
      tab.page.on('close', () => complaints.push(...tab.complaints));
      tokens[name] = await tokenOf(account(name));
    }
  }, 120_000);
  afterAll(async () => {
    await Promise.all(names.map((name) => contexts[name]?.close()));
    await browser?.close();
  });

  const press = (name: Name, label: string) => pages[name].click(`.kz-actionbar button:has-text("${label}")`);
  const inDialog = (name: Name, label: string) => pages[name].click(`.ant-modal button[type=submit]:has-text("${label}")`);
  /** Until these words are selected; a page of ours does not let a condition be evaluated in it again and again. */
  async function chosen(page: Page, words: string): Promise<void> {
    for (let turn = 0; turn < 50 && (await page.evaluate<string>('getSelection().toString()')) !== words; turn += 1)
      await page.waitForTimeout(100);
    expect(await page.evaluate<string>('getSelection().toString()')).toBe(words);
  }
  /** Opens the edition and takes the step that waits. */
  async function passes(name: Name): Promise<void> {
    await pages[name].goto(articleAt);
    await press(name, '通过');
    await inDialog(name, '通过');
    await pages[name].waitForSelector('.office-said:has-text("已通过")');
  }

  it('lets an editor begin an article and marks a telephone number that leaked into it', async () => {
    const page = pages.editor;
    await page.goto(`${office}/portal/articles/new`);
    await page.click('#columnId');
    await page.click('.ant-select-item-option:has-text("水利要闻")');
    await page.fill('#title', title);
    await page.fill('#lead', '石渠灌区定于下旬冬灌，值班人员电话13912345678，请用水户按轮次取水。');
    await page.click('button[type=submit]');
    await page.waitForSelector('.portal-hits:has-text("电话号码")');
    articleAt = page.url();
    editionId = articleAt.split('/').at(-1)!;
    expect(await page.textContent('.portal-hit')).toBe('13912345678');
    expect(await faultsOf(page)).toEqual([]);
  });

  it('leads from a finding to its place', async () => {
    const page = pages.editor;
    await page.click('.portal-hit-place');
    await chosen(page, '13912345678');
  });

  it('says before it is sent on what is still open', async () => {
    await press('editor', '送审');
    await pages.editor.waitForSelector('.ant-modal:has-text("还有 1 处检查出的文字没有处理")');
    await inDialog('editor', '送审');
    await pages.editor.waitForSelector('.office-said:has-text("已送审")');
  });

  it('does not offer an editor the review of a text of their own', async () => {
    await pages.editor.waitForSelector('.kz-actionbar:has-text("撤回送审")');
    expect(await pages.editor.isVisible('.kz-actionbar button:has-text("通过")')).toBe(false);
  });

  it('does not let the last reviewer pass it while the number stands there, and goes back with the reason', async () => {
    await passes('reviewer');
    await passes('proofreader');
    const page = pages.secrecy;
    await page.goto(articleAt);
    await page.waitForSelector('.kz-actionbar:has-text("1 处检查出的文字没有处理")');
    expect(await page.isDisabled('.kz-actionbar button:has-text("通过")')).toBe(true);
    const { version } = await ask('secrecy', 'GET', `/editions/${editionId}`);
    const refused = await ask('secrecy', 'POST', `/editions/${editionId}/review`, { decision: 'pass', version });
    expect(refused).toMatchObject({ code: 'portal.edition.hits_open' });
    await press('secrecy', '退回');
    await page.fill('.ant-modal #opinion', '不要写个人手机号。');
    await inDialog('secrecy', '退回');
    await page.waitForSelector('.office-said:has-text("已退回")');
  });

  it('saves the corrected text by itself, and the finding is gone', async () => {
    const page = pages.editor;
    await page.goto(articleAt);
    await page.waitForSelector('[contenteditable=true]');
    await page.click('[role=tab]:has-text("流转")');
    await page.waitForSelector('.portal-panel:has-text("不要写个人手机号")');
    await page.click('[role=tab]:has-text("检查")');
    await page.click('.portal-hit-place');
    await chosen(page, '13912345678');
    await page.keyboard.insertText('见公告栏');
    await page.waitForSelector('text=已自动保存');
    await page.waitForSelector('.portal-clear');
    expect((await ask('editor', 'GET', `/editions/${editionId}`)).body).toBe(
      '<p>石渠灌区定于下旬冬灌，值班人员电话见公告栏，请用水户按轮次取水。</p>',
    );
  });

  it('asks which text stands when somebody else has saved meanwhile', async () => {
    const page = pages.editor;
    const { version, columnId, source, body } = await ask('editor', 'GET', `/editions/${editionId}`);
    // as from a second window: the hint of it is not waited for
    const saved = await ask('editor', 'PUT', `/editions/${editionId}`, { version, columnId, source, body, title, author: '另一窗口' });
    expect(saved.version).toBe(version + 1);
    await page.fill('#summary', '冬灌轮次与取水安排。');
    await page.waitForSelector('.ant-modal:has-text("已被他人改过")');
    expect(await faultsOf(page)).toEqual([]);
    await page.click('.ant-modal button:has-text("用我的覆盖")');
    await page.waitForSelector('text=已自动保存');
    expect(await ask('editor', 'GET', `/editions/${editionId}`)).toMatchObject({ summary: '冬灌轮次与取水安排。' });
  });

  it('is reviewed by three others, one after the other', async () => {
    await press('editor', '送审');
    await inDialog('editor', '送审');
    await pages.editor.waitForSelector('.office-said:has-text("已送审")');
    await passes('reviewer');
    // nobody takes two steps
    await pages.reviewer.waitForSelector('.kz-actionbar button:has-text("通过")', { state: 'detached' });
    await passes('proofreader');
    await passes('secrecy');
  });

  it('is published and read by everybody', async () => {
    const page = pages.publisher;
    await page.goto(articleAt);
    await press('publisher', '发布');
    await inDialog('publisher', '发布');
    await page.waitForSelector('.kz-dot:has-text("已发布")');
    ({ slug } = await ask('editor', 'GET', `/editions/${editionId}`));
    const read = await publicly(`/sites/slt/articles/${slug}`);
    expect(await read.json()).toMatchObject({ title, summary: '冬灌轮次与取水安排。' });
  });

  it('is withdrawn with a notice that readers see, for a reason that they do not', async () => {
    const page = pages.publisher;
    await press('publisher', '撤下');
    await page.waitForSelector('.ant-modal:has-text("不留痕迹")');
    expect(await faultsOf(page)).toEqual([]);
    await page.fill('.ant-modal #notice', '安排有调整，以新公告为准。');
    await page.fill('.ant-modal #reason', '水量计划变更');
    await inDialog('publisher', '撤下');
    await page.waitForSelector('.kz-dot:has-text("已撤下")');
    const read = JSON.stringify(await (await publicly(`/sites/slt/articles/${slug}`)).json());
    expect(read).toContain('安排有调整，以新公告为准。');
    expect(read).not.toContain('水量计划变更');
  });

  it('tells the whole story in its log', async () => {
    const page = pages.publisher;
    await page.click('[role=tab]:has-text("记录")');
    await page.waitForSelector('.portal-log:has-text("撤下")');
    const log = (await page.textContent('.portal-log')) ?? '';
    expect(['起草', '送审', '退回', '通过', '发布', '撤下'].filter((word) => !log.includes(word))).toEqual([]);
  });

  it.each([
    ['reviewer', '/portal/letters', '查看来信'],
    ['publisher', '/portal/articles/new', '起草、修改稿件'],
    ['keeper', '/portal/requests', '查看公开申请'],
  ] as const)('tells %s who comes by address why %s is closed', async (name, path, permission) => {
    await pages[name].goto(office + path);
    await pages[name].waitForSelector(`main:has-text("${permission}")`);
    expect(await faultsOf(pages[name])).toEqual([]);
  });

  it('names the colours that readers could not tell apart, and does not let them be saved', async () => {
    const page = pages.keeper;
    const { items } = await ask('keeper', 'GET', '/sites');
    const { id } = items.find(({ code }: { code: string }) => code === 'slt');
    await page.goto(`${office}/portal/sites/${id}?tab=theme`);
    await page.fill('.portal-colours label:has-text("链接") input', '#e8eef0');
    await page.waitForSelector('.portal-poor:has-text("链接")');
    expect(await page.isDisabled('.kz-actionbar button:has-text("保存风格")')).toBe(true);
  });

  it.each(
    (
      [
        ['editor', '/portal/articles'],
        ['editor', '/portal/hearings/new'],
        ['publisher', '/portal/letters'],
        ['publisher', '/portal/requests'],
        ['publisher', '/portal/inspection'],
        ['keeper', '/portal/sites'],
        ['keeper', '/portal/words'],
        ['keeper', '/portal/hearings'],
      ] as const
    ).flatMap(([name, path]) => [desk, phone].map((size) => [name, path, size.width, size] as const)),
  )('shows %s %s without a fault at %d', async (name, path, _, size) => {
    const page = pages[name];
    await page.setViewportSize(size);
    await page.goto(office + path);
    await page.waitForSelector('main h1');
    await page.waitForSelector('[aria-busy=true]', { state: 'detached' });
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize(desk);
  });

  it('never made a page complain', async () => {
    for (const name of names) await pages[name].close();
    expect(complaints).toEqual([]);
  });
});
