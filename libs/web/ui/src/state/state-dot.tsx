import { StateGlyph, type Glyph } from './state-glyph.js';

/** How one state of a thing is shown. */
export interface StateLook {
  readonly label: string;
  readonly glyph: Glyph;
  readonly color: string;
}

/** A state in a list or a heading: glyph and word in one colour. */
export const StateDot = ({ look }: { look: StateLook }) => (
  <span className="kz-dot" style={{ color: look.color }}>
    <StateGlyph glyph={look.glyph} color={look.color} />
    {look.label}
  </span>
);
