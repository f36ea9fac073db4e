import type { ReactNode } from 'react';

export interface PageHeaderProps {
  title: ReactNode;
  /** Where this is: links above the title. */
  crumb?: ReactNode;
  /** Behind or under the title, quiet. */
  meta?: ReactNode;
  /** At the right; at most one solid button. */
  acts?: ReactNode;
}

export const PageHeader = ({ title, crumb, meta, acts }: PageHeaderProps) => (
  <header className="kz-pagehead">
    <div className="kz-pagehead-words">
      {crumb && (
        <nav className="kz-crumb" aria-label="所在位置">
          {crumb}
        </nav>
      )}
      <h1 tabIndex={-1}>{title}</h1>
      {meta && <div className="kz-pagehead-meta">{meta}</div>}
    </div>
    {acts && <div className="kz-pagehead-acts">{acts}</div>}
  </header>
);
