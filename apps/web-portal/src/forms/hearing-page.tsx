import type { PublicHearing, QuestionAnswer } from '@karez/contracts-portal';
import type { JSX } from 'react';
import { HearingText } from '../pages/hearings.js';
import { href, type PageContext, type PageView } from '../pages/page.js';
import { opinionFields } from './definitions.js';
import { Fields, Problems } from './fields.js';
import type { Entered, FormField, FormState } from './form.js';

/** The questions of a survey carry their own words, so that they are no fields of the catalogue of strings. */
export const hearingFields = ({ kind }: PublicHearing): readonly FormField[] => (kind === 'survey' ? [] : opinionFields);

const nameOf = (question: number, option?: number): string => (option === undefined ? `q${question}` : `q${question}-${option}`);

/** The answers of a ballot; a question that nobody answered is left out, the service says what it misses. */
export function answersOf({ questions }: PublicHearing, entered: Entered): QuestionAnswer[] {
  return questions
    .map(({ kind, options = [] }, question): QuestionAnswer => {
      if (kind === 'text') return { question, text: (entered[nameOf(question)] ?? '').trim() };
      if (kind === 'one') return { question, options: entered[nameOf(question)] ? [Number(entered[nameOf(question)])] : [] };
      return { question, options: options.flatMap((_, option) => (entered[nameOf(question, option)] ? [option] : [])) };
    })
    .filter(({ text, options }) => text || (options && options.length > 0));
}

/** One consultation or survey, with the form for one's own view while it is open. */
export function hearingView(page: PageContext, hearing: PublicHearing, state: FormState, thanked: boolean): PageView {
  const { t } = page;
  return {
    title: hearing.title,
    ...(page.language !== 'zh-CN' && { titleLang: 'zh-CN' as const }),
    description: hearing.title,
    navigation: '/interaction',
    crumbs: [
      { label: t('nav.interaction'), path: '/interaction' },
      { label: t('talk.hearings'), path: '/hearings' },
    ],
    main: (
      <div className="wrap">
        {thanked && (
          <p className="notice ok" role="status">
            <b>{t('hearing.thanks')}</b>
          </p>
        )}
        <HearingText page={page} hearing={hearing} />
        {hearing.state === 'open' && !thanked && <OwnView page={page} hearing={hearing} state={state} />}
      </div>
    ),
  };
}

function OwnView({ page, hearing, state }: { page: PageContext; hearing: PublicHearing; state: FormState }): JSX.Element {
  const { t } = page;
  const fields = hearingFields(hearing);
  return (
    <section className="bodies">
      <h2>{t('hearing.opinion')}</h2>
      <Problems page={page} fields={fields} state={state} />
      <form className="sheet" method="post" action={href(page, `/hearings/${hearing.id}`)} noValidate>
        <Fields page={page} fields={fields} state={state} />
        {hearing.kind === 'survey' && <Ballot page={page} hearing={hearing} state={state} />}
        <p className="btns">
          <button className="btn">{t('hearing.send')}</button>
        </p>
      </form>
    </section>
  );
}

function Ballot({ page, hearing, state }: { page: PageContext; hearing: PublicHearing; state: FormState }): JSX.Element {
  const { t } = page;
  return (
    <>
      {hearing.questions.map(({ text, kind, required, options = [] }, question) => (
        <fieldset className="field" key={text}>
          <legend lang="zh-CN">
            {text} {!required && <span className="opt">{t('form.optional')}</span>}
          </legend>
          {kind === 'several' && <p className="hint">{t('hearing.several')}</p>}
          {kind === 'text' ? (
            <textarea
              className="input"
              name={nameOf(question)}
              rows={4}
              maxLength={1000}
              aria-label={text}
              defaultValue={state.values[nameOf(question)] ?? ''}
            />
          ) : (
            options.map((label, option) => {
              const name = kind === 'one' ? nameOf(question) : nameOf(question, option);
              const checked = kind === 'one' ? state.values[name] === String(option) : state.values[name] !== undefined;
              return (
                <label className="choice" key={label}>
                  <input type={kind === 'one' ? 'radio' : 'checkbox'} name={name} value={String(option)} defaultChecked={checked} />
                  <span lang="zh-CN">{label}</span>
                </label>
              );
            })
          )}
        </fieldset>
      ))}
    </>
  );
}
