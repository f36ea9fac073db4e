import type { Block, OfficialText } from '@karez/contracts-oa';
import type { MeasuredPage } from './measured-page.js';
import { area, blackBars, bottomOf, cell, isHan, pitchOf, redBars, type Row, row, rowsOf, type Ruler, size4, topOf } from './ruler.js';

/** Rows of black text above the page number; on the first page of a letter they reach down to the lower double rule. */
export function textRows(page: MeasuredPage): Row[] {
  const letter = page.number === 1 && redBars(page).length === 4;
  return rowsOf(page, (glyph) => !glyph.red && glyph.baseline < (letter ? 275 : area.bottom + 0.3));
}

/** 5.2: margins, rows and cells. @param ended the page on which the text ends */
export function checkPages(ruler: Ruler, text: OfficialText, pages: readonly MeasuredPage[], ended: number): void {
  const tables = text.body.content.some(({ type }) => type === 'table');
  for (const page of pages) {
    ruler.near('5.1 the paper is 210 mm wide', page.width, 210);
    ruler.near('5.1 the paper is 297 mm high', page.height, 297);
    const rows = textRows(page);
    if (rows.length === 0) continue;
    if (page.number > 1 && page.number <= ended)
      ruler.near('5.2.1 the upper margin is 37 mm', tables ? area.top : topOf(rows[0]!), area.top);
    for (const each of rows.filter(isFull)) checkCells(ruler, each);
    if (page.number === 1 || page.number >= ended || tables) continue;
    // the page before the names is short where they took the last line along, another where a heading went on with its text
    const heads = text.body.content.filter(({ type }) => type === 'heading').map((block) => plain(block));
    const next = textRows(pages[page.number]!)[0]?.text ?? '';
    checkLattice(ruler, rows, page.number + 1 < ended && !heads.some((head) => next.startsWith(head.slice(0, 20))));
  }
}

const plain = (block: Block): string =>
  ('content' in block && block.type !== 'table' ? (block.content ?? []) : []).map((each) => ('text' in each ? each.text : '')).join('');

/** From the left edge to the right one: 28 characters of full width, none narrower, no mark at the end. */
const isFull = ({ glyphs, left }: Row): boolean =>
  glyphs.length === 28 && Math.abs(left - area.left) < 1 && glyphs.every(({ char }) => isHan(char));

function checkCells(ruler: Ruler, full: Row): void {
  full.glyphs.forEach(({ x }, index) => ruler.near('5.2.3 a row has 28 cells', x, area.left + index * cell));
}

function checkLattice(ruler: Ruler, rows: readonly Row[], full: boolean): void {
  if (full) ruler.holds(`5.2.3 a page has 22 rows, not ${rows.length}`, rows.length === 22);
  for (const each of rows) {
    const place = (topOf(each) - area.top) / row;
    ruler.near('5.2.3 a row stands on the lattice', (place - Math.round(place)) * row, 0);
  }
  if (rows.length === 22) ruler.near('5.2.1 the lower margin is 35 mm', bottomOf(rows.at(-1)!), area.bottom);
}

/** 7.5 */
export function checkPageNumbers(ruler: Ruler, text: OfficialText, pages: readonly MeasuredPage[], ended: number): void {
  for (const page of pages) {
    const found = rowsOf(page, ({ baseline, red }) => !red && baseline > area.bottom + 5).filter(({ text: said }) => /^—\d+—$/.test(said));
    const wanted = page.number <= ended && !(text.layout === 'letter' && page.number === 1);
    ruler.holds(`7.5 page ${page.number} is ${wanted ? '' : 'not '}numbered`, (found.length === 1) === wanted);
    const [number] = found;
    if (!number || !wanted) continue;
    ruler.holds('7.5 it is the number of the page', number.text === `—${page.number}—`);
    const dash = number.glyphs[0]!.ink;
    ruler.near('7.5 its dash is 7 mm below the type area', dash.top, area.bottom + 7);
    if (page.number % 2 === 1) ruler.near('7.5 odd numbers stand one character from the right', number.last + size4, area.right - size4);
    else ruler.near('7.5 even numbers stand one character from the left', number.left, area.left + size4);
  }
}

/** 7.4: at the foot of the last page, which is the back of a sheet; a letter's has no rules (10.1). */
export function checkImprint(ruler: Ruler, { layout, copies, printedBy, printedOn }: OfficialText, pages: readonly MeasuredPage[]): void {
  const last = pages.at(-1)!;
  const rows = textRows(last);
  const list = rows.find(({ text }) => text.startsWith('抄送：'));
  if (copies.length > 0) {
    ruler.near('7.4.2 the copies stand one character in', list?.left, area.left + size4);
    ruler.near('7.4.2 the copies are set in size 4', list && pitchOf(list), size4);
    const below = rows[rows.indexOf(list!) + 1];
    if (below && copies.length > 3) ruler.near('7.4.2 further rows stand under the first name', below.left, area.left + 4 * size4);
  }
  if (layout === 'letter') {
    ruler.holds(
      '10.1 the 版记 of a letter has no rules',
      blackBars(last).every(({ bottom }) => bottom < 200),
    );
    return;
  }
  if (copies.length === 0 && !printedBy && !printedOn) return;
  ruler.holds('7.4 the 版记 is on the back of a sheet', last.number % 2 === 0);
  const bars = blackBars(last).filter(({ top, bottom }) => bottom - top < 0.6 && top > 100);
  const [first, end] = [bars[0], bars.at(-1)];
  ruler.near('7.4.1 the last rule lies on the lower edge of the type area', end?.bottom, area.bottom);
  for (const bar of bars) {
    ruler.near('7.4.1 a rule begins with the type area', bar.left, area.left);
    ruler.near('7.4.1 a rule ends with the type area', bar.right, area.right);
  }
  const heights = bars.map(({ top, bottom }) => bottom - top);
  ruler.holds(
    '7.4.1 the first and last rule have 0.35 mm',
    [first, end].every((bar) => Math.abs(bar!.bottom - bar!.top - 0.35) < 0.02),
  );
  ruler.holds(
    '7.4.1 those between have 0.25 mm',
    heights.slice(1, -1).every((height) => Math.abs(height - 0.25) < 0.02),
  );
  if (!printedBy || !printedOn) return;
  const printed = rows.at(-1)!;
  ruler.near('7.4.3 the printer stands one character in', printed.left, area.left + size4);
  ruler.near('7.4.3 the day of printing ends one character before the right', printed.last + size4, area.right - size4);
  const [year, month, date] = printedOn.split('-').map(Number);
  ruler.holds('7.4.3 the day is in digits and followed by 印发', printed.text.endsWith(`${year}年${month}月${date}日印发`));
}
