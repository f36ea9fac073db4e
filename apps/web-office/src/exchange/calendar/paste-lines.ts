import type { CalendarDayView } from '@karez/contracts-exchange';
import { nextDay } from './calendar-days.js';

export interface Pasted {
  readonly days: readonly CalendarDayView[];
  /** Line number and what is wrong with it. */
  readonly problems: readonly { readonly line: number; readonly words: string }[];
}

/** The first word that says it decides: 「休 春节，初七上班」 is a day off. */
const said = /(上班|补班|班)|(放假|休息|休|假)/u;
const date = /(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?/u;
const range = new RegExp(`^${date.source}(?:\\s*(?:至|到|~|—|–)\\s*${date.source})?(?:\\s*[（(](?:周|星期).[）)])?[\\s，,:：]*(.*)$`, 'u');
/** Longer than any holiday: rather a slip of the pen. */
const longest = 31;
const mostNote = 60;

/**
 * Lines of a notice: `2026-10-01至10-08 休 国庆节`, `10月10日 上班`. The year may be left out; empty lines are passed over.
 * A line that is not understood is named, and none of the others is lost.
 */
export function readLines(text: string, year: number): Pasted {
  const days = new Map<string, CalendarDayView>();
  const problems: { line: number; words: string }[] = [];
  text.split(/\r?\n/u).forEach((given, at) => {
    const line = given.trim();
    if (!line) return;
    const read = readLine(line, year);
    if (typeof read === 'string') problems.push({ line: at + 1, words: read });
    else for (const each of read) days.set(each.day, each);
  });
  return { days: [...days.values()], problems };
}

interface Span {
  readonly from: string;
  readonly to: string;
  /** What stands behind the dates. */
  readonly rest: string;
}

function readLine(line: string, year: number): CalendarDayView[] | string {
  const span = readSpan(line, year);
  if (typeof span === 'string') return span;
  const word = said.exec(span.rest);
  if (!word) return '没有写「休」或「班」';
  const kind = word[1] ? 'working' : 'off';
  const note = span.rest.replace(/^(?:上班|补班|放假|休息|休|班)[\s，,:：]*/u, '').trim();
  if (note.length > mostNote) return `说明最多 ${mostNote} 个字`;
  const days: CalendarDayView[] = [];
  for (let day = span.from; day <= span.to && days.length <= longest; day = nextDay(day)) days.push({ day, kind, note });
  return days.length > longest ? `一次最多 ${longest} 天` : days;
}

function readSpan(line: string, year: number): Span | string {
  const found = range.exec(line);
  if (!found) return '开头要写日期，如 10月1日 或 2026-10-01';
  const [, fromYear, fromMonth, fromDay, toYear, toMonth, toDay, rest = ''] = found;
  const from = dayOf(fromYear ?? year, fromMonth, fromDay);
  const to = toMonth ? dayOf(toYear ?? fromYear ?? year, toMonth, toDay) : from;
  if (!from || !to) return '没有这一天';
  if (![from, to].every((day) => day.startsWith(`${year}-`))) return `不在 ${year} 年内`;
  return to < from ? '止日早于起日' : { from, to, rest };
}

function dayOf(year: string | number, month: string | undefined, day: string | undefined): string | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? undefined : text;
}
