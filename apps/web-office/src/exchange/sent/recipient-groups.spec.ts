/**
 * Without our own condition `source`: a package under antd uses the same word for its TypeScript.
 * @jest-environment-options {"customExportConditions": ["node"]}
 */
import { type DeliveryState, deliveryStates } from '@karez/contracts-exchange';
import { rowOf } from './delivery-row.fixture.js';
import { barParts, barStates, countsOf, filtered, groupsOf, isOpen, kindsSentence } from './recipient-groups.js';

const rows = [
  rowOf({ id: '1', recipientKind: 'basin_body', recipientName: '沙枣河流域管理局', state: 'returned' }),
  rowOf({ id: '2', recipientKind: 'prefecture_bureau', recipientName: '吐鲁番市水利局' }),
  rowOf({ id: '3', recipientKind: 'prefecture_bureau', recipientName: '哈密市水利局', state: 'signed_for', decidedByName: '马渡川' }),
  rowOf({ id: '4', recipientKind: 'unheard_of', recipientName: '某单位', state: 'signed_for' }),
];

describe('groups', () => {
  it('stand in the order of the kinds, an unknown kind last, and lose nobody', () => {
    expect(groupsOf(rows).map(({ title }) => title)).toEqual(['地州市', '流域机构', '其他单位']);
    expect(groupsOf(rows).flatMap((group) => group.rows)).toHaveLength(rows.length);
  });

  it('say how many they are and where they stand, in the order of the bar', () => {
    expect(groupsOf(rows)[0]!.words).toBe('2 家，已签收 1，待签收 1');
    expect(kindsSentence(rows)).toBe('2 个地州市，流域机构 1 家，其他单位 1 家');
  });
});

describe('the bar', () => {
  it('has every state, so that its parts are all recipients', () => {
    expect([...barStates].sort()).toEqual([...deliveryStates].sort());
    const counts = countsOf(deliveryStates.map((state, at) => rowOf({ id: String(at), state })));
    expect(barParts(counts).reduce((sum, { count }) => sum + count, 0)).toBe(deliveryStates.length);
  });

  it('leaves out what nobody is in', () => {
    expect(barParts({ signed_for: 3 }).map(({ label, count }) => `${label} ${count}`)).toEqual(['已签收 3']);
  });
});

describe('the filter', () => {
  it('finds by body and by who signed', () => {
    const find = (words: string) => filtered(rows, { words, openOnly: false }).map(({ id }) => id);
    expect(find('吐鲁番')).toEqual(['2']);
    expect(find(' 马渡川 ')).toEqual(['3']);
    expect(find('')).toHaveLength(4);
  });

  it('takes state and openness together', () => {
    expect(filtered(rows, { words: '', state: 'signed_for', openOnly: true })).toEqual([]);
    expect(filtered(rows, { words: '', state: 'signed_for', openOnly: false })).toHaveLength(2);
  });

  it('calls open what waits for a decision, and a return that nobody has taken note of', () => {
    const open = deliveryStates.filter((state) => isOpen(rowOf({ state })));
    expect(open).toEqual(['queued', 'in_flight', 'stalled', 'delivered', 'recall_pending'] satisfies DeliveryState[]);
    expect(isOpen(rowOf({ state: 'returned', acts: [{ act: 'acknowledge' }] }))).toBe(true);
    expect(isOpen(rowOf({ state: 'returned', acts: [{ act: 'acknowledge', reason: '已经确认' }] }))).toBe(false);
  });
});
