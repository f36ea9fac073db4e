/** A line of the title and its width in characters. */
export interface Line {
  readonly text: string;
  readonly width: number;
  /** What it costs to end a line here; an issuer's name gives back. */
  readonly ending: number;
  /** What it costs to begin a line here. */
  readonly beginning: number;
  /** Brackets opened in it and not closed. */
  readonly opened: number;
}
/** The first lines of a title, and how far they are from a good one. */
export interface Layout {
  readonly lines: readonly Line[];
  readonly cost: number;
}

/** A shorter line looks lost among the others. */
const lonely = 4;
/** Longer ones reach to the edges of the type area. */
const roomy = 18;
/** Words that lean on what follows them: a line that ends in one reads as torn. */
const leaning = [
  ...['关于', '对', '对于', '和', '与', '及', '或', '在', '为', '将', '把', '从', '以', '向', '由', '同', '给', '被', '按', '按照', '经'],
  ...['进一步', '切实', '全面', '深入', '认真', '严格', '加快', '扎实', '继续', '不', '各', '全', '本', '新', '所', '暂行'],
];

export function lineOf(text: string, width: number, issuers: readonly string[]): Line {
  const torn = leaning.some((word) => text.endsWith(word));
  const ending = torn ? 90 : issuers.some((name) => text.endsWith(name)) ? -40 : 0;
  const beginning = text.startsWith('关于') ? -20 : /^[和与及]/.test(text) ? 30 : 0;
  return { text, width, ending, beginning, opened: count(text, /[《（“]/g) - count(text, /[》）”]/g) };
}
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The layout with one more line. The costs are of no unit: they only rank. */
export function nextLayout({ lines, cost }: Layout, line: Line, mean: number): Layout {
  const uneven = (line.width - mean) ** 2;
  const wide = Math.max(0, line.width - roomy) * 18;
  const lost = line.width < lonely ? 400 : 0;
  return { lines: [...lines, line], cost: cost + 14 + uneven + wide + lost + breakCost(lines, line) + waist(lines, line) };
}

/** A title inside the title stays together where it can. */
function breakCost(lines: readonly Line[], { beginning }: Line): number {
  const last = lines.at(-1);
  if (!last) return 0;
  const open = lines.reduce((sum, { opened }) => sum + opened, 0);
  return last.ending + beginning + 30 * Math.max(0, open);
}

/** An hourglass has a line narrower than both its neighbours. */
function waist(lines: readonly Line[], { width }: Line): number {
  const [above, middle] = lines.slice(-2);
  if (!above || !middle) return 0;
  return middle.width < above.width - 0.3 && middle.width < width - 0.3 ? 150 + 10 * (width - middle.width) : 0;
}

/** A block of lines all alike is neither a trapezoid nor a diamond. */
export function settled(layout: Layout): Layout {
  const { lines, cost } = layout;
  const block = lines.length > 1 && lines.every(({ width }) => Math.abs(width - lines[0]!.width) < 0.5);
  return block ? { lines, cost: cost + 10 } : layout;
}
