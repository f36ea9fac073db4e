import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const modes = ['standard', 'elder', 'contrast'] as const;
export const prefixes = { 'zh-CN': '', ug: '/ug', en: '/en' } as const;
export type Mode = (typeof modes)[number];

/** The public site in Chromium, in each of its displays. */
export class PortalBrowser {
  /** One tab for each display, for all pages: a new one would have to read and warm axe-core up again, which takes longer than the look. */
  readonly #tabs = new Map<Mode, Promise<Page>>();

  constructor(
    private readonly browser: Browser,
    private readonly origin: string,
  ) {}

  async context(mode: Mode, javaScriptEnabled = true): Promise<BrowserContext> {
    const context = await this.browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
    await context.addCookies([{ name: 'karez-display', value: mode, url: this.origin }]);
    return context;
  }

  /** Accessibility faults at 1280 and 390 px, sideways scrolling at these and at 768 and 320 px, and whatever the policy refused: in all displays. */
  async faultsOf(path: string): Promise<string[]> {
    return (await Promise.all(modes.map((mode) => this.#faultsIn(mode, this.origin + path)))).flat();
  }

  #tab(mode: Mode): Promise<Page> {
    const tab = this.#tabs.get(mode) ?? this.context(mode).then((context) => context.newPage());
    this.#tabs.set(mode, tab);
    return tab;
  }

  async #faultsIn(mode: Mode, url: string): Promise<string[]> {
    const page = await this.#tab(mode);
    const faults: string[] = [];
    const listen = (message: ConsoleMessage): void => {
      if (/refused|violates/i.test(message.text())) faults.push(`${mode}: ${message.text()}`);
    };
    page.on('console', listen);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(url);
    await page.evaluate(axeSource);
    for (const width of [1280, 768, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      if (beyond > 0) faults.push(`${mode} ${width}: ${beyond} px beyond the edge`);
      if (width === 1280 || width === 390) faults.push(...(await axeFaults(page)).map((fault) => `${mode} ${width}: ${fault}`));
    }
    page.off('console', listen);
    return faults;
  }
}

/** Violations, and contrast that axe could not decide: that counts as a fault as well. */
async function axeFaults(page: Page): Promise<string[]> {
  const options: RunOptions = { resultTypes: ['violations', 'incomplete'], preload: false };
  const { violations, incomplete } = await page.evaluate(
    (run) => (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(run),
    options,
  );
  return [...violations, ...incomplete.filter(({ id }) => id === 'color-contrast')].map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
}
