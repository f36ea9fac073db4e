import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderPage } from '../components/document.js';
import { addressOf } from '../directory/directory.js';
import type { DisplayMode } from '../display-mode.js';
import { type Language, pathIn, splitPath } from '../language/languages.js';
import { listedPages } from '../pages/all-pages.js';
import { bodyView } from '../pages/body.js';
import { directoryPage } from '../pages/directory.js';
import { errorView, type ErrorStatus } from '../pages/errors.js';
import type { PageContext, PageDefinition, PageTag, PageView } from '../pages/page.js';
import { type FoundArticles, searchView } from '../pages/search.js';
import { Refused, Unanswered } from '../api/api-client.js';
import { addressOf as addressTo, reading } from '../api/paths.js';
import type { PortalParts } from './create-server.js';
import type { RenderedPage } from './page-cache.js';
import { displayModeFrom } from './preferences.js';
import { sitemapXml } from './robots.js';
import { sendEncoded, sendFresh } from './send.js';

interface Asked {
  readonly path: string;
  readonly back?: string;
  readonly language: Language;
  readonly mode: DisplayMode;
}

const retryAfterSeconds = 60;

/** Answers with pages: from the cache when it has them, else rendered now. */
export class PageSender {
  constructor(private readonly parts: PortalParts) {}

  async sendPage(request: FastifyRequest, reply: FastifyReply, language: Language, page: PageDefinition): Promise<FastifyReply> {
    const asked = { path: page.path, language, mode: displayModeFrom(request.headers.cookie) };
    return this.#sendKept(request, reply, asked, page.tags, (context) => page.view(context));
  }

  /** The page of one body. Its one address is the division code where the body has one; its id leads there. */
  async sendBody(request: FastifyRequest, reply: FastifyReply, language: Language, address: string): Promise<FastifyReply> {
    const directory = this.parts.directory();
    if (!directory) return this.sendPage(request, reply, language, directoryPage);
    const body = directory.find(address);
    if (!body) return this.sendError(request, reply, 404);
    const path = `/directory/${addressOf(body)}`;
    if (addressOf(body) !== address) return reply.redirect(pathIn(language, path), 308);
    const asked = { path, language, mode: displayModeFrom(request.headers.cookie) };
    return this.#sendKept(request, reply, asked, ['directory'], (context) => bodyView(context, directory, body));
  }

  async sendSearch(request: FastifyRequest, reply: FastifyReply, language: Language, typed: string, after = ''): Promise<FastifyReply> {
    const back = typed ? `/search?q=${encodeURIComponent(typed)}` : '/search';
    const asked = { path: '/search', back, language, mode: displayModeFrom(request.headers.cookie) };
    const articles = await this.#articles(typed.trim(), language, after);
    const { text, status } = this.#render(asked, (context) => searchView(context, listedPages, typed, articles, after));
    return sendFresh(request, pageHeaders(reply, status), text);
  }

  /** The directory is searched here, articles by the portal; a search without them is better than none. */
  async #articles(q: string, language: Language, after: string): Promise<FoundArticles | undefined> {
    if (!q) return undefined;
    try {
      return JSON.parse(
        await this.parts.client.read(addressTo(reading.search, { q, language, after: after || undefined })),
      ) as FoundArticles;
    } catch (error) {
      if (error instanceof Refused || error instanceof Unanswered) return undefined;
      throw error;
    }
  }

  /** A page for this visitor at this moment: never kept, here or anywhere. */
  async sendOnce(
    request: FastifyRequest,
    reply: FastifyReply,
    language: Language,
    viewOf: (page: PageContext) => PageView,
  ): Promise<FastifyReply> {
    const path = splitPath(request.url.split('?')[0]!).path;
    const asked = { path, back: request.method === 'GET' ? path : '/', language, mode: displayModeFrom(request.headers.cookie) };
    const { text, status } = this.#render(asked, viewOf);
    return sendFresh(request, pageHeaders(reply, status).header('cache-control', 'no-store'), text);
  }

  /** The page for what went wrong, in the language of the address that was asked for. */
  async sendError(request: FastifyRequest, reply: FastifyReply, status: ErrorStatus): Promise<FastifyReply> {
    const { language } = splitPath(request.url.split('?')[0]!);
    const mode = displayModeFrom(request.headers.cookie);
    // choices go back to the home page, so that one page serves every address that does not exist
    const asked = { path: `/${status}`, back: '/', language, mode };
    return this.#sendKept(request, reply, asked, [], (context) => errorView(context, status));
  }

  async #sendKept(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
    tags: readonly PageTag[],
    viewOf: (context: PageContext) => PageView,
  ): Promise<FastifyReply> {
    const key = `${asked.language} ${asked.mode} ${asked.path}`;
    const page = (await this.parts.cache.get(key)) ?? (await this.parts.cache.put(key, this.#render(asked, viewOf), tags));
    return sendEncoded(request, pageHeaders(reply, page.status), page);
  }

  #render({ path, back = path, language, mode }: Asked, viewOf: (context: PageContext) => PageView): RenderedPage {
    const { assets, config, directory } = this.parts;
    const { site, publicUrl } = config;
    const input = { path, back, language, mode, site, publicUrl, assets: assets.paths, directory: directory() };
    const { html, view } = renderPage(input, viewOf);
    return { text: html, status: view.status ?? 200 };
  }

  async sendSitemap(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { cache, config, directory } = this.parts;
    const text = (): string => sitemapXml(config.publicUrl, directory());
    const file = (await cache.get('sitemap')) ?? (await cache.put('sitemap', { text: text(), status: 200 }, ['directory']));
    reply
      .header('content-type', 'application/xml; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .header('vary', 'accept-encoding');
    return sendEncoded(request, reply, file);
  }
}

export function pageHeaders(reply: FastifyReply, status: number): FastifyReply {
  if (status === 503) reply.header('retry-after', String(retryAfterSeconds));
  return (
    reply
      .code(status)
      .header('content-type', 'text/html; charset=utf-8')
      // the mode and the remembered language are in cookies: every visitor asks again, and mostly hears 304
      .header('cache-control', 'private, no-cache')
      .header('vary', 'accept-encoding, cookie, sec-fetch-site')
  );
}
