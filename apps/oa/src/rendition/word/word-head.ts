import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { Paper } from '../paper.js';
import { cells, mm, red, rowHeight, size3, widthOf } from './word-measures.js';
import { fonts } from './word-styles.js';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
export const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

export const plain = (text: string, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ style: 'GongwenPlain', children: [new TextRun(text)], ...more });
export const blank = (): Paragraph => plain('');

/** 版头 and 标题 of the four forms. */
export function headOf(paper: Paper): FileChild[] {
  const { form, urgency, title, subtitle } = paper;
  const drop = { general: 35, minutes: 35, order: 20, letter: 0 }[form] - (urgency && form !== 'letter' ? 225 / 22 : 0);
  return [
    ...(urgency && form !== 'letter' ? [urgencyLine(urgency)] : []),
    ...(paper.mark.names.length > 1
      ? [spacer(drop), joint(paper.mark)]
      : [mark(paper.mark.names[0]! + paper.mark.suffix, drop, form === 'letter')]),
    ...(form === 'letter' ? letterLine(paper) : [blank(), blank(), ...numberLines(paper)]),
    ...[blank(), blank()],
    ...title.map((line) => new Paragraph({ style: 'GongwenTitle', children: [new TextRun(line)] })),
    ...(subtitle ? [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: subtitle, font: fonts.kai })] })] : []),
    ...(title.length > 0 ? [blank()] : []),
  ];
}

const urgencyLine = (text: string): Paragraph =>
  new Paragraph({ style: 'GongwenPlain', children: [new TextRun({ text, font: fonts.hei })] });
const spacer = (height: number): Paragraph => plain('', { spacing: { line: mm(height), lineRule: LineRuleType.EXACT } });

/** A name that is wider than 156 mm is condensed, never broken. */
function letters(text: string, size: number, width: number): TextRun {
  const natural = (widthOf(text) * size) / 2;
  const scale = Math.min(100, Math.max(33, Math.floor((width / natural) * 100)));
  return new TextRun({ text, font: fonts.title, size, color: red, scale });
}

function mark(text: string, drop: number, letter: boolean): Paragraph {
  return new Paragraph({
    ...{ alignment: AlignmentType.CENTER, children: [letters(text, 80, 442)] },
    // 发文机关标志下 4 mm: a rule of 170 mm, thick over thin
    ...(letter && {
      border: { bottom: { style: BorderStyle.THICK_THIN_MEDIUM_GAP, size: 24, space: 6, color: red } },
      indent: { left: -mm(7), right: -mm(7) },
    }),
    spacing: { before: mm(Math.max(0, drop)), line: 880, lineRule: LineRuleType.EXACT },
  });
}

function joint({ names, suffix }: Paper['mark']): Table {
  const size = [0, 60, 60, 54, 48, 44, 40, 37, 34, 32, 30][names.length] ?? 30;
  const cell = (children: Paragraph[], width: number, merge?: 'restart' | 'continue'): TableCell =>
    new TableCell({
      ...{ children, borders: noBorders, verticalAlign: VerticalAlign.CENTER, width: { size: width, type: WidthType.DXA } },
      ...(merge && { verticalMerge: merge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
    });
  const centred = (run: TextRun | undefined, alignment: (typeof AlignmentType)['CENTER' | 'DISTRIBUTE']): Paragraph =>
    new Paragraph({ alignment, spacing: { line: 240, lineRule: LineRuleType.AUTO }, children: run ? [run] : [] });
  return new Table({
    ...{ width: { size: mm(156), type: WidthType.DXA }, borders: noBorders, columnWidths: [mm(122), mm(34)] },
    rows: names.map(
      (name, index) =>
        new TableRow({
          children: [
            cell([centred(letters(name, size, 330), AlignmentType.DISTRIBUTE)], mm(122)),
            cell(
              [centred(index === 0 && suffix ? letters(suffix, 80, 90) : undefined, AlignmentType.CENTER)],
              mm(34),
              index === 0 ? 'restart' : 'continue',
            ),
          ],
        }),
    ),
  });
}

/** The number 4 mm over the red rule; of a document that goes up at the left, beside the last signers. */
function numberLines({ form, number, upward, signers }: Paper): Paragraph[] {
  const rule = form === 'order' ? {} : { border: { bottom: { style: BorderStyle.SINGLE, size: 14, space: 11, color: red } } };
  if (!upward || signers.length === 0) return [plain(number, { alignment: AlignmentType.CENTER, ...rule })];
  const lines = signers.flatMap((_, index) => (index % 2 ? [] : [signers.slice(index, index + 2)]));
  const widest = Math.max(...lines.map((names) => names.join('　').length));
  const names = mm(156) - (widest + 1) * 320;
  return lines.map(
    (line, index) =>
      new Paragraph({
        ...{
          style: 'GongwenPlain',
          alignment: AlignmentType.LEFT,
          indent: { firstLine: cells(1) },
          ...(index === lines.length - 1 && rule),
        },
        tabStops: [
          { type: TabStopType.LEFT, position: names - 4 * 320 },
          { type: TabStopType.LEFT, position: names },
        ],
        children: [
          new TextRun(`${index === lines.length - 1 ? number : ''}\t${index === 0 ? '签发人：' : ''}\t`),
          new TextRun({ text: line.join('　'), font: fonts.kai, size: size3 }),
        ],
      }),
  );
}

function letterLine({ urgency, number }: Paper): Paragraph[] {
  return [
    new Paragraph({
      ...{ style: 'GongwenPlain', alignment: AlignmentType.LEFT, tabStops: [{ type: TabStopType.RIGHT, position: mm(156) }] },
      spacing: { before: mm(3), line: rowHeight, lineRule: LineRuleType.EXACT },
      children: [new TextRun({ text: urgency ?? '', font: fonts.hei }), new TextRun(`\t${number}`)],
    }),
  ];
}
