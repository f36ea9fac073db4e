import type { OfficialText } from '@karez/contracts-oa';
import type { Box, MeasuredPage, Word } from './measured-page.js';
import { area, black, bottomOf, cell, lead, pitchOf, redBars, type Row, row, rowsOf, type Ruler, size2, size3, topOf } from './ruler.js';

const middle = (area.left + area.right) / 2;

/** 版头 and 标题 of the first page. @returns the lower edge of the title, or of what stands in its place */
export function checkHead(ruler: Ruler, text: OfficialText, page: MeasuredPage): number {
  const rows = rowsOf(page, black);
  const mark = markBox(page);
  if (text.layout !== 'letter') ruler.near('7.2.4 the mark is centred', (mark.left + mark.right) / 2, middle);
  checkUrgency(ruler, text, rows);
  if (text.layout === 'letter') return title(ruler, text, rows, letterHead(ruler, text, { page, mark, rows }));
  if (text.layout === 'order') return orderHead(ruler, text, { page, mark, rows });
  return title(ruler, text, rows, ruledHead(ruler, text, { page, mark, rows }));
}

interface Head {
  readonly page: MeasuredPage;
  readonly mark: Box;
  readonly rows: readonly Row[];
}

/** Ink above and below, pens at the sides. */
function markBox({ glyphs, words }: MeasuredPage): Box {
  const red = glyphs.filter((glyph) => glyph.red);
  const sides = words.filter(({ text, left }) => red.some((glyph) => text.includes(glyph.char) && Math.abs(glyph.x - left) < 0.2));
  return {
    ...{ top: Math.min(...red.map(({ ink }) => ink.top)), bottom: Math.max(...red.map(({ ink }) => ink.bottom)) },
    ...{ left: Math.min(...sides.map(({ left }) => left)), right: Math.max(...sides.map(({ right }) => right)) },
  };
}

function checkUrgency(ruler: Ruler, { urgency, layout }: OfficialText, rows: readonly Row[]): void {
  if (urgency === 'none') return;
  const said = urgency === 'urgent' ? '加急' : '特急';
  const found = rows.find(({ text }) => text.startsWith(said));
  ruler.near('7.2.3 the urgency is flush left', found?.left, area.left);
  if (layout !== 'letter') ruler.near('7.2.3 the urgency is in the first row', found && topOf(found), area.top);
}

const numberText = ({ number, layout }: OfficialText): string =>
  layout === 'order' ? `第${number!.serial}号` : `${number!.code}〔${number!.year}〕${number!.serial}号`;

function ruledHead(ruler: Ruler, text: OfficialText, { page, mark, rows }: Head): number {
  ruler.near('7.2.4 the mark stands 35 mm below the type area’s upper edge', mark.top, area.top + 35);
  ruler.holds('7.2.4 the mark is no wider than the type area', mark.left >= area.left - 0.3 && mark.right <= area.right + 0.3);
  const said = numberText(text);
  const number = rows.find((each) => each.text.includes(said));
  const [first] = rows.filter(({ baseline }) => baseline > mark.bottom);
  ruler.near('7.2.5 two rows are free below the mark', first && topOf(first) - mark.bottom, 2 * row);
  const rule = redBars(page)[0];
  if (text.upward) signers(ruler, text, rows, number);
  else ruler.near('7.2.5 the number is centred', centreOf(page.words, said), middle);
  ruler.near('7.2.7 the rule is 4 mm below the number', rule && number && rule.top - bottomOf(number), 4);
  ruler.near('7.2.7 the rule begins with the type area', rule?.left, area.left);
  ruler.near('7.2.7 the rule ends with the type area', rule?.right, area.right);
  return (rule?.top ?? 0) + 2 * row;
}

/** Where the words of a text begin and end, seen from the middle. */
function centreOf(words: readonly Word[], said: string): number | undefined {
  const shown = words.filter(({ text }) => text.length > 0 && said.includes(text));
  const whole = shown.find(({ text }) => text === said) ?? shown.find(({ text }) => text.length > 2);
  return whole && (whole.left + whole.right) / 2;
}

function signers(ruler: Ruler, { issuers }: OfficialText, rows: readonly Row[], number: Row | undefined): void {
  const names = issuers.flatMap(({ signer }) => signer ?? []);
  const label = rows.find(({ text }) => text.includes('签发人：'));
  const lines = Math.ceil(names.length / 2);
  ruler.near('7.2.5 the number stands one character in', number?.glyphs.find(({ x }) => x < middle)?.x, area.left + cell);
  ruler.near(
    '7.2.6 the number stands in the row of the last signer',
    number && label && number.baseline - label.baseline,
    (lines - 1) * row,
  );
  const block = rows.filter(({ baseline }) => label && baseline > label.baseline - 1 && baseline < label.baseline + (lines - 0.5) * row);
  ruler.near('7.2.6 the signers end one character from the right', Math.max(...block.map(({ last }) => last)) + size3, area.right - cell);
  if (names.length > 2) {
    const start = label?.glyphs[label.glyphs.findIndex(({ char }) => char === '：') + 1];
    const below = rows.find(({ baseline }) => label && Math.abs(baseline - label.baseline - row) < 0.3);
    const second = below?.glyphs.find(({ x }) => start && x > start.x - cell / 2);
    ruler.near('7.2.6 further signers stand under the first', second?.x, start?.x ?? 0);
  }
}

function letterHead(ruler: Ruler, text: OfficialText, { page, mark, rows }: Head): number {
  ruler.near('10.1 the mark stands 30 mm below the page’s upper edge', mark.top, 30);
  ruler.near('10.1 the mark is centred', (mark.left + mark.right) / 2, middle);
  const [thick, thin, lowerThin, lowerThick] = redBars(page).sort((a, b) => a.top - b.top);
  ruler.near('10.1 the double rule is 4 mm below the mark', thick && thick.top - mark.bottom, 4);
  ruler.near('10.1 the lower double rule is 20 mm from the page’s lower edge', lowerThick?.bottom, 277);
  for (const bar of [thick, thin, lowerThin, lowerThick]) {
    ruler.near('10.1 a double rule is 170 mm long', bar && bar.right - bar.left, 170);
    ruler.near('10.1 a double rule is centred', bar && (bar.left + bar.right) / 2, middle);
  }
  const height = (bar: Box | undefined): number => (bar ? bar.bottom - bar.top : 0);
  ruler.holds('10.1 the upper one is thick over thin', height(thick) > height(thin));
  ruler.holds('10.1 the lower one is thin over thick', height(lowerThick) > height(lowerThin));
  const number = rows.find((each) => each.text.endsWith(numberText(text)));
  ruler.near('10.1 the number is seven eighths of a character below the rule', number && topOf(number) - thin!.bottom, (size3 * 7) / 8);
  ruler.near('10.1 the number is flush right', number && number.last + size3, area.right);
  return (number ? bottomOf(number) : 0) + 2 * row;
}

function orderHead(ruler: Ruler, text: OfficialText, { page, mark, rows }: Head): number {
  ruler.near('10.2 the mark stands 20 mm below the type area’s upper edge', mark.top, area.top + 20);
  const number = rows.find((each) => each.text === numberText(text));
  ruler.near('10.2 the number of the order is two rows below the mark', number && topOf(number) - mark.bottom, 2 * row);
  ruler.near('10.2 the number of the order is centred', centreOf(page.words, numberText(text)), middle);
  const [first] = rows.filter(({ baseline }) => baseline > (number?.baseline ?? 0) + 1);
  ruler.near('10.2 the text is two rows below the number', first && number && topOf(first) - bottomOf(number), 2 * row + lead);
  return number ? bottomOf(number) : 0;
}

/** 7.3.1 */
function title(ruler: Ruler, { title: said }: OfficialText, rows: readonly Row[], top: number): number {
  const first = rows.findIndex((each) => topOf(each, size2) > top - 2);
  const end = rows.findIndex((each, index) => index > first && Math.abs(each.baseline - rows[index - 1]!.baseline - size2 - lead) > 0.5);
  const lines = rows.slice(first, end).filter((each) => Math.abs(pitchOf(each) - size2) < 0.25);
  ruler.holds('7.3.1 the title is set in size 2', lines.map(({ text }) => text).join('') === said.replace(/\s/g, ''));
  ruler.near('7.3.1 the title begins two rows below', lines[0] && topOf(lines[0], size2), top);
  for (const line of lines) {
    const sides = [line.left, line.last + (isNarrow(line.text.at(-1)!) ? 0 : size2)] as const;
    if (!isNarrow(line.text.at(-1)!)) ruler.near('7.3.1 a line of the title is centred', (sides[0] + sides[1]) / 2, middle);
  }
  const lengths = lines.map(({ glyphs }) => glyphs.length);
  ruler.holds(
    '7.3.1 no line of the title has one or two characters',
    lengths.every((length) => length > 2),
  );
  lines
    .slice(1)
    .forEach((line, index) =>
      ruler.near('7.3.1 the lines of the title are evenly spaced', line.baseline - lines[index]!.baseline, size2 + lead),
    );
  return lines.length ? bottomOf(lines.at(-1)!, size2) : top;
}
const isNarrow = (char: string): boolean => char < '\u2000';
