import type { Table, TableCell } from '@karez/contracts-oa';
import { paragraph } from '../../test/rendition/sample-text.js';
import { blocksOf, runsOf } from './body-blocks.js';
import type { PaperTable } from './paper.js';

const cell = (text: string, attrs: TableCell['attrs'] = {}, type: TableCell['type'] = 'tableCell'): TableCell => ({
  ...{ type, attrs, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
});
const head = (text: string, attrs?: TableCell['attrs']): TableCell => cell(text, attrs, 'tableHeader');
const tableOf = (...rows: TableCell[][]): PaperTable => {
  const table: Table = { type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) };
  return blocksOf({ type: 'doc', content: [table] }, false)[0] as PaperTable;
};

it('marks and line breaks come along', () => {
  expect(
    runsOf([
      { type: 'text', text: '甲', marks: [{ type: 'bold' }, { type: 'italic' }] },
      { type: 'hardBreak' },
      { type: 'text', text: '乙' },
    ]),
  ).toEqual([{ text: '甲', bold: true, italic: true }, { break: true }, { text: '乙' }]);
});

it('a telephone number may go on behind its hyphen', () => {
  expect(blocksOf({ type: 'doc', content: [paragraph('电话0991-5802')] }, false)[0]).toMatchObject({
    runs: [{ text: '电话0991-\u200b5802' }],
  });
});

it('the rows of head cells at the top are repeated on each page', () => {
  expect(tableOf([head('断面'), head('水量')], [cell('甲'), cell('1')]).heads).toBe(1);
  expect(tableOf([cell('甲'), cell('1')]).heads).toBe(0);
});

it('a head cell over two rows takes the second row into the head', () => {
  expect(tableOf([head('断面', { rowspan: 2 }), head('水量')], [cell('11月')], [cell('甲'), cell('1')]).heads).toBe(2);
});

it('a table of head cells alone keeps a row that is not head', () => {
  expect(tableOf([head('甲')], [head('乙')]).heads).toBe(1);
});

it('columns are as wide as what they hold, also below merged cells', () => {
  const { columns } = tableOf(
    [head('名称', { rowspan: 2 }), head('计划', { colspan: 2 })],
    [head('11月'), head('12月')],
    [cell('第一断面控制站名称'), cell('1'), cell('2')],
  );
  expect(columns).toHaveLength(3);
  expect(columns[0]!).toBeGreaterThan(columns[1]!);
});
