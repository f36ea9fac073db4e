import type { ArticleFeed } from '@karez/contracts-portal';
import { sampleRow, sampleSite } from '../../test/sample-answers.js';
import { jsonFeed, rss } from './feeds.js';

const changedAt = '2026-11-20T02:00:00.000Z';
const feed: ArticleFeed = {
  ...{ site: sampleSite(), changedAt, tags: [] },
  items: [{ ...sampleRow({ summary: 'a & b\u0000' }), changedAt }, { ...sampleRow({ site: 'swj', slug: 'b' }), changedAt }], // prettier-ignore
};
const of = { feed, publicUrl: 'https://water.example.test', main: 'slt' } as const;

it('RSS escapes what would be markup, and drops what XML has no place for', () => {
  const xml = rss({ ...of, language: 'zh-CN' });
  expect(xml).toContain('<title>试用文章 &lt;b&gt;&amp;&quot;</title>');
  expect(xml).toContain('<description>a &amp; b</description>');
  expect(xml).toContain('<link>https://water.example.test/articles/shi-yong</link>');
});

it('JSON Feed leads to the article in the language of the feed, also to one of a unit', () => {
  const { items } = JSON.parse(jsonFeed({ ...of, language: 'ug' })) as { items: { url: string }[] };
  expect(items.map(({ url }) => url)).toEqual([
    'https://water.example.test/ug/articles/shi-yong',
    'https://water.example.test/ug/units/swj/articles/b',
  ]);
});
