import type { JSX } from 'react';
import { href, type PageContext } from '../../pages/page.js';

/** Elder mode: four large tasks before everything else, the telephone first. */
export function BigTasks({ page }: { page: PageContext }): JSX.Element {
  const { t, site } = page;
  const tasks = [
    { to: `tel:${site.hotline}`, name: t('elder.call'), hint: t('elder.callHint', { number: site.hotline }) },
    { to: href(page, '/directory#prefectures'), name: t('elder.bureau'), hint: t('elder.bureauHint') },
    { to: href(page, '/directory#offices'), name: t('elder.office'), hint: t('elder.officeHint') },
    { to: href(page, '/accessibility'), name: t('elder.help'), hint: t('elder.helpHint') },
  ];
  return (
    <section className="section">
      <div className="wrap">
        <div className="big-tasks">
          {tasks.map(({ to, name, hint }) => (
            <a key={to} href={to}>
              {name}
              <span>{hint}</span>
            </a>
          ))}
        </div>
      </div>
    </section>
  );
}
