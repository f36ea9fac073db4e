import { type Layout, type Line, lineOf, nextLayout, settled } from './title-shape.js';

/** 156 mm hold 20 characters of size 2. */
const lineHolds = 20;

/** How wide the words are, in characters of full width. */
export const titleWidth = (text: string): number => [...text].reduce((sum, each) => sum + (/[!-~ ]/.test(each) ? 0.55 : 1), 0);

const mayNotBegin = /^[，。、；：？！）》”’〉〕】·…—\-%‰℃的地得之等了年月日号次届期项个条]/;
const mayNotEnd = /[（《“‘〈〔【第]$/;

export interface TitleBreaks {
  /** Whole words of the title, as a segmenter cuts them; joined they are the title. */
  readonly words: readonly string[];
  /** Names after which a line likes to end: the issuers'. */
  readonly issuers?: readonly string[];
}

/**
 * 标题 in lines (GB/T 9704 7.3.1): broken between words, in the shape of a trapezoid or a diamond, never an hourglass, no line with
 * one or two characters. A line break written into the title is kept.
 */
export function titleLines({ words, issuers = [] }: TitleBreaks): string[] {
  const lines: string[] = [];
  let run: string[] = [];
  for (const word of [...words, '\n']) {
    if (!word.includes('\n')) {
      run.push(word);
      continue;
    }
    if (run.join('').trim()) lines.push(...bestOf(unbreakable(run), issuers));
    run = [];
  }
  return lines;
}

/** Words joined to pieces between which a line may end; what is longer than a line is cut where it must be. */
function unbreakable(words: readonly string[]): string[] {
  const pieces: string[] = [];
  for (const word of words) {
    const last = pieces.at(-1);
    const joins = last !== undefined && (mayNotBegin.test(word) || mayNotEnd.test(last) || (/[\d.]$/.test(last) && /^[\d.]/.test(word)));
    if (joins && titleWidth(last + word) <= lineHolds) pieces[pieces.length - 1] = last + word;
    else pieces.push(...cut(word));
  }
  return pieces;
}

function cut(word: string): string[] {
  if (titleWidth(word) <= lineHolds) return [word];
  const letters = [...word];
  const parts = Math.ceil(letters.length / lineHolds);
  return Array.from({ length: parts }, (_, index) => letters.slice(index * lineHolds, (index + 1) * lineHolds).join(''));
}

/** Of the ways into as few lines as may be, or one or two more, the one that costs least. */
function bestOf(pieces: readonly string[], issuers: readonly string[]): string[] {
  const width = titleWidth(pieces.join('').trim());
  const least = Math.max(1, Math.ceil(width / lineHolds));
  const layouts = [least, least + 1, least + 2].flatMap((count) => {
    const layout = wayInto(pieces, { count, mean: width / count, issuers });
    return layout ? [layout] : [];
  });
  const [best] = layouts.sort((a, b) => a.cost - b.cost);
  return best ? best.lines.map(({ text }) => text) : pieces.map((piece) => piece.trim()).filter(Boolean);
}

/** So many beginnings are followed from each break: enough for any title, and a title of 200 characters stays cheap. */
const kept = 8;

interface Share {
  readonly count: number;
  readonly mean: number;
  readonly issuers: readonly string[];
}

function wayInto(pieces: readonly string[], { count, mean, issuers }: Share): Layout | undefined {
  const widths = pieces.map(titleWidth);
  let open = new Map<number, Layout[]>([[0, [{ lines: [], cost: 0 }]]]);
  for (let index = 0; index < count; index++) {
    const next = new Map<number, Layout[]>();
    for (const [from, layouts] of open)
      for (const { to, line } of linesFrom({ pieces, widths, issuers }, from))
        next.set(to, [...(next.get(to) ?? []), ...layouts.map((layout) => nextLayout(layout, line, mean))]);
    for (const layouts of next.values()) layouts.sort((a, b) => a.cost - b.cost).splice(kept);
    open = next;
  }
  return open
    .get(pieces.length)
    ?.map(settled)
    .sort((a, b) => a.cost - b.cost)[0];
}

interface Words {
  readonly pieces: readonly string[];
  readonly widths: readonly number[];
  readonly issuers: readonly string[];
}

function linesFrom({ pieces, widths, issuers }: Words, from: number): { to: number; line: Line }[] {
  const found: { to: number; line: Line }[] = [];
  let width = 0;
  for (let to = from; to < pieces.length && width + widths[to]! <= lineHolds + 0.6; to++) {
    width += widths[to]!;
    const text = pieces
      .slice(from, to + 1)
      .join('')
      .trim();
    if (text && titleWidth(text) <= lineHolds) found.push({ to: to + 1, line: lineOf(text, titleWidth(text), issuers) });
  }
  return found;
}
