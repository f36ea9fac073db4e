import type { ArticleFeed, FeedItem } from '@karez/contracts-portal';
import { type Language, pathIn } from '../language/languages.js';
import { pathInSite } from './places.js';

interface FeedOf {
  readonly feed: ArticleFeed;
  readonly language: Language;
  readonly publicUrl: string;
  readonly main: string;
}

/** RSS 2.0. */
export function rss({ feed, language, publicUrl, main }: FeedOf): string {
  const items = feed.items.map((item) => {
    const link = escaped(linkOf(item, language, publicUrl, main));
    return [
      `<item><title>${escaped(item.title)}</title><link>${link}</link><guid isPermaLink="true">${link}</guid>`,
      `<pubDate>${new Date(item.publishedAt).toUTCString()}</pubDate><category>${escaped(item.columnName)}</category>`,
      item.summary ? `<description>${escaped(item.summary)}</description>` : '',
      '</item>',
    ].join('');
  });
  const title = titleOf(feed);
  const changed = feed.changedAt ? `<lastBuildDate>${new Date(feed.changedAt).toUTCString()}</lastBuildDate>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${escaped(title)}</title><link>${escaped(
    homeOf(feed, language, publicUrl, main),
  )}</link><description>${escaped(feed.site.description ?? title)}</description><language>${language}</language>${changed}${items.join('')}</channel></rss>`;
}

/** JSON Feed 1.1. */
export function jsonFeed({ feed, language, publicUrl, main }: FeedOf): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(feed),
    home_page_url: homeOf(feed, language, publicUrl, main),
    language,
    items: feed.items.map((item) => ({
      ...{ id: item.articleId, url: linkOf(item, language, publicUrl, main), title: item.title },
      ...(item.summary && { summary: item.summary }),
      ...{
        content_text: item.summary ?? item.title,
        date_published: item.publishedAt,
        date_modified: item.changedAt,
        tags: [item.columnName],
      },
    })),
  });
}

const titleOf = ({ site, column }: ArticleFeed): string => (column ? `${column.name} - ${site.name}` : site.name);
const linkOf = ({ site, slug }: FeedItem, language: Language, publicUrl: string, main: string): string =>
  publicUrl + pathIn(language, pathInSite(site, main, `/articles/${slug}`));
const homeOf = ({ site, column }: ArticleFeed, language: Language, publicUrl: string, main: string): string =>
  publicUrl + pathIn(language, pathInSite(site.code, main, column ? `/columns/${column.code}` : '/'));

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escaped = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- XML 1.0 has no place for them, escaped or not
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[&<>"']/g, (sign) => entities[sign]!);
