import type { Attendance, Issuer, Layout, OfficialText } from '@karez/contracts-oa';
import { blocksOf } from './body-blocks.js';
import { closingOf, type Keep } from './closing.js';
import { addresseesLine, imprintOf, movedAddressees } from './imprint.js';
import { dateInDigits, numberInText, orderNumber, signersOf } from './numerals.js';
import type { Faces, Paper } from './paper.js';
import type { RenditionOptions } from './rendition-options.js';
import { titleLines } from './title-lines.js';

/** What is printed, and the pictures in it by their path. */
export interface PageSource {
  readonly paper: Paper;
  readonly pictures: Readonly<Record<string, Uint8Array>>;
}
export interface SourceSettings {
  readonly faces: Faces;
  /** The words of the title, which joined are the title: it is broken between them. */
  readonly words: readonly string[];
}

/** The text of a document as the templates print it. Pure; the words go in as data and never become a program of the typesetter. */
export function pageSource(text: OfficialText, options: RenditionOptions, { faces, words }: SourceSettings): PageSource {
  const pictures: Record<string, Uint8Array> = {};
  const keep: Keep = (picture, name) => {
    if (!picture) return null;
    const path = `/pictures/${name}.${picture.format}`;
    pictures[path] = picture.bytes;
    return path;
  };
  const { layout, issuers, upward, number } = text;
  const names = issuers.map(({ name }) => name);
  const minutes = layout === 'minutes';
  const paper: Paper = {
    ...{ form: layout, draft: options.draft ?? false, faces },
    ...{ name: text.title.replace(/\s+/g, ' ').trim(), author: names, keywords: number ? [numberInText(number)] : [] },
    ...{ mark: markOf(layout, issuers), number: numberOf(text), urgency: urgencyMarks[text.urgency] },
    ...{ upward: upward && layout === 'general', signers: upward && layout === 'general' ? signersOf(issuers) : [] },
    ...{ title: layout === 'order' ? [] : titleLines({ words, issuers: names }) },
    subtitle: minutes && text.formedOn ? `（${dateInDigits(text.formedOn)}）` : null,
    ...{ addressees: addresseesLine(text), moved: movedAddressees(text), blocks: blocksOf(text.body, options.tables === 'lined') },
    ...{ annexes: text.annexes, attendance: minutes ? attendanceOf(text.attendance ?? []) : [] },
    ...{ closing: closingOf(text, options, keep), note: text.note ? bracketed(text.note) : null, imprint: imprintOf(text) },
  };
  return { paper, pictures };
}

const urgencyMarks = { none: null, urgent: '加急', extra_urgent: '特急' } as const;
const bracketed = (note: string): string => `（${note.trim().replace(/^[（(]([\s\S]*)[）)]$/, '$1')}）`;

const words: Readonly<Record<Layout, string>> = { general: '文件', letter: '', order: '令', minutes: '纪要' };
/** 发文机关标志: of letters and minutes only the host's (10.1, 10.3). */
function markOf(layout: Layout, issuers: readonly Issuer[]): Paper['mark'] {
  const shown = layout === 'letter' || layout === 'minutes' ? issuers.slice(0, 1) : issuers;
  const names = shown.map(({ name }) => name.trim());
  const said = names.length === 1 && names[0]!.endsWith(words[layout]);
  return { names, suffix: said ? '' : words[layout] };
}

/** Before the number is drawn, its place stays free. */
function numberOf({ number, layout }: OfficialText): string {
  if (layout === 'order') return number ? orderNumber(number) : '第　号';
  return number ? numberInText(number) : '〔　　〕　号';
}

const labels = { present: '出席', excused: '请假', observing: '列席' } as const;
const attendanceOf = (attendance: readonly Attendance[]): [string, string][] =>
  (['present', 'excused', 'observing'] as const).flatMap((kind) =>
    attendance.filter((each) => each.kind === kind).map(({ names }): [string, string] => [labels[kind], names]),
  );
