import type { OfficialText } from '@karez/contracts-oa';
import type { MeasuredPage } from './measured-page.js';
import { textRows } from './page-clauses.js';
import { area, bottomOf, cell, lead, type Row, row, type Ruler, size3, topOf } from './ruler.js';

const digits = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
const narrow = (char: string): boolean => char < '\u2000';

/** 7.3.5 and 7.3.6: name, day and note behind the text. @returns the page on which the text ends */
export function checkClosing(ruler: Ruler, text: OfficialText, pages: readonly MeasuredPage[], sealed: boolean): number {
  const rows = pages.flatMap(textRows);
  if (text.layout === 'minutes') return attendance(ruler, text, rows);
  const said = digits(text.formedOn!);
  const day = rows.filter((each) => dayIn(each, said)).at(-1);
  ruler.holds('7.3.5.4 the day is in digits, without leading zeros', day !== undefined);
  if (!day) return pages.length;
  const glyphs = dayGlyphs(day, said);
  const [from, to] = [glyphs[0]!.x, glyphs.at(-1)!.x + size3];
  if (text.layout === 'order') ruler.near('7.3.5.3 the day ends four characters from the right', to, area.right - 4 * cell);
  else if (sealed) sealedNames(ruler, text, { rows, day, from, to });
  else unsealedNames(ruler, text, { rows, day, from, to });
  if (text.note) {
    const note = rows.find((each) => each.page === day.page && each.text.startsWith('（') && each.baseline > day.baseline);
    ruler.near('7.3.6 the note stands in the row below the day', note && note.baseline - day.baseline, row);
    ruler.near('7.3.6 the note stands two characters in', note?.left, area.left + 2 * cell);
    return note?.page ?? day.page;
  }
  return day.page;
}

/** Alone, or behind the names that share its row. */
const dayIn = ({ text }: Row, said: string): boolean => text.endsWith(said);
const dayGlyphs = ({ glyphs }: Row, said: string): Row['glyphs'] => glyphs.slice(glyphs.length - said.length);

interface Closing {
  readonly rows: readonly Row[];
  readonly day: Row;
  readonly from: number;
  readonly to: number;
}

const above = ({ rows, day }: Closing, count: number): Row | undefined =>
  rows.find((each) => each.page === day.page && Math.abs(day.baseline - each.baseline - count * row) < 0.3);

function sealedNames(ruler: Ruler, { issuers }: OfficialText, closing: Closing): void {
  const name = issuers.at(-1)!.name;
  const line = above(closing, 1);
  if (issuers.length > 1) {
    ruler.holds('7.3.5.1 the last issuer stands over the day', line !== undefined && line.glyphs.length > 0);
    return;
  }
  ruler.holds('7.3.5.1 the issuer stands over the day', line?.text === name);
  if (!line) return;
  const width = line.last + size3 - line.left;
  ruler.near('7.3.5.1 the issuer is centred over the day', (line.left + line.last + size3) / 2, (closing.from + closing.to) / 2);
  if (width / 2 + cell <= 4 * cell + (closing.to - closing.from) / 2)
    ruler.near('7.3.5.1 the day ends four characters from the right', closing.to, area.right - 4 * cell);
  const [text] = closing.rows.filter((each) => each.page === line.page && each.baseline < line.baseline - 1).slice(-1);
  if (text) ruler.near('7.3.5.1 two rows leave the seal its place', topOf(line) - bottomOf(text), 2 * row + lead);
}

function unsealedNames(ruler: Ruler, { issuers }: OfficialText, closing: Closing): void {
  const first = above(closing, issuers.length);
  ruler.holds('7.3.5.2 the host stands first', first?.text === issuers[0]!.name);
  const lines = issuers.map((_, index) => above(closing, issuers.length - index));
  const ends = lines.map((line) => (line ? line.last + size3 : 0));
  const [widest, width] = [Math.max(...ends), closing.to - closing.from];
  for (const line of lines) ruler.near('7.3.5.2 the names stand under each other', line?.left, first?.left ?? 0);
  ruler.near('7.3.5.2 the day stands two characters further in', closing.from, (first?.left ?? 0) + 2 * cell);
  const longer = width > widest - (first?.left ?? 0);
  ruler.near('7.3.5.2 two characters are free at the right', longer ? closing.to : widest, area.right - 2 * cell);
  const [text] = closing.rows.filter((each) => first && each.page === first.page && each.baseline < first.baseline - 1).slice(-1);
  if (text && first) ruler.near('7.3.5.2 one row is free above the name', topOf(first) - bottomOf(text), row + lead);
}

/** 10.3 */
function attendance(ruler: Ruler, { attendance: groups = [] }: OfficialText, rows: readonly Row[]): number {
  const labels = { present: '出席：', excused: '请假：', observing: '列席：' } as const;
  let page = rows.at(0)?.page ?? 1;
  for (const { kind } of groups) {
    const at = rows.findIndex(({ text }) => text.startsWith(labels[kind]));
    const line = rows[at];
    ruler.near('10.3 who was there stands two characters in', line?.left, area.left + 2 * cell);
    ruler.near('10.3 the names begin behind the colon', line?.glyphs[3]?.x, area.left + 5 * cell);
    const next = rows[at + 1];
    const goesOn =
      next && line && next.page === line.page && !/^(出席|请假|列席|抄送)/.test(next.text) && next.baseline - line.baseline < 1.1 * row;
    if (goesOn) ruler.near('10.3 further rows stand under the first name', next.left, area.left + 5 * cell);
    page = (goesOn ? next.page : line?.page) ?? page;
  }
  const last = [...rows].reverse().find(({ text, left }) => left > area.left + 4.9 * cell || /^(出席|请假|列席)/.test(text));
  return Math.max(page, last?.page ?? 1);
}

/** 7.3.4 */
export function checkAnnexes(ruler: Ruler, { annexes }: OfficialText, pages: readonly MeasuredPage[]): void {
  if (annexes.length === 0) return;
  const rows = pages.flatMap(textRows);
  const at = rows.findIndex(({ text }) => text.startsWith('附件：'));
  const line = rows[at];
  ruler.near('7.3.4 the annexes stand two characters in', line?.left, area.left + 2 * cell);
  const before = rows[at - 1];
  if (line && before?.page === line.page) ruler.near('7.3.4 one row is free above the annexes', topOf(line) - bottomOf(before), row + lead);
  if (annexes.length > 1) {
    const second = rows.find(({ text }, index) => index > at && text.startsWith('2.'));
    ruler.near('7.3.4 further numbers stand under the first', second?.left, area.left + 5 * cell);
  }
  const long = annexes.findIndex((name) => name.length > 24);
  if (long < 0) return;
  const start = rows.find(({ text }, index) => index >= at && text.includes(annexes[long]!.slice(0, 8)));
  const name = start?.glyphs.find(({ char, x }) => x > area.left + 5 * cell - 0.5 && !narrow(char));
  const goesOn = start && rows[rows.indexOf(start) + 1];
  ruler.near('7.3.4 a name goes on under its first character', goesOn?.left, name?.x ?? 0);
}

/** 7.3.2 and 7.3.3: to whom, and that the first page has text. */
export function checkOpening(ruler: Ruler, text: OfficialText, first: MeasuredPage, below: number): void {
  const rows = textRows(first).filter((each) => topOf(each) > below - 0.5);
  if (text.layout === 'general' || text.layout === 'letter') {
    const addressed = rows[0]?.text.startsWith(text.addressees[0]!.name.slice(0, 4));
    if (addressed) ruler.near('7.3.2 the addressees are flush left', rows[0]?.left, area.left);
    if (addressed) ruler.near('7.3.2 one row is free above the addressees', topOf(rows[0]!) - below, row + lead);
    const colon = rows.findIndex((each) => each.text.endsWith('：'));
    ruler.holds('7.3.3 the first page has text', addressed ? rows.length > colon + 1 && colon >= 0 : rows.length > 0);
  } else ruler.holds('7.3.3 the first page has text', rows.length > 0);
  const indented = rows.find(({ left, page }) => page === 1 && left > area.left + cell / 2 && left < area.left + 3 * cell);
  ruler.near(
    '7.3.3 a paragraph begins two characters in',
    indented && Math.min(indented.left, indented.glyphs[0]!.x),
    area.left + 2 * cell,
  );
}
