import type { JSX, ReactNode } from 'react';
import type { PageContext } from '../pages/page.js';

/** Nothing here: a well without water, what that means, and where to go instead. */
export function DryWell({ page, title, children }: { page: PageContext; title: ReactNode; children: ReactNode }): JSX.Element {
  return (
    <div className="dry">
      {page.mode !== 'contrast' && <img src={page.assets.dryWellArt} alt="" width={480} height={220} loading="lazy" />}
      <div className="stack">
        {title}
        {children}
      </div>
    </div>
  );
}
