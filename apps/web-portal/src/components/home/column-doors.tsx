import type { JSX } from 'react';
import { columns } from '../../pages/columns.js';
import { href, type PageContext } from '../../pages/page.js';
import { DryWell } from '../dry-well.js';

/** The columns of the site, and honestly that none of them has anything published yet. */
export function ColumnDoors({ page }: { page: PageContext }): JSX.Element {
  const { t } = page;
  return (
    <section className="section last">
      <div className="wrap">
        <div className="head">
          <h2>{t('home.columns')}</h2>
        </div>
        <ul className="doors">
          {columns.map(({ path, title, short }) => (
            <li key={path}>
              <a href={href(page, path)}>
                {t(title)}
                <span>{t(short)}</span>
              </a>
            </li>
          ))}
        </ul>
        <DryWell page={page} title={<h3>{t('home.columnsEmpty')}</h3>}>
          <p>{t('home.columnsText')}</p>
        </DryWell>
      </div>
    </section>
  );
}
