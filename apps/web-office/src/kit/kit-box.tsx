import type { ReactNode } from 'react';

/** One frame of the page: what it shows, the rule in one line, and how wide it is (of six columns). */
export const KitBox = ({
  title,
  rule,
  wide = 2,
  children,
}: {
  title: string;
  rule?: string;
  wide?: 2 | 3 | 4 | 6;
  children: ReactNode;
}) => (
  <section className={`kz-card kit-box kit-${wide}`} aria-label={title}>
    <h2>
      {title}
      {rule && <span className="kz-caption">{rule}</span>}
    </h2>
    {children}
  </section>
);

/** The acts of the page do nothing. */
export const nothing = (): void => undefined;
