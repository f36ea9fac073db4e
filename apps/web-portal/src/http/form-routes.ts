import type { DisclosureProgress, LetterProgress, PublicHearing, Receipt } from '@karez/contracts-portal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addressOf, reading, writing } from '../api/paths.js';
import type { Answers } from '../content/answers.js';
import { correctionField, followLetterForm, followRequestForm, letterForm, ratingField, requestForm } from '../forms/definitions.js';
import { formView } from '../forms/form-page.js';
import { emptyForm, type Entered, type FormDefinition, requestOf } from '../forms/form.js';
import { answersOf, hearingFields, hearingView } from '../forms/hearing-page.js';
import { letterView, requestView } from '../forms/progress-pages.js';
import { receiptView, type Sent } from '../forms/receipt-page.js';
import { type Language, languages } from '../language/languages.js';
import { enteredIn, type FormSender } from './form-sender.js';
import type { PageSender } from './page-sender.js';

interface Parts {
  readonly site: string;
  readonly forms: FormSender;
  readonly pages: PageSender;
  readonly answers: Answers;
}
type Handler = (request: FastifyRequest, reply: FastifyReply, language: Language) => Promise<FastifyReply>;

/** 来信, 依申请公开, 意见征集: native forms, each answered with a page. */
export function formRoutes(server: FastifyInstance, parts: Parts): void {
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 128 * 1024 }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body as string)));
  });
  for (const { language, prefix } of languages) {
    const on = (method: 'GET' | 'POST', path: string, handler: Handler): void =>
      void server.route({ method, url: prefix + path, handler: (request, reply) => handler(request, reply, language) });
    writingRoutes(on, parts, 'letters', letterForm, addressOf(writing.sendLetter, { site: parts.site }));
    writingRoutes(on, parts, 'requests', requestForm, addressOf(writing.requestDisclosure, { site: parts.site }));
    letterRoutes(on, parts);
    requestRoutes(on, parts);
    hearingRoutes(on, parts);
  }
}
type On = (method: 'GET' | 'POST', path: string, handler: Handler) => void;

/** Write, get the receipt once. */
function writingRoutes(on: On, { forms, pages }: Parts, sent: Sent, form: FormDefinition, path: string): void {
  on('GET', form.path, (request, reply, language) => forms.show(request, reply, language, (page, state) => formView(page, form, state)));
  on('POST', form.path, async (request, reply, language) => {
    const receipt = await forms.submit<Receipt>(request, reply, language, {
      fields: form.fields,
      page: (page, state) => formView(page, form, state),
      act: (entered) => ({ path, request: requestOf(form, upper(entered, 'identityNumber')) }),
    });
    return receipt ? forms.done(reply, language, `/${sent}/receipt`, receipt) : reply;
  });
  on('GET', `/${sent}/receipt`, (request, reply, language) => {
    const receipt = forms.receipt<Receipt>(request);
    return pages.sendOnce(request, reply, language, (page) => receiptView(page, sent, receipt));
  });
}

const codesOf = (entered: Entered): { receipt: string; check: string } => ({
  receipt: (entered['receipt'] ?? '').trim().toUpperCase(),
  check: (entered['check'] ?? '').trim().toUpperCase(),
});
const upper = (entered: Entered, name: string): Entered =>
  entered[name] === undefined ? entered : { ...entered, [name]: entered[name].trim().toUpperCase() };

function letterRoutes(on: On, { forms, pages }: Parts): void {
  const form = followLetterForm;
  const shown = (request: FastifyRequest, reply: FastifyReply, language: Language, progress: LetterProgress): Promise<FastifyReply> => {
    const { token = '' } = enteredIn(request);
    const { check } = codesOf(enteredIn(request));
    return pages.sendOnce(request, reply, language, (page) => letterView(page, progress, check, emptyForm(token)));
  };
  on('GET', form.path, (request, reply, language) => forms.show(request, reply, language, (page, state) => formView(page, form, state)));
  on('POST', form.path, async (request, reply, language) => {
    const progress = await forms.submit<LetterProgress>(request, reply, language, {
      fields: form.fields,
      page: (page, state) => formView(page, form, state),
      act: (entered) => ({ path: writing.followLetter, request: codesOf(entered) }),
    });
    return progress ? shown(request, reply, language, progress) : reply;
  });
  on('POST', '/letters/rate', async (request, reply, language) => {
    const progress = await forms.submit<LetterProgress>(request, reply, language, {
      fields: [ratingField],
      page: (page, state) => formView(page, { ...form, path: '/letters/rate', fields: [...form.fields, ratingField] }, state),
      act: (entered) => ({ path: writing.rateLetter, request: { ...codesOf(entered), satisfaction: Number(entered['satisfaction']) } }),
    });
    return progress ? shown(request, reply, language, progress) : reply;
  });
}

function requestRoutes(on: On, { forms, pages }: Parts): void {
  const form = followRequestForm;
  const shown = (request: FastifyRequest, reply: FastifyReply, language: Language, progress: DisclosureProgress): Promise<FastifyReply> => {
    const { token = '' } = enteredIn(request);
    const { check } = codesOf(enteredIn(request));
    return pages.sendOnce(request, reply, language, (page) => requestView(page, progress, check, emptyForm(token)));
  };
  on('GET', form.path, (request, reply, language) => forms.show(request, reply, language, (page, state) => formView(page, form, state)));
  on('POST', form.path, async (request, reply, language) => {
    const progress = await forms.submit<DisclosureProgress>(request, reply, language, {
      fields: form.fields,
      page: (page, state) => formView(page, form, state),
      act: (entered) => ({ path: writing.followRequest, request: codesOf(entered) }),
    });
    return progress ? shown(request, reply, language, progress) : reply;
  });
  on('POST', '/requests/correct', async (request, reply, language) => {
    const progress = await forms.submit<DisclosureProgress>(request, reply, language, {
      fields: [correctionField],
      page: (page, state) => formView(page, { ...form, path: '/requests/correct', fields: [...form.fields, correctionField] }, state),
      act: (entered) => ({
        path: writing.correctRequest,
        request: { ...codesOf(entered), ...requestOf({ fields: [correctionField] }, entered) },
      }),
    });
    return progress ? shown(request, reply, language, progress) : reply;
  });
}

function hearingRoutes(on: On, { site, forms, pages, answers }: Parts): void {
  const path = '/hearings/:hearingId';
  const find = async (request: FastifyRequest): Promise<PublicHearing | undefined> => {
    const { hearingId } = request.params as { hearingId: string };
    return (await answers.get<PublicHearing>(addressOf(reading.hearing, { site, hearingId })))?.value;
  };
  on('GET', path, async (request, reply, language) => {
    const hearing = await find(request);
    if (!hearing) return pages.sendError(request, reply, 404);
    const thanked = (request.query as { taken?: string }).taken !== undefined;
    return forms.show(request, reply, language, (page, state) => hearingView(page, hearing, state, thanked));
  });
  on('POST', path, async (request, reply, language) => {
    const hearing = await find(request);
    if (!hearing) return pages.sendError(request, reply, 404);
    const fields = hearingFields(hearing);
    const taken = await forms.submit<object>(request, reply, language, {
      fields,
      page: (page, state) => hearingView(page, hearing, state, false),
      act: (entered) => ({
        path: addressOf(hearing.kind === 'survey' ? writing.answerSurvey : writing.sendOpinion, { hearingId: hearing.id }),
        request: hearing.kind === 'survey' ? { answers: answersOf(hearing, entered) } : requestOf({ fields }, entered),
      }),
    });
    return taken ? forms.done(reply, language, `/hearings/${hearing.id}?taken=1`) : reply;
  });
}
