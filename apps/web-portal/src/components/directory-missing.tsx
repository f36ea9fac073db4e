import type { JSX } from 'react';
import type { PageContext } from '../pages/page.js';
import { DryWell } from './dry-well.js';

/** The directory was never read yet: said plainly, with what still works. */
export function DirectoryMissing({ page, level: Heading }: { page: PageContext; level: 'h1' | 'h2' }): JSX.Element {
  const { t, site } = page;
  return (
    <section className="section">
      <div className="wrap">
        <DryWell page={page} title={<Heading>{t('directory.missing')}</Heading>}>
          <p>{t('directory.missingText', { number: site.hotline })}</p>
        </DryWell>
      </div>
    </section>
  );
}
