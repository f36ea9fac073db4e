import type { JSX } from 'react';
import { href, type PageContext } from '../pages/page.js';
import { DryWell } from './dry-well.js';

/** A list without anything in it: said in words, with a way on. */
export function EmptyColumn({ page }: { page: PageContext }): JSX.Element {
  const { t, site } = page;
  return (
    <DryWell page={page} title={<h2>{t('content.none')}</h2>}>
      <p>{t('content.noneText', { number: site.hotline })}</p>
      {page.language !== 'zh-CN' && (
        <p>
          <a href={page.back} lang="zh-CN" hrefLang="zh-CN">
            {t('content.inChinese')}
          </a>
        </p>
      )}
      <p>
        <a href={href(page, '/')}>{t('error.home')}</a>
      </p>
    </DryWell>
  );
}
