/** How one paragraph of a document is set: level 1 (一、) in 黑体, level 2 (（一）) in 楷体, else 仿宋 (GB/T 9704-2012 §7.3.3). */
export type ParagraphLevel = 'first' | 'second' | 'plain';

export interface PaperParagraph {
  readonly text: string;
  readonly level: ParagraphLevel;
}

const ordinal = '[一二三四五六七八九十百]+';
const levels: readonly (readonly [RegExp, ParagraphLevel])[] = [
  [new RegExp(`^${ordinal}、`, 'u'), 'first'],
  [new RegExp(`^（${ordinal}）`, 'u'), 'second'],
];
/** A heading is a short line; a paragraph that begins like one stays body text. */
const longestHeading = 40;

/** The paragraphs of a body text, separated by line ends; blanks at their ends are not part of the document. */
export const paragraphsOf = (body: string): PaperParagraph[] =>
  body
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text) => ({ text, level: (text.length <= longestHeading && levels.find(([begins]) => begins.test(text))?.[1]) || 'plain' }));

/** 成文日期 as documents write it: `2026-11-03` is `2026年11月3日`, no leading zeros (GB/T 9704-2012 §7.3.5.4). */
export function paperDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return year && month && date ? `${year}年${month}月${date}日` : day;
}

/** 附件说明: one is only named, several are numbered. */
export const attachmentLines = (names: readonly string[]): string[] =>
  names.length === 1 ? [...names] : names.map((name, at) => `${at + 1}．${name}`);

/** Size of the issuer's mark in mm: as large as the type area of 156 mm allows, at most 13.4. */
export const markSize = (mark: string): number => Math.max(7, Math.min(13.4, 156 / (Math.max(1, [...mark].length) * 1.06)));
