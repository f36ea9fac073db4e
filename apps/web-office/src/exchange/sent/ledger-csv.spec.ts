/**
 * Without our own condition `source`: a package under antd uses the same word for its TypeScript.
 * @jest-environment-options {"customExportConditions": ["node"]}
 */
import type { DispatchView } from '@karez/contracts-exchange';
import { clock, rowOf } from './delivery-row.fixture.js';
import { csvCell, csvOf, ledgerOf } from './ledger-csv.js';

describe('a cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =HYPERLINK("x")', '\t=1', '\r=1'])('%j is text for a spreadsheet, not a formula', (value) => {
    expect(csvCell(value).replace(/^"/, '')).toMatch(/^'/);
  });

  it('is quoted where its own signs would part it', () => {
    expect(csvCell('甲,乙')).toBe('"甲,乙"');
    expect(csvCell('他说"好"')).toBe('"他说""好"""');
    expect(csvCell('第一行\n第二行')).toBe('"第一行\n第二行"');
    expect(csvCell('吐鲁番市水利局')).toBe('吐鲁番市水利局');
  });
});

it('begins with the mark by which a spreadsheet knows UTF-8, and ends its lines as RFC 4180 says', () => {
  expect(csvOf([['甲'], ['乙', '丙']])).toBe('\uFEFF甲\r\n乙,丙\r\n');
});

it('has one line for each recipient, with as many cells as heads, times in full and in government time', () => {
  const view = {
    ...{ title: '关于冬季输水的通知', number: '新水办〔2026〕128号', sentAt: '2026-11-20T09:04:00Z', sentByName: '顾清渠' },
    deliveries: [
      rowOf({ urged: 2 }),
      rowOf({ id: '2', state: 'rejected', reason: 'attachment_missing', reasonText: '=附件 2 缺页', decidedAt: '2026-11-23T04:20:00Z' }),
    ],
  } as unknown as DispatchView;
  const lines = ledgerOf(view, clock).trimEnd().split('\r\n');
  expect(lines[2]).toBe('发出,2026-11-20 17:04 顾清渠');
  const cells = lines.slice(4).map((line) => line.split(','));
  expect(new Set(cells.map(({ length }) => length)).size).toBe(1);
  expect(cells[1]).toEqual([
    ...['1', '地州市', '吐鲁番市水利局', '主送', '待签收', '2026-11-20 17:05', '', ''],
    ...['逾期 3 小时', '2', '', '', '已催 2 次'],
  ]);
  expect(cells[2]?.slice(-2)).toEqual(['附件缺失', "'=附件 2 缺页"]);
});
