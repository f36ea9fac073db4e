import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

export interface DemoAccount {
  readonly account: string;
  readonly password: string;
  readonly name: string;
  readonly organisation: string;
}

/** The platform that the run was given; without one the office's specs are skipped, because they are about the whole. */
export const baseUrl = process.env['KAREZ_TEST_BASE_URL']?.replace(/\/$/, '');
const accountsFile = process.env['KAREZ_TEST_DEMO_ACCOUNTS'];
export const accounts = (accountsFile ? JSON.parse(readFileSync(accountsFile, 'utf8')) : []) as readonly DemoAccount[];
export const accountOf = (account: string): DemoAccount => {
  const found = accounts.find((each) => each.account === account);
  if (!found) throw new Error(`there is no demonstration account ${account}`);
  return found;
};

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['KAREZ_TEST_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export const desk = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

/** A tab of its own that remembers everything the page complained of. */
export async function openTab(context: BrowserContext): Promise<{ page: Page; complaints: string[] }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // that an answer was a refusal is the browser's own line, and part of many a test
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text());
  });
  return { page, complaints };
}

export async function signIn(page: Page, { account, password }: Pick<DemoAccount, 'account' | 'password'>): Promise<void> {
  if (!page.url().includes('/office/sign-in')) await page.goto(`${baseUrl}/office/sign-in`);
  await page.fill('[name=username]', account);
  await page.fill('[name=password]', password);
  await page.click('button[type=submit]');
}

/** A context that is signed in already. */
export async function contextOf(browser: Browser, account: DemoAccount): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: desk, locale: 'zh-CN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await signIn(page, account);
  await page.waitForSelector('.kz-shell');
  await page.close();
  return context;
}

/** A token for asking the API what a screen must not show. */
export async function tokenOf({ account, password }: DemoAccount): Promise<string> {
  const answer = await fetch(`${baseUrl}/api/identity/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password }),
  });
  return ((await answer.json()) as { accessToken: string }).accessToken;
}

/** Resolves when nothing moves any more: a dialog that is coming is still faint, and its words would be too pale. */
export async function atRest(page: Page): Promise<void> {
  // antd's own marks of what comes and goes; then what the style sheets move, except what never ends, such as a spinner
  await page.waitForSelector(':is([class*="-enter-"], [class*="-appear-"], [class*="-leave-"])', { state: 'detached' });
  await page.evaluate(`Promise.all(
    document.getAnimations()
      .filter(({ playState, effect }) => playState === 'running' && effect.getTiming().iterations !== Infinity)
      .map(({ finished }) => finished.catch(() => undefined)),
  )`);
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/**
 * Everything wrong with the page as it stands: axe-core's rules, contrast that axe cannot decide (it leaves one-character text
 * undecided), and words wider than the window. One exception: antd lays an input over the chosen words of a select, ink on white.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  // the address changes before the screen behind it is drawn: looked at in between, an empty page has neither a main part nor a heading
  await page.waitForSelector('main');
  await page.waitForSelector('h1', { state: 'attached' });
  // a long navigation is scrolled on a low screen, and what lies under its foot cannot be decided: here all of it is in view
  const size = page.viewportSize();
  if (size) await page.setViewportSize({ ...size, height: Math.max(size.height, 1_600) });
  await atRest(page);
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(axeSource);
  const options: RunOptions = { resultTypes: ['violations', 'incomplete'] };
  const { violations, incomplete } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  const targets = incomplete
    .filter(({ id }) => id === 'color-contrast')
    .flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' ')));
  const undecided = await page.evaluate<string[]>(
    `${JSON.stringify(targets)}.filter((target) => !document.querySelector(target)?.closest('.ant-select'))`,
  );
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  if (size) await page.setViewportSize(size);
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
    ...undecided.map((target) => `contrast undecided: ${target}`),
    ...(wide > 0 ? [`wider than the window by ${wide} px`] : []),
  ];
}
