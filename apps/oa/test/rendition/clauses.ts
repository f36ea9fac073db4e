import type { OfficialText } from '@karez/contracts-oa';
import { checkAnnexes, checkClosing, checkOpening } from './closing-clauses.js';
import { checkHead } from './head-clauses.js';
import type { MeasuredPage } from './measured-page.js';
import { checkImprint, checkPageNumbers, checkPages, textRows } from './page-clauses.js';
import { bottomOf, type Finding, redBars, Ruler, row, size3 } from './ruler.js';

/** Every measurable clause of GB/T 9704-2012 that this document touches, and how far off it is. */
export function clausesOf(text: OfficialText, pages: readonly MeasuredPage[], sealed: boolean): { broken: string[]; findings: Finding[] } {
  const ruler = new Ruler();
  const below = checkHead(ruler, text, pages[0]!);
  checkOpening(ruler, text, pages[0]!, below);
  checkAnnexes(ruler, text, pages);
  const ended = checkClosing(ruler, text, pages, sealed);
  checkPages(ruler, text, pages, ended);
  checkPageNumbers(ruler, text, pages, ended);
  checkImprint(ruler, text, pages);
  if (text.layout === 'letter') checkLastRow(ruler, pages);
  return ruler;
}

/** 10.1: a row that stands over the lower double rule stands seven eighths of a character over it. */
function checkLastRow(ruler: Ruler, pages: readonly MeasuredPage[]): void {
  const lower = redBars(pages[0]!).sort((a, b) => a.top - b.top)[2];
  const last = textRows(pages[0]!).at(-1);
  if (!lower || !last) return;
  const gap = lower.top - bottomOf(last);
  if (gap < row) ruler.near('10.1 the last row is seven eighths of a character over the lower double rule', gap, (size3 * 7) / 8);
}
