import { StateGlyph, type StateLook } from '@karez/web-ui';
import type { ReactNode } from 'react';
import { useNarrow } from './use-narrow.js';

export interface SectionProps {
  /** Level of its heading, one below the title of the document. */
  level: 2 | 3;
  title: string;
  /** Beside the title, quiet. */
  note?: ReactNode;
  /** On the phone the section is one line until it is opened: what it comes to, and how that looks. */
  summary: string;
  look?: Pick<StateLook, 'glyph' | 'color'>;
  children: ReactNode;
}

/** One block beside the document: open on the desk, one line on the phone. */
export function Section({ level, title, note, summary, look, children }: SectionProps) {
  const narrow = useNarrow();
  const Heading = level === 2 ? 'h2' : 'h3';
  if (narrow)
    return (
      <details className="ex-fold">
        <summary>
          <span className="ex-fold-mark">{look && <StateGlyph glyph={look.glyph} color={look.color} size={9} />}</span>
          <span>{summary}</span>
        </summary>
        <div className="ex-fold-body">{children}</div>
      </details>
    );
  return (
    <section className="ex-section" aria-label={title}>
      <Heading>
        {title}
        {note && <span className="kz-caption">{note}</span>}
      </Heading>
      {children}
    </section>
  );
}
