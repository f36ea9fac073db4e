import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Paper, PaperBlock, PaperTable, Run } from '../paper.js';
import { cells, mm, widthOf } from './word-measures.js';
import { blank } from './word-head.js';
import { fonts } from './word-styles.js';

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const;
type Font = (typeof fonts)[keyof typeof fonts];

/** 主送, 正文, 附件说明, and who was there. */
export const bodyOf = ({ addressees, blocks, annexes, attendance }: Paper): FileChild[] => [
  ...(addressees ? [new Paragraph({ style: 'GongwenPlain', children: [new TextRun(addressees)] })] : []),
  ...blocks.flatMap(blockOf),
  ...annexList(annexes),
  ...(attendance.length > 0 ? [blank()] : []),
  ...attendance.map(([label, names]) => hanging(2, 3, [new TextRun({ text: label, font: fonts.hei }), new TextRun(`：${names}`)])),
];

function blockOf(block: PaperBlock): FileChild[] {
  if (block.kind === 'table') return tableOf(block);
  const children = runsOf(block.runs);
  if (block.kind === 'heading') return [new Paragraph({ heading: levels[block.level - 1]!, children })];
  if (block.align === 'left') return [new Paragraph({ style: 'GongwenBody', children })];
  return [new Paragraph({ style: 'GongwenPlain', alignment: alignments[block.align], children })];
}

/** The zero-width space is the typesetter's: Word breaks behind a hyphen by itself. */
const runsOf = (runs: readonly Run[], font?: Font): TextRun[] =>
  runs.map(({ text = '', bold, italic, break: broken }) =>
    broken ? new TextRun({ break: 1 }) : new TextRun({ text: text.replaceAll('\u200b', ''), bold, font: italic ? fonts.kai : font }),
  );

/** Further rows under the first character behind the label. In cells. */
const hanging = (from: number, label: number, children: TextRun[]): Paragraph =>
  new Paragraph({ style: 'GongwenPlain', indent: { left: cells(from + label), hanging: cells(label) }, children });

function annexList(annexes: readonly string[]): FileChild[] {
  if (annexes.length === 0) return [];
  const [first, ...others] = annexes.map((name, index) => ({ number: annexes.length > 1 ? `${index + 1}.` : '', name }));
  const width = (number: string): number => widthOf(number);
  return [
    blank(),
    hanging(2, 3 + width(first!.number), [new TextRun(`附件：${first!.number}${first!.name}`)]),
    ...others.map(({ number, name }) => hanging(5, width(number), [new TextRun(`${number}${name}`)])),
  ];
}

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const thick = { style: BorderStyle.SINGLE, size: 10, color: '000000' } as const;
const no = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const framed = { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin };
const lined = { top: thick, bottom: thick, left: no, right: no, insideHorizontal: no, insideVertical: no };

function tableOf(table: PaperTable): FileChild[] {
  const sum = table.columns.reduce((total, share) => total + share, 0);
  const row = (cellsOf: PaperTable['rows'][number], index: number): TableRow =>
    new TableRow({
      ...{ tableHeader: index < table.heads, cantSplit: true },
      children: cellsOf.map(
        ({ paragraphs, colspan, rowspan, align, header }) =>
          new TableCell({
            ...{ columnSpan: colspan, rowSpan: rowspan, verticalAlign: VerticalAlign.CENTER },
            ...(table.lined && index === table.heads - 1 && { borders: { bottom: thin } }),
            children: (paragraphs.length > 0 ? paragraphs : [[]]).map(
              (runs) =>
                new Paragraph({
                  style: 'GongwenTable',
                  alignment: alignments[align],
                  children: runsOf(runs, header ? fonts.hei : undefined),
                }),
            ),
          }),
      ),
    });
  const caption = new Paragraph({
    ...{ style: 'GongwenTable', alignment: AlignmentType.CENTER, keepNext: true },
    children: [new TextRun({ text: table.caption, font: fonts.hei })],
  });
  return [
    ...(table.caption ? [caption] : []),
    new Table({
      ...{ width: { size: mm(156), type: WidthType.DXA }, borders: table.lined ? lined : framed },
      columnWidths: table.columns.map((share) => Math.round((mm(156) * share) / sum)),
      rows: table.rows.map(row),
    }),
  ];
}
