import { sampleDirectory } from '../../test/sample-directory.js';
import { samplePage } from '../../test/sample-page.js';
import { renderPage } from '../components/document.js';
import { addressOf } from '../directory/directory.js';
import { type DisplayMode, displayModes } from '../display-mode.js';
import { factsOf, type Language, languages, splitPath } from '../language/languages.js';
import { allPages } from './all-pages.js';
import { bodyView } from './body.js';
import { componentsPage } from './components.js';
import { errorStatuses, errorView } from './errors.js';
import type { PageContext, PageView } from './page.js';
import { searchView } from './search.js';

const directory = sampleDirectory();
const body =
  (address: string) =>
  (page: PageContext): PageView =>
    bodyView(page, directory, directory.find(address)!);

/** One of every type of page, with the view that makes it. */
const types: readonly (readonly [path: string, view: (page: PageContext) => PageView])[] = [
  ...[...allPages, componentsPage].map((page) => [page.path, page.view.bind(page)] as const),
  ['/directory/650000', body('650000')],
  ['/directory/653200', body('653200')],
  ['/directory/653225', body('653225')],
  [`/directory/${directory.offices[0]!.id}`, body(directory.offices[0]!.id)],
  ['/search', (page) => searchView(page, allPages, '和田')],
  ['/search', (page) => searchView(page, allPages, '<script>"zz\'')],
  ...errorStatuses.map((status) => [`/${status}`, (page: PageContext) => errorView(page, status)] as const),
];
const known = new Set([
  ...allPages.map(({ path }) => path),
  '/search',
  '/components',
  ...directory.bodies.map((each) => `/directory/${addressOf(each)}`),
]);

const render = (path: string, view: (page: PageContext) => PageView, some: { language?: Language; mode?: DisplayMode } = {}): string =>
  renderPage({ ...samplePage(some), path, back: known.has(path) ? path : '/' }, view).html;

describe.each(languages.map(({ language }) => language))('every page in %s', (language) => {
  it.each(displayModes)(
    'keeps the promises of the site in %s display',
    (mode) => {
      for (const [path, view] of types) {
        const html = render(path, view, { language, mode });
        expect(html.startsWith(`<!DOCTYPE html><html lang="${language}" dir="${factsOf(language).direction}" data-mode="${mode}">`)).toBe(
          true,
        );
        // strict policy: no inline style, no script at all (the allowance of the design is 8 KB)
        expect(html).not.toMatch(/<[^>]+\sstyle=/);
        expect(html).not.toMatch(/<script/i);
        expect(html).not.toMatch(/\son\w+=/i);
        // a hole that nobody filled, or a value that is none
        expect(html).not.toMatch(/\{\w+\}|undefined|\[object/);
        expect(html.match(/<h1[ >]/g)).toHaveLength(1);
        const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(html.includes('class="strip"')).toBe(language === 'ug');
      }
    },
    30_000,
  );

  it('links only to pages that there are, and stays in its language', () => {
    for (const [path, view] of types) {
      const html = render(path, view, { language });
      for (const [, link] of html.matchAll(/<a [^>]*?href="(\/[^"]*)"/g)) {
        const target = link!.split(/[?#]/)[0]!;
        if (/^\/(office|display\/|language\/)/.test(target)) continue;
        const asked = splitPath(target);
        expect([path, target, known.has(asked.path)]).toEqual([path, target, true]);
        // the strip of an unreviewed page leads to the Chinese text
        if (!html.includes(`<a href="${link}" lang="zh-CN"`)) expect(asked.language).toBe(language);
      }
    }
  }, 30_000);
});

describe('a page', () => {
  it('says what it is to search engines and to the inspection of government sites', () => {
    const html = render('/notices', allPages.find(({ path }) => path === '/notices')!.view);
    expect(html).toContain('<link rel="canonical" href="https://water.example.test/notices"/>');
    expect(html).toContain('<link rel="alternate" hrefLang="ug" href="https://water.example.test/ug/notices"/>');
    expect(html).toContain('<meta name="SiteIDCode" content="6500000000"/>');
    expect(html).toContain('<meta name="ColumnName" content="通知公告"/>');
  });

  it('writes what was typed as text', () => {
    const html = render('/search', (page) => searchView(page, allPages, '<img src=x onerror=alert(1)>'));
    expect(html).not.toContain('<img src=x');
    expect(html).toContain('&lt;img src=x');
  });

  it('marks Chinese names as Chinese where the page is in another language', () => {
    expect(render('/directory', allPages.find(({ path }) => path === '/directory')!.view, { language: 'ug' })).toContain(
      '<bdi lang="zh-CN">策勒县水利局</bdi>',
    );
  });

  it('reads without a directory, and says so with a status', () => {
    for (const { path, view } of allPages) {
      const made = renderPage({ ...samplePage(), path, back: path, directory: undefined }, view);
      expect(made.view.status).toBe(path === '/directory' ? 503 : undefined);
      if (['/', '/directory'].includes(path)) expect(made.html).toContain('单位名录暂时读不到');
    }
  });
});
