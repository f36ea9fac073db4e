import type { ArticleFeed, SiteHome, SitemapRow } from '@karez/contracts-portal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Unanswered } from '../api/api-client.js';
import { addressOf, reading } from '../api/paths.js';
import type { Answers } from '../content/answers.js';
import { jsonFeed, rss } from '../content/feeds.js';
import { pathInSite, siteOf } from '../content/places.js';
import { themePath, themeSheet } from '../content/theme.js';
import { type Language, languages } from '../language/languages.js';
import { sendText } from './send.js';

interface Parts {
  readonly main: string;
  readonly publicUrl: string;
  readonly answers: Answers;
}
const formats = { xml: ['application/rss+xml; charset=utf-8', rss], json: ['application/feed+json; charset=utf-8', jsonFeed] } as const;

/** Feeds of sites and columns, and the colours of units. */
export function fileRoutes(server: FastifyInstance, { main, publicUrl, answers }: Parts): void {
  for (const { language, prefix } of languages)
    for (const place of ['', '/columns/:column', '/units/:site', '/units/:site/columns/:column'])
      for (const [ending, [type, write]] of Object.entries(formats))
        server.get(`${prefix}${place}/feed.${ending}`, async (request, reply) => {
          const feed = await feedOf(request, language);
          return feed ? sendText(reply, type, write({ feed, language, publicUrl, main })) : away(reply, feed);
        });
  server.get('/units/:site/:sheet', async (request, reply) => {
    const { site, sheet } = request.params as { site: string; sheet: string };
    const home = await known(answers.get<SiteHome>(addressOf(reading.home, { site, language: 'zh-CN' })));
    if (!home || `/units/${site}/${sheet}` !== themePath(home.value.site)) return reply.callNotFound();
    reply.header('cache-control', 'public, max-age=31536000, immutable');
    return reply.type('text/css; charset=utf-8').send(themeSheet(home.value.site));
  });

  async function feedOf(request: FastifyRequest, language: Language): Promise<ArticleFeed | undefined | null> {
    const params = request.params as Record<string, string>;
    const address = addressOf(reading.feed, { site: siteOf(params, main), column: params['column'], language });
    const answer = await known(answers.get<ArticleFeed>(address));
    return answer === null ? null : answer?.value;
  }
}

/** Nothing: there is none. Null: nobody says. */
async function known<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Unanswered) return null;
    throw error;
  }
}
const away = (reply: FastifyReply, feed: undefined | null): FastifyReply =>
  feed === null
    ? reply.code(503).header('retry-after', '60').type('text/plain').send('503')
    : (reply.callNotFound() as unknown as FastifyReply);

/** Paths of every article of a site, for crawlers. */
export async function articlePaths(
  answers: Answers,
  site: string,
  main: string,
): Promise<{ path: string; languages: readonly Language[] }[]> {
  const paths: { path: string; languages: readonly Language[] }[] = [];
  let after: string | undefined;
  for (let page = 0; page < 250; page++) {
    const answer = await answers.get<{ items: SitemapRow[]; next?: string }>(addressOf(reading.sitemap, { site, limit: '200', after }));
    for (const row of answer?.value.items ?? [])
      paths.push({ path: pathInSite(site, main, `/articles/${row.slug}`), languages: row.languages });
    after = answer?.value.next;
    if (!after) break;
  }
  return paths;
}
