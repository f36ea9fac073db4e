import type { JSX } from 'react';
import { href, type PageContext } from '../pages/page.js';

interface MorePagesProps {
  readonly page: PageContext;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly next: string | undefined;
}

/** Lists are read on from where they stopped: forward, or back to the beginning. */
export function MorePages({ page, path, query = {}, next }: MorePagesProps): JSX.Element | null {
  const { t } = page;
  const { after, ...rest } = query;
  if (!next && !after) return null;
  const to = (values: Readonly<Record<string, string>>): string => {
    const text = new URLSearchParams(values).toString();
    return href(page, text ? `${path}?${text}` : path);
  };
  return (
    <nav className="more-pages" aria-label={t('content.pages')}>
      {after && <a href={to(rest)}>{t('content.first')}</a>}
      {next && (
        <a className="btn second" href={to({ ...rest, after: next })} rel="next">
          {t('content.next')}
        </a>
      )}
    </nav>
  );
}
