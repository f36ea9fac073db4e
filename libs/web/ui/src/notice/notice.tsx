import type { ReactNode } from 'react';
import { StateGlyph, type Glyph } from '../state/state-glyph.js';
import { palette, type NoteTone } from '../tokens.js';

const glyphOf: Record<NoteTone, [Glyph, string]> = {
  plum: ['barred', palette.plum],
  amber: ['diamond', palette.amber],
  water: ['full', palette.water],
  sand: ['ring', palette.slate],
};

export interface NoticeProps {
  /** plum = refused, amber = needs a person, water = done or good to know, sand = quiet. */
  tone: NoteTone;
  /** Instead of the tone's own glyph: half for something under way. */
  glyph?: Glyph;
  /** Bold first words: what happened. */
  title?: ReactNode;
  children?: ReactNode;
  /** At the right: a retry, a close. */
  aside?: ReactNode;
  /** alert interrupts (a refused act), status waits, none for what stood there from the start. */
  live?: 'alert' | 'status';
}

/** A tinted note in the flow of the page, never a toast. */
export const Notice = ({ tone, glyph, title, children, aside, live }: NoticeProps) => (
  <div className={`kz-note kz-note-${tone}`} role={live}>
    <StateGlyph glyph={glyph ?? glyphOf[tone][0]} color={glyphOf[tone][1]} size={12} />
    <div className="kz-note-body">
      {title && <b>{title}</b>}
      {children}
    </div>
    {aside && <div className="kz-note-aside">{aside}</div>}
  </div>
);
