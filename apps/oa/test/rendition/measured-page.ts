import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A rectangle on a page, in mm from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
/** One character as it was printed. */
export interface Glyph {
  readonly char: string;
  /** Where the pen stood: the left edge of a full-width character. */
  readonly x: number;
  readonly baseline: number;
  /** What is inked. */
  readonly ink: Box;
  readonly red: boolean;
}
export interface Bar extends Box {
  readonly red: boolean;
}
/** Characters that follow each other, from the first pen to where the last pen left. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}
export interface MeasuredPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly words: readonly Word[];
  /** Filled rectangles: rules. */
  readonly bars: readonly Bar[];
}

const run = promisify(execFile);
const mm = 25.4 / 72;
const buffer = { maxBuffer: 64 * 2 ** 20 };

/** Measures the pages of a PDF with poppler, which knows nothing of how it was made. */
export async function measuredPages(file: string, count: number): Promise<MeasuredPage[]> {
  const [texts, words] = await Promise.all([
    run('pdftotext', ['-raw', file, '-'], buffer).then(({ stdout }) => stdout.split('\f')),
    run('pdftotext', ['-bbox', file, '-'], buffer).then(({ stdout }) => stdout.split('<page ').slice(1)),
  ]);
  const pages = Array.from({ length: count }, async (_, index): Promise<MeasuredPage> => {
    const page = `${index + 1}`;
    const { stdout } = await run('pdftocairo', ['-svg', '-nocenter', '-noshrink', '-f', page, '-l', page, file, '-'], buffer);
    return { number: index + 1, ...drawn(stdout, texts[index] ?? ''), words: wordsOf(words[index] ?? '') };
  });
  return Promise.all(pages);
}

function drawn(svg: string, text: string): Omit<MeasuredPage, 'number' | 'words'> {
  const outlines = new Map<string, Box | undefined>();
  for (const [, id, path] of svg.matchAll(/<symbol overflow="visible" id="([^"]+)">\s*<path style="[^"]*" d="([^"]*)"/g))
    outlines.set(id!, extentOf(path!));
  const chars = [...text.replace(/[\s\u00ad]/g, '')];
  const glyphs: Glyph[] = [];
  const bars: Bar[] = [];
  let red = false;
  for (const [element, tag] of svg.slice(svg.indexOf('</defs>')).matchAll(/<(g|use|path)\b[^>]*>/g)) {
    if (tag === 'g') red = isRed(element);
    else if (tag === 'path') bars.push(...barsOf(element));
    else {
      const outline = outlines.get(attribute(element, 'xlink:href').slice(1));
      if (!outline) continue;
      const [x, baseline] = [Number(attribute(element, 'x')) * mm, Number(attribute(element, 'y')) * mm];
      const ink = { left: x + outline.left, right: x + outline.right, top: baseline + outline.top, bottom: baseline + outline.bottom };
      glyphs.push({ char: chars[glyphs.length] ?? '', x, baseline, ink, red });
    }
  }
  if (glyphs.length !== chars.length) throw new Error(`${glyphs.length} characters are drawn and ${chars.length} said: ${chars.join('')}`);
  const [width, height] = ['width', 'height'].map((name) => Number.parseFloat(attribute(svg, name)) * mm) as [number, number];
  return { width, height, glyphs, bars };
}

const attribute = (element: string, name: string): string => new RegExp(` ${name}="([^"]+)"`).exec(element)?.[1] ?? '';
const isRed = (element: string): boolean => {
  const [, r, g] = /fill:rgb\(([\d.]+)%,([\d.]+)%/.exec(element) ?? [];
  return Number(r) > 70 && Number(g) < 20;
};

/** Of all points of a path; the control points of the curves of a character do not reach out of it by more than a hair. */
function extentOf(path: string): Box | undefined {
  const points = [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x) * mm, Number(y) * mm] as const);
  if (points.length < 3) return undefined;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Rectangles with upright sides. */
function barsOf(element: string): Bar[] {
  const path = attribute(element, 'd');
  if (!element.includes('fill-rule') || path.includes(' C ') || (path.match(/ L /g)?.length ?? 0) !== 3) return [];
  const box = extentOf(path);
  return box ? [{ ...box, red: isRed(element) }] : [];
}

const wordsOf = (html: string): Word[] =>
  [...html.matchAll(/<word xMin="([\d.]+)" yMin="[\d.-]+" xMax="([\d.]+)" yMax="[\d.-]+">([^<]*)</g)].map(([, left, right, text]) => ({
    ...{ text: text!, left: Number(left) * mm, right: Number(right) * mm },
  }));
