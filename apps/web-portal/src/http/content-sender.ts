import type { FastifyReply, FastifyRequest } from 'fastify';
import { Unanswered } from '../api/api-client.js';
import type { Answer, Answers } from '../content/answers.js';
import type { Asked, ContentRoute } from '../content/content-route.js';
import { renderPage } from '../components/document.js';
import { type Language, pathIn } from '../language/languages.js';
import type { PortalParts } from './create-server.js';
import type { KeptPages } from './kept-pages.js';
import { pageHeaders, type PageSender } from './page-sender.js';
import { displayModeFrom } from './preferences.js';
import { sendEncoded } from './send.js';

/** Answers with pages that are made from what the platform says. */
export class ContentSender {
  constructor(
    private readonly parts: PortalParts,
    private readonly pages: PageSender,
    private readonly answers: Answers,
    private readonly kept: KeptPages,
  ) {}

  async send(request: FastifyRequest, reply: FastifyReply, language: Language, route: ContentRoute): Promise<FastifyReply> {
    const asked = askedFrom(request, language, route);
    let answers: Map<string, Answer | undefined>;
    try {
      answers = await this.#answersFor(route, asked);
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      request.log.warn({ err: error }, 'nobody answered');
      return this.#instead(request, reply, language, route, 503);
    }
    // an installation whose site has not been set up yet has a home page all the same
    if (route.needs.some((name) => !answers.get(name))) return this.#instead(request, reply, language, route, 404);
    const values = Object.fromEntries([...answers].map(([name, answer]) => [name, answer?.value as object | undefined]));
    const goTo = route.elsewhere(values);
    if (goTo) return reply.header('cache-control', 'no-store').redirect(/^https?:/.test(goTo) ? goTo : pathIn(language, goTo), 302);
    const path = pathOf(request);
    const back = path + queryOf(asked);
    const mode = displayModeFrom(request.headers.cookie);
    const { assets, config, directory } = this.parts;
    const { site, publicUrl } = config;
    const context = { path, back, language, mode, site, publicUrl, assets: assets.paths, directory: directory() };
    const digest = `${context.directory?.changedAt.getTime() ?? 0} ${[...answers.values()].map((answer) => answer?.digest ?? '-').join(' ')}`;
    const page = await this.kept.get(`${language} ${mode} ${back}`, digest, () => {
      const { html, view } = renderPage(context, (inPage) => route.view(inPage, values, asked));
      return { text: html, status: view.status ?? 200 };
    });
    return sendEncoded(request, pageHeaders(reply, page.status), page);
  }

  /** What stands for the page: what it has for such a time, or the page that says what went wrong. */
  #instead(
    request: FastifyRequest,
    reply: FastifyReply,
    language: Language,
    { otherwise }: ContentRoute,
    status: 404 | 503,
  ): Promise<FastifyReply> {
    if (!otherwise) return this.pages.sendError(request, reply, status);
    return this.pages.sendPage(request, reply, language, { path: pathOf(request), name: 'nav.home', tags: ['directory'], view: otherwise });
  }

  async #answersFor(route: ContentRoute, asked: Asked): Promise<Map<string, Answer | undefined>> {
    const named = Object.entries(route.questions(asked));
    return new Map(
      await Promise.all(named.map(async ([name, path]) => [name, await this.#answer(path, route.needs.includes(name))] as const)),
    );
  }

  /** What a page can do without may be missing: the home page stands without the services. */
  async #answer(path: string, needed: boolean): Promise<Answer | undefined> {
    try {
      return await this.answers.get(path);
    } catch (error) {
      if (needed || !(error instanceof Unanswered)) throw error;
      return undefined;
    }
  }
}

const longestValue = 600;
export function askedFrom(request: FastifyRequest, language: Language, { query }: Pick<ContentRoute, 'query'>): Asked {
  const given = request.query as Record<string, unknown>;
  const values = query
    .map((name) => [name, given[name]] as const)
    .filter((pair): pair is readonly [string, string] => typeof pair[1] === 'string' && pair[1] !== '' && pair[1].length <= longestValue);
  return { params: request.params as Record<string, string>, query: Object.fromEntries(values), language };
}
const pathOf = (request: FastifyRequest): string => {
  const path = request.url.split('?')[0]!;
  return path.replace(/^\/(en|ug)(?=\/|$)/, '') || '/';
};
function queryOf({ query }: Asked): string {
  const text = new URLSearchParams(query).toString();
  return text && `?${text}`;
}
