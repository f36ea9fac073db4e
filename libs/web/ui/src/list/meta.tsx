import { Children, type ReactNode } from 'react';

/** Who, when, state: parts of one quiet line, separated by a drawn 3 px dot (the glyph `·` is full width in CJK fonts). */
export const Meta = ({ children }: { children: ReactNode }) => (
  <div className="kz-meta">
    {Children.toArray(children).map((part, at) => (
      <span key={at}>{part}</span>
    ))}
  </div>
);
