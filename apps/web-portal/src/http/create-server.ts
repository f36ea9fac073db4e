import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { PortalConfig } from '../config.js';
import { displayCookie, isDisplayMode } from '../display-mode.js';
import type { Directory } from '../directory/directory.js';
import { type Language, languages, pathIn, splitPath } from '../language/languages.js';
import { allPages, listedPages } from '../pages/all-pages.js';
import { componentsPage } from '../pages/components.js';
import type { ApiClient } from '../api/api-client.js';
import { Answers } from '../content/answers.js';
import { contentRoutes } from '../content/routes.js';
import type { ErrorStatus } from '../pages/errors.js';
import { longestQuery } from '../pages/search.js';
import type { Assets } from './assets.js';
import { sendAsset, sendText } from './send.js';
import type { PageCache } from './page-cache.js';
import { ContentSender } from './content-sender.js';
import { fileRoutes } from './file-routes.js';
import { formRoutes } from './form-routes.js';
import { FormSender } from './form-sender.js';
import { FormTokens } from './form-token.js';
import { KeptPages } from './kept-pages.js';
import { PageSender } from './page-sender.js';
import { languageCookie, languageFrom, preferenceCookie, safeBack } from './preferences.js';
import { securityHeaders } from './security-headers.js';
import { robotsText } from './robots.js';

export type PortalServer = FastifyInstance;

export interface PortalParts {
  readonly config: PortalConfig;
  readonly assets: Assets;
  readonly cache: PageCache;
  readonly directory: () => Directory | undefined;
  readonly client: ApiClient;
  /** True from the moment when the process was told to stop. */
  readonly stopping: () => boolean;
}

/** Every address of the public site: pages, files, and the forms that citizens send. */
export function createServer(parts: PortalParts): PortalServer {
  const server = Fastify({
    logger: { level: parts.config.logLevel, base: { service: 'web-portal' } },
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    // a request that comes on an open connection while draining is answered; the answer ends the connection
    return503OnClosing: false,
    frameworkErrors: (_error, request, reply) => void pages.sendError(request as FastifyRequest, reply as FastifyReply, 400),
  });
  const pages = new PageSender(parts);
  const headers = securityHeaders(parts.config.publicUrl);

  server.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    if (request.method === 'GET' || request.method === 'HEAD' || isForm(request)) return;
    reply.header('allow', 'GET, HEAD').header('connection', 'close');
    await pages.sendError(request, reply, 405);
    return reply;
  });
  server.setNotFoundHandler((request, reply) => notFound(pages, request, reply));
  server.setErrorHandler((error, request, reply) => {
    const status: ErrorStatus = (error as { statusCode?: number }).statusCode === 400 ? 400 : 500;
    if (status === 500) request.log.error({ err: error }, 'page not rendered');
    return pages.sendError(request, reply, status);
  });

  drainRoutes(server, parts.stopping);
  contentAddresses(server, pages, parts);
  pageRoutes(server, pages);
  preferenceRoutes(server, parts.config.publicUrl.startsWith('https:'));
  siteFiles(server, pages, parts);
  return server;
}

/** Health, and what changes once the server was told to stop: not ready, and every answer ends its connection. */
function drainRoutes(server: FastifyInstance, stopping: () => boolean): void {
  server.addHook('onRequest', (_request, reply, done) => {
    if (stopping()) reply.header('connection', 'close');
    done();
  });
  for (const probe of ['/health/live', '/health/startup'])
    server.get(probe, (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'live' }));
  // ready does not ask for identity: the site reads with everything else dead
  server.get('/health/ready', (_request, reply) =>
    reply
      .code(stopping() ? 503 : 200)
      .header('cache-control', 'no-store')
      .send({ status: stopping() ? 'stopping' : 'ready' }),
  );
}

/** Only an address that has a form takes one; Fastify itself says so of all others. */
const isForm = ({ method, headers, routeOptions }: FastifyRequest): boolean =>
  method === 'POST' && routeOptions.url !== undefined && /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');

function contentAddresses(server: FastifyInstance, pages: PageSender, parts: PortalParts): void {
  const { client, config } = parts;
  const { publicUrl, site } = config;
  const answers = new Answers({ client });
  const content = new ContentSender(parts, pages, answers, new KeptPages());
  for (const { language, prefix } of languages)
    for (const route of contentRoutes(site.code))
      server.get(prefix + route.path, (request, reply) => {
        const chosen = route.path === '/' && language === 'zh-CN' ? arrivingIn(request) : undefined;
        if (chosen) return reply.header('cache-control', 'no-store').redirect(pathIn(chosen, '/'), 302);
        return content.send(request, reply, language, route);
      });
  formRoutes(server, {
    client,
    site: site.code,
    pages,
    answers,
    forms: new FormSender(pages, client, new FormTokens(publicUrl.startsWith('https:'))),
  });
  fileRoutes(server, { main: site.code, publicUrl, answers });
}

function pageRoutes(server: FastifyInstance, pages: PageSender): void {
  for (const { language, prefix } of languages) {
    for (const page of [...allPages, componentsPage]) {
      server.get(prefix + page.path, (request, reply) => pages.sendPage(request, reply, language, page));
    }
    server.get<{ Params: { address: string } }>(`${prefix}/directory/:address`, (request, reply) =>
      request.params.address ? pages.sendBody(request, reply, language, request.params.address) : notFound(pages, request, reply),
    );
    server.get<{ Querystring: { q?: string | string[]; after?: string | string[] } }>(`${prefix}/search`, (request, reply) => {
      const typed = [request.query.q ?? ''].flat()[0] ?? '';
      const after = [request.query.after ?? ''].flat()[0] ?? '';
      return pages.sendSearch(request, reply, language, [...typed].slice(0, longestQuery).join(''), after.slice(0, 600));
    });
    if (prefix) server.get(prefix, (_request, reply) => reply.redirect(`${prefix}/`, 308));
  }
}

/** One who comes to `/` from outside this site and once chose another language is taken there; links inside the site go where they say. */
function arrivingIn(request: FastifyRequest): Language | undefined {
  const from = request.headers['sec-fetch-site'];
  if (from !== 'none' && from !== 'cross-site') return undefined;
  const chosen = languageFrom(request.headers.cookie);
  return chosen === 'zh-CN' ? undefined : chosen;
}

/** A choice is a link: it sets the cookie and goes back to the page that the visitor was on. */
function preferenceRoutes(server: FastifyInstance, secure: boolean): void {
  server.get<{ Params: { mode: string }; Querystring: { back?: string; in?: string } }>('/display/:mode', (request, reply) => {
    const { mode } = request.params;
    if (!isDisplayMode(mode)) return reply.callNotFound();
    const language = languages.find((facts) => facts.language === request.query.in)?.language ?? 'zh-CN';
    return choose(reply, preferenceCookie(displayCookie, mode, secure), pathIn(language, safeBack(request.query.back)));
  });
  server.get<{ Params: { language: string }; Querystring: { back?: string } }>('/language/:language', (request, reply) => {
    const facts = languages.find(({ language }) => language === request.params.language);
    if (!facts) return reply.callNotFound();
    return choose(reply, preferenceCookie(languageCookie, facts.language, secure), pathIn(facts.language, safeBack(request.query.back)));
  });
}

function choose(reply: FastifyReply, cookie: string, to: string): FastifyReply {
  return reply.header('set-cookie', cookie).header('cache-control', 'no-store').redirect(to, 303);
}

function siteFiles(server: FastifyInstance, pages: PageSender, { assets, config }: PortalParts): void {
  server.get('/assets/:file', (request, reply) => {
    const asset = assets.files.get(request.url.split('?')[0]!);
    return asset ? sendAsset(request, reply, asset) : reply.callNotFound();
  });
  server.get('/favicon.ico', (_request, reply) => reply.redirect(assets.paths.icon, 302));
  server.get('/robots.txt', (_request, reply) => sendText(reply, 'text/plain; charset=utf-8', robotsText(config.publicUrl)));
  server.get('/sitemap.xml', (request, reply) => pages.sendSitemap(request, reply));
}

/** `/directory/` is `/directory`; everything else that is not there gets the page that says so. */
function notFound(pages: PageSender, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> | FastifyReply {
  const asked = request.url.split('?')[0]!;
  const { path } = splitPath(asked.replace(/\/+$/, '') || '/');
  if (asked.endsWith('/') && listedPages.some((page) => page.path === path)) return reply.redirect(asked.replace(/\/+$/, ''), 308);
  return pages.sendError(request, reply, 404);
}
