import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { Closing, Paper } from '../paper.js';
import { cells, mm, widthOf } from './word-measures.js';
import { blank, noBorders, plain } from './word-head.js';
import { fonts } from './word-styles.js';

/** 署名, 成文日期, 附注 and 版记. */
export const closingOf = (paper: Paper): FileChild[] => [
  ...signature(paper.closing),
  ...(paper.note ? [new Paragraph({ style: 'GongwenBody', children: [new TextRun(paper.note)] })] : []),
  ...imprint(paper),
];

function signature(closing: Closing): FileChild[] {
  if (closing.kind === 'none') return [];
  if (closing.kind === 'plain') return [blank(), ...unsealed(closing)];
  if (closing.kind === 'signed') return [blank(), blank(), ...signed(closing)];
  return [blank(), blank(), ...(closing.names.length === 1 ? oneSealed(closing) : [manySealed(closing)])];
}

/** So many cells stay free at the right. */
const fromRight = (text: string, free: number): Paragraph =>
  plain(text, { alignment: AlignmentType.RIGHT, indent: { right: cells(Math.max(0, free)) }, keepNext: true });

function oneSealed({ names, date }: Closing): Paragraph[] {
  const [name, day] = [widthOf(names[0]!), widthOf(date)];
  const axis = Math.max(4 + day / 2, name / 2 + 1);
  return [fromRight(names[0]!, axis - name / 2), fromRight(date, axis - day / 2)];
}

/** GB/T 9704 7.3.5.2: the day two cells further in than the name, two cells free at the right of the longer one. */
function unsealed({ names, date }: Closing): Paragraph[] {
  const [widest, day] = [Math.max(...names.map(widthOf)), widthOf(date)];
  const left = day > widest ? 28 - 4 - day : 28 - 2 - widest;
  const from = (text: string, at: number): Paragraph =>
    plain(text, { alignment: AlignmentType.LEFT, indent: { left: cells(Math.max(0, at)) } });
  return [...names.map((name) => from(name, left)), from(date, left + 2)];
}

const signed = ({ signatures, date }: Closing): Paragraph[] => [
  ...signatures.map(
    ({ post, name }) =>
      new Paragraph({
        ...{ style: 'GongwenPlain', alignment: AlignmentType.RIGHT, indent: { right: cells(4) } },
        children: [new TextRun(`${post}\u3000\u3000`), new TextRun({ text: name, font: fonts.kai, size: 44 })],
      }),
  ),
  ...[blank(), fromRight(date, 4)],
];

/** Names side by side, as the seals will be; the day under the last. */
function manySealed({ names, date }: Closing): Table {
  const columns = names.length === 2 || names.length === 4 ? 2 : 3;
  const rows = Math.ceil(names.length / columns);
  const free = rows * columns - names.length;
  const cell = (lines: string[]): TableCell =>
    new TableCell({
      ...{ borders: noBorders, width: { size: Math.round(mm(156) / columns), type: WidthType.DXA }, margins: { left: 0, right: 0 } },
      children: (lines.length > 0 ? lines : ['']).map((line) => plain(line, { alignment: AlignmentType.CENTER })),
    });
  const at = (line: number, column: number): string[] => {
    const index = line * columns + column - (line === rows - 1 ? free : 0);
    const outside = line === rows - 1 && column < free;
    return outside ? [] : [names[index]!, ...(index === names.length - 1 ? [date] : [])];
  };
  return new Table({
    ...{ width: { size: mm(156), type: WidthType.DXA }, borders: noBorders },
    rows: Array.from(
      { length: rows },
      (_, line) =>
        new TableRow({
          ...{ height: { value: mm(46), rule: HeightRule.ATLEAST }, cantSplit: true },
          children: Array.from({ length: columns }, (_each, column) => cell(at(line, column))),
        }),
    ),
  });
}

const no = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const rule = (eighths: number): { style: (typeof BorderStyle)['SINGLE']; size: number; color: string } => ({
  ...{ style: BorderStyle.SINGLE, size: eighths, color: '000000' },
});

/** 0.35 mm above and below, 0.25 mm between; a letter's has no rules. */
function imprint({ form, imprint: { copies, printer, date } }: Paper): FileChild[] {
  const list = copies === null ? [] : [new Paragraph({ ...indented, children: [new TextRun(`抄送：${copies}`)] })];
  const printed = new Paragraph({
    ...{ style: 'GongwenImprint', indent: { left: 280, right: 280 }, tabStops: [{ type: TabStopType.RIGHT, position: mm(156) - 280 }] },
    children: [new TextRun(`${printer ?? ''}\t${date ?? ''}`)],
  });
  const rows = [...(list.length > 0 ? [list] : []), ...((printer ?? date) ? [[printed]] : [])];
  if (rows.length === 0) return [];
  const borders = { ...noBorders, ...(form !== 'letter' && { top: rule(8), bottom: rule(8), insideHorizontal: rule(6) }) };
  return [
    blank(),
    new Table({
      ...{ width: { size: mm(156), type: WidthType.DXA }, borders, columnWidths: [mm(156)] },
      rows: rows.map(
        (children) =>
          new TableRow({
            cantSplit: true,
            children: [new TableCell({ children, borders: { left: no, right: no }, margins: { left: 0, right: 0 } })],
          }),
      ),
    }),
  ];
}
/** The last two rows of a document stay on one page. */
const indented = {
  style: 'GongwenImprint',
  keepNext: true,
  indent: { left: 280 * 4, hanging: 280 * 3, right: 280 },
  alignment: AlignmentType.BOTH,
};
