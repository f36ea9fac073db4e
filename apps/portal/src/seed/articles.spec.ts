import { contrastPairs } from '../site/contrast.policy.js';
import { cleanHtml } from '../html/clean-html.js';
import { plainText } from '../html/plain-text.js';
import { WordCheck } from '../word-check/word-check.js';
import { articles } from './articles.js';
import { treeOf } from './columns.js';
import { dated, pageHtml } from './page-text.js';
import { sites } from './sites.js';
import { storyTime } from './story-time.js';
import { demonstrationWords, firstWords } from './word-lists.js';

const now = new Date('2026-03-08T02:00:00Z');
const check = new WordCheck(
  [...firstWords, ...demonstrationWords].map(({ list, word, suggestion }) => ({ list, word, suggestion: suggestion ?? null })),
);
const texts = articles.flatMap((article) =>
  [['zh-CN', article] as const, ...(Object.entries(article.translations ?? {}) as ['en' | 'ug', typeof article][])].map(
    ([language, { title, summary, body }]) => ({ name: `${article.site}/${article.slug} ${language}`, language, title, summary, body }),
  ),
);

it.each(texts.map((text) => [text.name, text] as const))('%s passes the word check and the cleaner unchanged', (_name, text) => {
  const { language, title, summary } = text;
  const html = pageHtml(dated(text.body, now, language));
  expect(cleanHtml(html)).toEqual({ html, removed: [] });
  const plain = plainText(html);
  expect(plain).not.toMatch(/[{}[\]|]/);
  expect(
    check.check({ title: dated(title, now, language), body: plain, ...(summary && { summary: dated(summary, now, language) }) }, language),
  ).toEqual([]);
  if (language === 'zh-CN') expect(plain.length).toBeGreaterThan(100);
});

it('every link inside leads to an article of the demonstration', () => {
  const addresses = new Set(articles.map(({ site, slug }) => `/${site}/articles/${slug}`));
  const links = texts.flatMap(({ body }) => [...body.matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to!));
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((to) => !addresses.has(to))).toEqual([]);
});

it('no address is used twice in a site, and every column exists', () => {
  expect(new Set(articles.map(({ site, slug }) => `${site}/${slug}`)).size).toBe(articles.length);
  const columns = new Set(sites.flatMap(({ code }) => treeOf(code).map((column) => `${code}/${column.code}`)));
  expect(articles.filter(({ site, column }) => !columns.has(`${site}/${column}`))).toEqual([]);
});

it.each(sites.map((site) => [site.code, site] as const))('the colours of %s can be read', (_code, { theme }) => {
  expect(contrastPairs(theme.colours).filter(({ enough }) => !enough)).toEqual([]);
});

it.each(
  sites.flatMap(({ code }) =>
    treeOf(code)
      .filter(({ onHome }) => onHome)
      .map((column) => [code, column.code] as const),
  ),
)('on the home of %s the column %s is full', (code, column) => {
  const least = code === 'slt' && column !== 'zhaobiao' ? 8 : 3;
  expect(articles.filter((article) => article.site === code && article.column === column).length).toBeGreaterThanOrEqual(least);
});

it.each(['2026-03-08T02:00:00Z', '2026-06-01T00:05:00Z', '2027-01-01T16:30:00Z'])('at %s nothing was published later', (at) => {
  const today = new Date(at);
  expect(articles.filter(({ daysAgo, time }) => storyTime(today, daysAgo, time) >= today)).toEqual([]);
});

it('no column was silent longer than it promises', () => {
  const newest = (site: string, column: string) =>
    Math.min(...articles.filter((article) => article.site === site && article.column === column).map(({ daysAgo }) => daysAgo));
  const stale = sites.flatMap(({ code }) =>
    treeOf(code).filter(({ code: column, type, longestSilence }) => {
      const limit = longestSilence ?? (type === 'news' ? 14 : undefined);
      return limit !== undefined && newest(code, column) + 2 > limit;
    }),
  );
  expect(stale.map(({ name }) => name)).toEqual([]);
});
