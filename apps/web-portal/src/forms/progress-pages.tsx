import type { DisclosureProgress, LetterProgress } from '@karez/contracts-portal';
import type { JSX } from 'react';
import { Paragraphs } from '../pages/hearings.js';
import { href, type PageContext, type PageView } from '../pages/page.js';
import { correctionField, ratingField } from './definitions.js';
import { Fields, Problems } from './fields.js';
import type { FormField, FormState } from './form.js';
import { crumbOf, FactRows, moment } from './receipt-page.js';

/** How far a letter has come. */
export function letterView(page: PageContext, progress: LetterProgress, check: string, state: FormState): PageView {
  const { t } = page;
  return {
    ...{ title: t('follow.progress'), description: t('follow.progress'), crumbs: [crumbOf(page, 'letters')] },
    ...{ navigation: '/interaction', unlisted: true },
    main: (
      <div className="wrap">
        <div className="page-head">
          <h1 lang="zh-CN">{progress.subject}</h1>
          <p className="tags">
            <span className="tag">{t(`letter.${progress.kind}`)}</span>{' '}
            <span className={progress.state === 'answered' ? 'tag ok' : 'tag warn'}>{t(`letter.state.${progress.state}`)}</span>{' '}
            <bdi dir="ltr">{progress.receipt}</bdi>
          </p>
        </div>
        <div className="prose" lang="zh-CN">
          <Paragraphs text={progress.text} />
        </div>
        <Steps page={page} progress={progress} />
        <Reply page={page} reply={progress.reply} unit={progress.unit} at={progress.answeredAt} />
        {progress.closedReason && (
          <p className="notice warn">
            <b>{t('letter.closedReason')}</b>
            <span lang="zh-CN">{progress.closedReason}</span>
          </p>
        )}
        {progress.state === 'answered' && progress.satisfaction === undefined && (
          <Answering page={page} state={state} codes={[progress.receipt, check]} path="/letters/rate" field={ratingField} />
        )}
        {progress.satisfaction !== undefined && (
          <p>{t('letter.rated', { rating: t(`letter.rate.${progress.satisfaction}` as 'letter.rate.5') })}</p>
        )}
      </div>
    ),
  };
}

function Steps({ page, progress: { steps, dueAt, answeredAt } }: { page: PageContext; progress: LetterProgress }): JSX.Element {
  const { t } = page;
  return (
    <section className="bodies">
      <h2>{t('follow.progress')}</h2>
      <ol className="list">
        {steps.map((step) => (
          <li key={step.at + step.what}>
            <span lang="zh-CN">
              {step.what}
              {step.unit && `（${step.unit}）`}
            </span>
            {moment(page, step.at)}
          </li>
        ))}
      </ol>
      {dueAt && !answeredAt && (
        <p className="note">
          {t('letter.due')}：{moment(page, dueAt)}
        </p>
      )}
    </section>
  );
}

interface ReplyProps {
  readonly page: PageContext;
  readonly reply: string | undefined;
  readonly unit?: string | undefined;
  readonly at?: string | undefined;
}
function Reply({ page, reply, unit, at }: ReplyProps): JSX.Element | null {
  if (!reply) return null;
  return (
    <section className="notice ok">
      <b>
        {page.t('letter.reply')} <span lang="zh-CN">{unit}</span> {at && moment(page, at)}
      </b>
      <div className="stack" lang="zh-CN">
        <Paragraphs text={reply} />
      </div>
    </section>
  );
}

/** How far a request for information has come. */
export function requestView(page: PageContext, progress: DisclosureProgress, check: string, state: FormState): PageView {
  const { t } = page;
  const { receipt, information, receivedAt, dueAt, correctionAsked, answerKind, answer, answeredAt } = progress;
  return {
    ...{ title: t('follow.progress'), description: t('follow.progress'), crumbs: [crumbOf(page, 'requests')] },
    ...{ navigation: '/open-government', unlisted: true },
    main: (
      <div className="wrap">
        <div className="page-head">
          <h1>{t('follow.progress')}</h1>
          <p className="tags">
            <span className={progress.state === 'answered' ? 'tag ok' : 'tag warn'}>{t(`request.state.${progress.state}`)}</span>{' '}
            <bdi dir="ltr">{receipt}</bdi>
          </p>
        </div>
        <div className="prose" lang="zh-CN">
          <Paragraphs text={information} />
        </div>
        <FactRows
          page={page}
          facts={[
            ['receipt.received', moment(page, receivedAt)],
            ['letter.due', dueAt && !answeredAt && moment(page, dueAt)],
            ['request.answerKind', answerKind && t(`answer.${answerKind}`)],
          ]}
        />
        <Reply page={page} reply={answer} at={answeredAt} />
        {progress.state === 'correcting' && (
          <>
            <p className="notice warn">
              <b>{t('request.correction')}</b>
              <span lang="zh-CN">{correctionAsked}</span>
            </p>
            <Answering page={page} state={state} codes={[receipt, check]} path="/requests/correct" field={correctionField} />
          </>
        )}
      </div>
    ),
  };
}

interface AnsweringProps {
  readonly page: PageContext;
  readonly state: FormState;
  readonly codes: readonly [receipt: string, check: string];
  readonly path: string;
  readonly field: FormField;
}
/** A small form below a progress page; the codes go with it, as they came. */
function Answering({ page, state, codes: [receipt, check], path, field }: AnsweringProps): JSX.Element {
  return (
    <form className="sheet" method="post" action={href(page, path)} noValidate>
      <Problems page={page} fields={[field]} state={state} />
      <input type="hidden" name="receipt" value={receipt} />
      <input type="hidden" name="check" value={check} />
      <Fields page={page} fields={[field]} state={state} />
      <p className="btns">
        <button className="btn">{page.t('letter.send')}</button>
      </p>
    </form>
  );
}
