import { useId, type ReactNode } from 'react';

export interface CardProps {
  title?: ReactNode;
  /** Beside the title, quiet. */
  note?: ReactNode;
  /** At the right of the head: one text link or act. */
  aside?: ReactNode;
  /** No padding: rows and tables bring their own. */
  flush?: boolean;
  children: ReactNode;
}

/** A white sheet on sand. Never a card in a card. */
export function Card({ title, note, aside, flush, children }: CardProps) {
  const id = useId();
  return (
    <section className="kz-card" aria-labelledby={title ? id : undefined}>
      {title && (
        <div className="kz-card-head">
          <h2 id={id}>{title}</h2>
          {note && <span className="kz-caption">{note}</span>}
          {aside && <div className="kz-card-aside">{aside}</div>}
        </div>
      )}
      <div className={flush ? undefined : 'kz-card-body'}>{children}</div>
    </section>
  );
}
