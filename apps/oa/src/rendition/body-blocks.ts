import type { Block, DocumentBody, Inline, Table, TableCell } from '@karez/contracts-oa';
import type { PaperBlock, PaperCell, PaperTable, Run } from './paper.js';

/** The body as the templates take it. @param lined tables as 三线表 */
export const blocksOf = (body: DocumentBody, lined: boolean): PaperBlock[] => body.content.map((block) => blockOf(block, lined));

function blockOf(block: Block, lined: boolean): PaperBlock {
  if (block.type === 'table') return tableOf(block, lined);
  const runs = runsOf(block.content ?? []);
  if (block.type === 'heading') return { kind: 'heading', level: block.attrs.level, runs };
  return { kind: 'paragraph', align: block.attrs?.align ?? 'left', runs };
}

export function runsOf(content: readonly Inline[]): Run[] {
  return content.map((each) => {
    if (each.type === 'hardBreak') return { break: true };
    const marked = (type: 'bold' | 'italic'): boolean => each.marks?.some((mark) => mark.type === type) ?? false;
    return {
      text: withBreaks(each.text),
      ...(marked('bold') && { bold: true as const }),
      ...(marked('italic') && { italic: true as const }),
    };
  });
}

/** A telephone number may go on in the next row behind its hyphen, rather than leave a row with holes. */
const withBreaks = (text: string): string => text.replace(/(?<=\d[-—/])(?=\d)/g, '\u200b');

function tableOf({ attrs, content }: Table, lined: boolean): PaperTable {
  const rows = content.map((row) => row.content.map(cellOf));
  const firstPlain = content.findIndex((row) => row.content.some(({ type }) => type !== 'tableHeader'));
  return {
    kind: 'table',
    caption: attrs?.caption ?? '',
    columns: shares(rows),
    heads: headsOf(rows, firstPlain < 0 ? rows.length : firstPlain),
    lined,
    rows,
  };
}

const cellOf = ({ type, attrs, content }: TableCell): PaperCell => ({
  paragraphs: content.map((paragraph) => runsOf(paragraph.content ?? [])),
  ...{ colspan: attrs?.colspan ?? 1, rowspan: attrs?.rowspan ?? 1, header: type === 'tableHeader' },
  align: attrs?.align ?? (type === 'tableHeader' ? 'center' : 'left'),
});

/** A cell that reaches out of the head takes it along: a head that is repeated has to end where its cells do. */
function headsOf(rows: readonly (readonly PaperCell[])[], heads: number): number {
  const reach = rows.slice(0, heads).map((row, index) => index + Math.max(1, ...row.map(({ rowspan }) => rowspan)));
  return Math.min(rows.length - 1, Math.max(heads, ...reach, 0));
}

/** Widths by what the columns hold, so that a column of numbers leaves its room to one of words. In characters, 4 to 24. */
function shares(rows: readonly (readonly PaperCell[])[]): number[] {
  const widths: number[] = [];
  const covered: number[] = [];
  for (const row of rows) {
    let column = 0;
    for (const cell of row) {
      while ((covered[column] ?? 0) > 0) column++;
      for (let each = column; each < column + cell.colspan; each++) {
        covered[each] = cell.rowspan;
        widths[each] = Math.max(widths[each] ?? 4, Math.min(24, Math.ceil(widthOf(cell) / cell.colspan) + 1));
      }
      column += cell.colspan;
    }
    for (let each = 0; each < covered.length; each++) covered[each] = Math.max(0, (covered[each] ?? 0) - 1);
  }
  return widths.length > 0 ? Array.from(widths, (width) => width ?? 4) : [1];
}

const widthOf = ({ paragraphs }: PaperCell): number =>
  Math.max(
    0,
    ...paragraphs.map((runs) =>
      [...runs.map(({ text }) => text ?? '').join('')].reduce((sum, each) => sum + (each < '\u2000' ? 0.55 : 1), 0),
    ),
  );
