import { difference } from './difference.js';

const whole = (parts: ReturnType<typeof difference>, without: 'added' | 'removed') =>
  parts.filter(({ kind }) => kind !== without).map(({ text }) => text).join(''); // prettier-ignore

it.each([
  ['水库蓄水正常', '水库蓄水完全正常'],
  ['', '新文'],
  ['全部删去', ''],
  ['一。二。三。', '一。三。二。'],
  ['Level 12 m', 'Level 15 m'],
])('gives back both texts: %s → %s', (before, after) => {
  const parts = difference(before, after);
  expect(whole(parts, 'added')).toBe(before);
  expect(whole(parts, 'removed')).toBe(after);
});

it('names no more than what changed', () => {
  expect(difference('水库蓄水正常', '水库蓄水完全正常')).toEqual([
    { kind: 'same', text: '水库蓄水' },
    { kind: 'added', text: '完全' },
    { kind: 'same', text: '正常' },
  ]);
  expect(difference('一样', '一样')).toEqual([{ kind: 'same', text: '一样' }]);
});
