import type { JSX } from 'react';
import type { Directory } from '../../directory/directory.js';
import type { PageContext } from '../../pages/page.js';
import { BodyGroup } from './department-bodies.js';

/** What helps today: the telephone, the basin bodies, and the staff's way in. */
export function SidePanels({ page, directory }: { page: PageContext; directory: Directory }): JSX.Element {
  const { t, site } = page;
  return (
    <div className="stack">
      <section className="panel">
        <h2>{t('hotline.title')}</h2>
        <p className="number">
          <bdi dir="ltr">{site.hotline}</bdi>
        </p>
        <p>{t('hotline.text')}</p>
      </section>
      <BodyGroup page={page} title={t('directory.basins')} bodies={directory.basins} />
      <section className="panel sand">
        <h2>{t('staff.title')}</h2>
        <p>{t('staff.text')}</p>
        <a className="btn second" href="/office">
          {t('staff.button')}
        </a>
      </section>
    </div>
  );
}
