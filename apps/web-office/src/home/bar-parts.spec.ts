import { barParts, type BarSegment } from './bar-parts.js';

const bar: readonly BarSegment[] = [
  ['signed_for', '已签收', '#2A6B45'],
  ['delivered', '待签收', '#5E9AA1'],
  ['stalled', '待人工', '#875700'],
];

describe('the bar of a dispatch', () => {
  it('adds up to all recipients, whatever their states', () => {
    const counts = { signed_for: 15, delivered: 4, stalled: 1, recalled: 2, queued: 1, revoked: 1 };
    const parts = barParts(counts, bar, { key: 'rest', label: '其他', color: '#5B6770' });
    expect(parts.map(({ label, count }) => `${label} ${count}`)).toEqual(['已签收 15', '待签收 4', '待人工 1', '其他 4']);
  });
});
