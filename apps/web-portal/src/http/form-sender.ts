import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ApiClient, Refused, Unanswered } from '../api/api-client.js';
import { emptyForm, type Entered, type FormDefinition, type FormState, missingIn } from '../forms/form.js';
import { type Language, pathIn } from '../language/languages.js';
import { translatorFor } from '../language/translate.js';
import type { PageContext, PageView } from '../pages/page.js';
import type { FormTokens } from './form-token.js';
import type { PageSender } from './page-sender.js';

type Fields = Pick<FormDefinition, 'fields'>;
/** What a form becomes: the operation's address and request. */
export interface Act {
  readonly path: string;
  /** Of an act; a question has all in its path. */
  readonly request?: object;
}
export interface Submission extends Fields {
  /** The page that the form stands on, as it looks with this state. */
  readonly page: (context: PageContext, state: FormState) => PageView;
  readonly act: (entered: Entered) => Act;
}

/** Shows forms and turns what was sent into operations; what was entered is never lost on the way. */
export class FormSender {
  constructor(
    private readonly pages: PageSender,
    private readonly client: ApiClient,
    private readonly tokens: FormTokens,
  ) {}

  show(
    request: FastifyRequest,
    reply: FastifyReply,
    language: Language,
    view: (page: PageContext, state: FormState) => PageView,
  ): Promise<FastifyReply> {
    const state = emptyForm(this.tokens.give(request, reply));
    return this.pages.sendOnce(request, reply, language, (page) => view(page, state));
  }

  /** @returns the operation's answer, or nothing when the form was shown again */
  async submit<Answer>(request: FastifyRequest, reply: FastifyReply, language: Language, form: Submission): Promise<Answer | undefined> {
    const t = translatorFor(language);
    const entered = enteredIn(request);
    const again = async (problem: Pick<FormState, 'errors' | 'trouble'>, token = this.tokens.give(request, reply)): Promise<undefined> => {
      const state: FormState = { ...problem, values: entered, token };
      await this.pages.sendOnce(request, reply, language, (page) => ({ ...form.page(page, state), status: 422 }));
      return undefined;
    };
    if (!this.tokens.isOwn(request, entered['token'])) return again({ errors: {}, trouble: t('form.stale') });
    const missing = missingIn(form, entered);
    if (missing.length > 0) return again({ errors: Object.fromEntries(missing.map((name) => [name, t('form.missing')])) });
    const { path, request: body } = form.act(entered);
    try {
      if (!body) return JSON.parse(await this.client.read(path, forwardedFor(request))) as Answer;
      return await this.client.write<Answer>(path, body, {
        ...{ address: forwardedFor(request), agent: request.headers['user-agent'], language, key: `${entered['token']}` },
      });
    } catch (error) {
      if (error instanceof Unanswered) {
        request.log.warn({ err: error }, 'a form found nobody');
        return again({ errors: {}, trouble: t('form.unanswered') });
      }
      if (!(error instanceof Refused)) throw error;
      const { code, detail, errors = [] } = error.problem;
      // sent once already with other words (the answer was lost on the way): whether these go too is for the writer to say
      if (code === 'command.key_reused') return again({ errors: {}, trouble: t('form.sentBefore') }, this.tokens.renew(reply));
      const named = errors.filter(({ field }) => form.fields.some(({ name }) => name === field));
      // the API words its refusals in Chinese and English
      return again({
        errors: Object.fromEntries(named.map((each) => [each.field, each.detail])),
        ...(named.length === 0 && { trouble: detail }),
      });
    }
  }

  /** The act is done; its page is another address, so that a reload sends nothing. */
  done(reply: FastifyReply, language: Language, to: string, receipt?: object): FastifyReply {
    return this.tokens.done(reply, receipt).header('cache-control', 'no-store').redirect(pathIn(language, to), 303);
  }
  /** The act is done and its page is shown at once; a form on that page is another act. */
  renew(reply: FastifyReply): string {
    return this.tokens.renew(reply);
  }
  receipt<T>(request: FastifyRequest): T | undefined {
    return this.tokens.receipt<T>(request);
  }
}

export const enteredIn = (request: FastifyRequest): Entered => (request.body ?? {}) as Entered;
export const forwardedFor = ({ headers }: FastifyRequest): string | undefined => [headers['x-forwarded-for'] ?? []].flat()[0];
