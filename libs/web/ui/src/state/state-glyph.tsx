/** The glyph says the phase, the colour says how it went, the word says exactly what. All three, always. */
export type Glyph = 'ring' | 'half' | 'full' | 'barred' | 'diamond';

export interface StateGlyphProps {
  glyph: Glyph;
  /** `#RRGGBB`, at least 3:1 on its ground. */
  color: string;
  /** Pixels. */
  size?: number;
}

/** ring = waiting, half = under way, full = done, barred = refused or void, diamond = a person must act. The word beside it is its name. */
export const StateGlyph = ({ glyph, color, size = 11 }: StateGlyphProps) => (
  <svg className="kz-glyph" width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
    {glyph === 'ring' && <circle cx="6" cy="6" r="4.4" fill="#fff" stroke={color} strokeWidth="2" />}
    {glyph === 'half' && (
      <>
        <circle cx="6" cy="6" r="4.6" fill="#fff" stroke={color} strokeWidth="1.8" />
        <path d="M6 1.4a4.6 4.6 0 0 0 0 9.2z" fill={color} />
      </>
    )}
    {glyph === 'full' && <circle cx="6" cy="6" r="5.4" fill={color} />}
    {glyph === 'barred' && (
      <>
        <circle cx="6" cy="6" r="4.6" fill="#fff" stroke={color} strokeWidth="1.8" />
        <path d="M3 9 9 3" stroke={color} strokeWidth="1.8" />
      </>
    )}
    {glyph === 'diamond' && <path d="M6 .4 11.6 6 6 11.6.4 6z" fill={color} />}
  </svg>
);
