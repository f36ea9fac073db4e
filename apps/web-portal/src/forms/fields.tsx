import type { JSX } from 'react';
import type { PageContext } from '../pages/page.js';
import type { FormField, FormState } from './form.js';

interface FieldProps {
  readonly page: PageContext;
  readonly field: FormField;
  readonly state: FormState;
}
interface FieldsProps {
  readonly page: PageContext;
  readonly fields: readonly FormField[];
  readonly state: FormState;
}

/** What is to be mended, at the top: each a link to its field. */
export function Problems({ page, fields, state }: FieldsProps): JSX.Element | null {
  const { t } = page;
  const wrong = fields.filter(({ name }) => state.errors[name] !== undefined);
  if (wrong.length === 0 && !state.trouble) return null;
  return (
    <div className="notice bad" role="alert">
      <b>{wrong.length > 0 ? t.count('form.problems', wrong.length) : t('form.notSent')}</b>
      {state.trouble && <p>{state.trouble}</p>}
      {wrong.length > 0 && (
        <ul>
          {wrong.map(({ name, label }) => (
            <li key={name}>
              <a href={`#${name}`}>{t(label)}</a>：{state.errors[name]}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export function Fields({ page, fields, state }: FieldsProps): JSX.Element {
  return (
    <>
      <input type="hidden" name="token" value={state.token} />
      {fields.map((field) => (
        <Field key={field.name} page={page} field={field} state={state} />
      ))}
    </>
  );
}

function Field(props: FieldProps): JSX.Element {
  const { kind } = props.field;
  if (kind === 'one') return <Choice {...props} />;
  if (kind === 'yes') return <Tick {...props} />;
  return <Line {...props} />;
}

function Line({ page, field, state }: FieldProps): JSX.Element {
  const { t } = page;
  const { name, label, hint, kind, optional, most, width, autoComplete } = field;
  const error = state.errors[name];
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  const common = {
    ...{ id: name, name, maxLength: most, defaultValue: state.values[name] ?? '', required: !optional, autoComplete },
    ...(described && { 'aria-describedby': described }),
    ...(error && { 'aria-invalid': true }),
  };
  return (
    <div className={error ? 'field bad' : 'field'}>
      <label className="label" htmlFor={name}>
        {t(label)} {optional && <span className="opt">{t('form.optional')}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {t(hint)}
        </p>
      )}
      <FieldError page={page} name={name} error={error} />
      {kind === 'text' ? (
        <textarea {...common} className="input" rows={8} />
      ) : (
        <input {...common} className={`input ${width ?? ''}`.trim()} />
      )}
    </div>
  );
}

function Choice({ page, field, state }: FieldProps): JSX.Element {
  const { t } = page;
  const { name, label, options = [] } = field;
  const error = state.errors[name];
  return (
    <fieldset className={error ? 'field bad' : 'field'} id={name} aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{t(label)}</legend>
      <FieldError page={page} name={name} error={error} />
      {options.map(([value, text]) => (
        <label className="choice" key={value}>
          <input type="radio" name={name} value={value} defaultChecked={state.values[name] === value} required />
          <span>{t(text)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Tick({ page, field: { name, label }, state }: FieldProps): JSX.Element {
  return (
    <div className="field">
      <label className="choice">
        <input type="checkbox" id={name} name={name} value="yes" defaultChecked={state.values[name] === 'yes'} />
        <span>{page.t(label)}</span>
      </label>
    </div>
  );
}

function FieldError({ page, name, error }: { page: PageContext; name: string; error: string | undefined }): JSX.Element | null {
  if (!error) return null;
  return (
    <p className="err" id={`${name}-error`}>
      <span className="vh">{page.t('form.error')}</span>
      {error}
    </p>
  );
}
