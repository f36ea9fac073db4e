import type { Bar, Glyph, MeasuredPage } from './measured-page.js';

/** What the standard allows to be off, in mm, for what it gives in mm. */
export const tolerance = 0.3;
/** mm of a point. */
export const pt = 25.4 / 72;
export const area = { left: 28, right: 184, top: 37, bottom: 262, width: 156, height: 225 } as const;
export const size2 = 22 * pt;
export const size3 = 16 * pt;
export const size4 = 14 * pt;
export const cell = area.width / 28;
/** A row and the space below it: 22 rows and 21 spaces fill the type area. */
export const row = (area.height - size3) / 21;
export const lead = row - size3;

export interface Finding {
  readonly clause: string;
  readonly off: number;
}

/** Holds what was measured against what a clause asks for, and keeps every difference. */
export class Ruler {
  readonly findings: Finding[] = [];

  /** In mm. */
  near(clause: string, measured: number | undefined, expected: number): void {
    const off = measured === undefined ? Infinity : Math.abs(measured - expected);
    this.findings.push({ clause: `${clause}: ${measured?.toFixed(2)} instead of ${expected.toFixed(2)}`, off });
  }

  holds(clause: string, held: boolean): void {
    this.findings.push({ clause, off: held ? 0 : Infinity });
  }

  get broken(): string[] {
    return this.findings.filter(({ off }) => off > tolerance).map(({ clause }) => clause);
  }
}

/** Characters on one baseline. */
export interface Row {
  readonly page: number;
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  readonly baseline: number;
  /** The pen at its first character. */
  readonly left: number;
  /** Of the last pen, without the width of its character. */
  readonly last: number;
}

export function rowsOf({ number, glyphs }: MeasuredPage, wanted: (glyph: Glyph) => boolean = () => true): Row[] {
  const rows = new Map<number, Glyph[]>();
  for (const glyph of glyphs.filter(wanted)) {
    const key = [...rows.keys()].find((baseline) => Math.abs(baseline - glyph.baseline) < 0.15) ?? glyph.baseline;
    rows.set(key, [...(rows.get(key) ?? []), glyph]);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([baseline, members]) => {
      const ordered = members.sort((a, b) => a.x - b.x);
      const text = ordered.map(({ char }) => char).join('');
      return { ...{ page: number, text, glyphs: ordered, baseline }, left: ordered[0]!.x, last: ordered.at(-1)!.x };
    });
}
/** Upper and lower edge of a row's characters, by their em boxes. */
export const topOf = ({ baseline }: Pick<Row, 'baseline'>, size = size3): number => baseline - 0.88 * size;
export const bottomOf = ({ baseline }: Pick<Row, 'baseline'>, size = size3): number => baseline + 0.12 * size;

export const black = (glyph: Glyph): boolean => !glyph.red;
export const redBars = ({ bars }: MeasuredPage): Bar[] => bars.filter(({ red, right, left }) => red && right - left > 100);
export const blackBars = ({ bars }: MeasuredPage): Bar[] => bars.filter(({ red, right, left }) => !red && right - left > 100);
/** The characters stand as far apart as their size: the text of a row, in this size. */
export function pitchOf({ glyphs }: Row): number {
  const steps = glyphs.slice(1).map(({ x }, index) => x - glyphs[index]!.x);
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
}
export const isHan = (char: string): boolean => /\p{Script=Han}/u.test(char);
