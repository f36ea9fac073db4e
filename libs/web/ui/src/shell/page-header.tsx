import type { ReactNode } from 'react';

export interface PageHeaderProps {
  title: ReactNode;
  /** 2 in a part of a page that has its own first heading. */
  level?: 1 | 2;
  /** Where this is: links above the title. */
  crumb?: ReactNode;
  /** Quiet: behind the title, or under it where a crumb stands above. */
  meta?: ReactNode;
  /** At the right; at most one solid button. */
  acts?: ReactNode;
}

export const PageHeader = ({ title, level = 1, crumb, meta, acts }: PageHeaderProps) => {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <header className="kz-pagehead">
      <div className={crumb ? 'kz-pagehead-words' : 'kz-pagehead-words kz-pagehead-line'}>
        {crumb && (
          <nav className="kz-crumb" aria-label="所在位置">
            {crumb}
          </nav>
        )}
        <Heading tabIndex={-1}>{title}</Heading>
        {meta && <div className="kz-pagehead-meta">{meta}</div>}
      </div>
      {acts && <div className="kz-pagehead-acts">{acts}</div>}
    </header>
  );
};
