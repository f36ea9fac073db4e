import type { DisclosureProgress, LetterProgress, PublicHearing, Receipt } from '@karez/contracts-portal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ProgressView, VerifiedDocument } from '@karez/contracts-approval';
import { type ApiClient, Refused, Unanswered } from '../api/api-client.js';
import { addressOf, reading, writing } from '../api/paths.js';
import type { Answers } from '../content/answers.js';
import {
  correctionField,
  followLetterForm,
  followRequestForm,
  letterForm,
  ratingField,
  requestForm,
  progressForm,
  verifyForm,
} from '../forms/definitions.js';
import { formView } from '../forms/form-page.js';
import { emptyForm, type Entered, type FormDefinition, requestOf } from '../forms/form.js';
import { answersOf, hearingFields, hearingView } from '../forms/hearing-page.js';
import { letterView, requestView } from '../forms/progress-pages.js';
import { receiptView, type Sent } from '../forms/receipt-page.js';
import { type Language, languages, pathIn } from '../language/languages.js';
import { progressView, verifiedView } from '../forms/approval-pages.js';
import { enteredIn, type FormSender, forwardedFor } from './form-sender.js';
import type { PageSender } from './page-sender.js';

interface Parts {
  readonly client: ApiClient;
  readonly site: string;
  readonly forms: FormSender;
  readonly pages: PageSender;
  readonly answers: Answers;
}
type Handler = (request: FastifyRequest, reply: FastifyReply, language: Language) => FastifyReply | Promise<FastifyReply>;

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
    approvalRoutes(on, parts);
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
    const token = forms.renew(reply);
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
    const token = forms.renew(reply);
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

/** 查办件进度, 核验: what anybody may look up who holds a number. */
function approvalRoutes(on: On, { client, forms, pages }: Parts): void {
  on('GET', progressForm.path, (request, reply, language) =>
    forms.show(request, reply, language, (page, state) => formView(page, progressForm, state)),
  );
  on('POST', progressForm.path, async (request, reply, language) => {
    const progress = await forms.submit<ProgressView>(request, reply, language, {
      fields: progressForm.fields,
      page: (page, state) => formView(page, progressForm, state),
      act: ({ caseNo = '', check = '' }) => ({
        path: addressOf(reading.progress, { caseNo: caseNo.trim().toUpperCase(), check: check.trim() }),
      }),
    });
    return progress ? pages.sendOnce(request, reply, language, (page) => progressView(page, progress)) : reply;
  });
  on('GET', verifyForm.path, (request, reply, language) =>
    forms.show(request, reply, language, (page, state) => formView(page, verifyForm, state)),
  );
  on('POST', verifyForm.path, (request, reply, language) => {
    const code = (enteredIn(request)['code'] ?? '').replace(/[\s-]/g, '').toUpperCase();
    // not a secret: the paper and its QR code carry the same address
    const to = pathIn(language, `/verify/${encodeURIComponent(code || '-')}`);
    return reply.header('cache-control', 'no-store').redirect(to, 303);
  });
  on('GET', '/verify/:code', async (request, reply, language) => {
    const { code } = request.params as { code: string };
    const { s } = request.query as { s?: string };
    const found = await lookedUp<VerifiedDocument>(client, addressOf(reading.verify, { code, s }), forwardedFor(request));
    return found === 'away'
      ? pages.sendError(request, reply, 503)
      : pages.sendOnce(request, reply, language, (page) => verifiedView(page, code, found));
  });
}

async function lookedUp<T>(client: ApiClient, path: string, address: string | undefined): Promise<T | Refused | 'away'> {
  try {
    return JSON.parse(await client.read(path, address)) as T;
  } catch (error) {
    if (error instanceof Refused) return error;
    if (error instanceof Unanswered) return 'away';
    throw error;
  }
}
