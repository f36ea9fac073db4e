import { sampleDirectory } from '../../test/sample-directory.js';
import { addressesWithForms, contentSamples } from '../../test/sample-answers.js';
import { samplePage } from '../../test/sample-page.js';
import { renderPage } from '../components/document.js';
import { addressOf } from '../directory/directory.js';
import { type DisplayMode, displayModes } from '../display-mode.js';
import { factsOf, type Language, languages, splitPath } from '../language/languages.js';
import { allPages, listedPages } from './all-pages.js';
import { bodyView } from './body.js';
import { componentsPage } from './components.js';
import { errorStatuses, errorView } from './errors.js';
import { followLetterForm, letterForm, requestForm } from '../forms/definitions.js';
import { formView } from '../forms/form-page.js';
import type { FormState } from '../forms/form.js';
import { receiptView } from '../forms/receipt-page.js';
import type { PageContext, PageView } from './page.js';
import { searchView } from './search.js';

const directory = sampleDirectory();
/** A form as it comes back: with what was entered, and what is wrong with it. */
const mended: FormState = {
  token: 't',
  values: { subject: '"><script>', kind: 'consult' },
  errors: { text: '请填写' },
  trouble: '没有提交',
};
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
  ...contentSamples,
  ...[letterForm, requestForm, followLetterForm].map((form) => [form.path, (page: PageContext) => formView(page, form, mended)] as const),
  ['/letters/receipt', (page) => receiptView(page, 'letters', undefined)],
  ['/search', (page) => searchView(page, listedPages, '和田')],
  ['/search', (page) => searchView(page, listedPages, '<script>"zz\'')],
  ...errorStatuses.map((status) => [`/${status}`, (page: PageContext) => errorView(page, status)] as const),
];
const known = new Set([
  ...listedPages.map(({ path }) => path),
  ...contentSamples.map(([path]) => path),
  ...addressesWithForms,
  '/search',
  '/components',
  ...directory.bodies.map((each) => `/directory/${addressOf(each)}`),
]);

/** Addresses with a name or an id in them. */
const ofOne =
  /^(\/units\/[a-z]+)?\/(columns\/[a-z]+(\/feed\.xml)?|articles\/[a-z-]+)$|^\/hearings\/[0-9a-f-]{36}$|^\/services\/XJ-SL-00\d$/;

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
        expect([path, target, known.has(asked.path) || ofOne.test(asked.path)]).toEqual([path, target, true]);
        // the strip of an unreviewed page leads to the Chinese text, an article to its other languages
        if (!new RegExp(`<a href="${link}" lang="(zh-CN|en|ug)"`).test(html)) expect(asked.language).toBe(language);
      }
    }
  }, 30_000);
});

describe('a page', () => {
  it('says what it is to search engines and to the inspection of government sites', () => {
    const html = render('/water', allPages.find(({ path }) => path === '/water')!.view);
    expect(html).toContain('<link rel="canonical" href="https://water.example.test/water"/>');
    expect(html).toContain('<link rel="alternate" hrefLang="ug" href="https://water.example.test/ug/water"/>');
    expect(html).toContain('<meta name="SiteIDCode" content="6500000000"/>');
    expect(html).toContain('<meta name="ColumnName" content="水情数据"/>');
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
