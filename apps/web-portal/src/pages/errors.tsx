import { DryWell } from '../components/dry-well.js';
import type { MessageKey } from '../language/translate.js';
import { href, type PageContext, type PageView } from './page.js';

/** The pages for what went wrong: said in words, with a way on. 503: what the page is made from does not answer, and nothing of it is known. */
export const errorStatuses = [400, 404, 405, 500, 503] as const;
export type ErrorStatus = (typeof errorStatuses)[number];

const words: Readonly<Record<ErrorStatus, { title: MessageKey; text: MessageKey }>> = {
  400: { title: 'error.badTitle', text: 'error.badText' },
  404: { title: 'error.missingTitle', text: 'error.missingText' },
  405: { title: 'error.methodTitle', text: 'error.methodText' },
  500: { title: 'error.faultTitle', text: 'error.faultText' },
  503: { title: 'error.awayTitle', text: 'error.awayText' },
};

export function errorView(page: PageContext, status: ErrorStatus): PageView {
  const { t, site } = page;
  const { title, text } = words[status];
  return {
    title: t(title),
    description: t(text, { number: site.hotline }),
    status,
    unlisted: true,
    main: (
      <div className="wrap">
        <DryWell page={page} title={<h1>{t(title)}</h1>}>
          <p>{t(text, { number: site.hotline })}</p>
          <p className="btns">
            <a className="btn second" href={href(page, '/')}>
              {t('error.home')}
            </a>
            <a href={href(page, '/sitemap')}>{t('sitemap.title')}</a>
          </p>
        </DryWell>
      </div>
    ),
  };
}
