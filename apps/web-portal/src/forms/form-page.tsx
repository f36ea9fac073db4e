import { href, type PageContext, type PageView } from '../pages/page.js';
import { Fields, Problems } from './fields.js';
import type { FormDefinition, FormState } from './form.js';

/** A form on a page of its own. */
export function formView(page: PageContext, form: FormDefinition, state: FormState): PageView {
  const { t } = page;
  return {
    title: t(form.title),
    description: t(form.lede ?? form.title),
    navigation: form.navigation,
    crumbs: [{ label: t(form.above.title), path: form.above.path }],
    main: (
      <div className="wrap">
        <div className="page-head">
          <h1>{t(form.title)}</h1>
          {form.lede && <p className="lede">{t(form.lede)}</p>}
        </div>
        <Problems page={page} fields={form.fields} state={state} />
        <form className="sheet" method="post" action={href(page, form.path)} noValidate>
          <Fields page={page} fields={form.fields} state={state} />
          {form.note && <p className="hint">{t(form.note)}</p>}
          <p className="btns">
            <button className="btn">{t(form.button)}</button>
          </p>
        </form>
      </div>
    ),
  };
}
