import { findLeaks, isCardNumber, isCreditCode, isIdentityNumber } from './leaks.js';
import { WordCheck } from './word-check.js';
import { WordFinder } from './word-finder.js';

const check = new WordCheck([
  { list: 'leader', word: '高远山', suggestion: '厅长高远山' },
  { list: 'banned', word: '最先进', suggestion: null },
  { list: 'former_name', word: '水利电力厅', suggestion: '水利厅' },
]);
const kinds = (body: string) => check.check({ body }, 'zh-CN').map(({ kind, found }) => [kind, found]);

it('finds every word, also inside another, as a plain search does', () => {
  const words = ['塔里木', '里木', '木河', '河', '塔里木河流域'];
  const text = '塔里木河流域与木河，里木、塔里木河';
  const slowly = words.flatMap((word, index) =>
    [...text].flatMap((_, start) => (text.startsWith(word, start) ? [{ word: index, start, end: start + word.length }] : [])),
  );
  const order = (one: { start: number; word: number }, other: { start: number; word: number }) =>
    one.start - other.start || one.word - other.word;
  expect(new WordFinder(words).find(text).sort(order)).toEqual(slowly.sort(order));
});

it('holds to the check digits', () => {
  expect(isIdentityNumber('11010519491231002X')).toBe(true);
  expect(isIdentityNumber('110105194912310021')).toBe(false);
  expect(isIdentityNumber('11010519490231002X')).toBe(false);
  expect(isCardNumber('4111111111111111')).toBe(true);
  expect(isCardNumber('4111111111111112')).toBe(false);
  expect(isCreditCode('91350100M000100Y43')).toBe(true);
  expect(isCreditCode('91350100M000100Y44')).toBe(false);
});

it.each([
  ['联系人13800138000。', 'phone'],
  ['身份证11010519491231002X', 'identity_number'],
  ['身份证110105 19491231 002x', 'identity_number'],
  ['卡号4111 1111 1111 1111', 'bank_card'],
  ['电话１３８００１３８０００', 'phone'],
])('sees the leak in %s', (text, kind) => {
  expect(findLeaks(text).map((leak) => leak.kind)).toEqual([kind]);
});
it.each(['流量 12345678901 立方米', '编号20260101000000001', '0991-5800000', '合计 41111111 元'])('takes %s for no leak', (text) => {
  expect(findLeaks(text)).toEqual([]);
});

it('knows a name with its right title, and tells it without', () => {
  expect(kinds('厅长高远山出席会议。')).toEqual([]);
  expect(kinds('处长高远山出席会议。')).toEqual([['leader', '高远山']]);
});

it.each([
  ['水情,雨情', 'punctuation', ','],
  ['通知。。', 'punctuation', '。。'],
  ['关于印发《办法的通知', 'punctuation', '《'],
  ['水库\u200b大坝', 'confusable', '\u200b'],
  ['详见 Кarez 手册', 'confusable', 'Кarez'],
  ['⽔利', 'confusable', '⽔'],
])('sees in %j the %s %j', (text, kind, found) => {
  expect(kinds(text)).toContainEqual([kind, found]);
});

it('keeps a decision while the words and their surroundings stay, and never one on a banned word', () => {
  const [leader, banned] = check.check({ body: '处长高远山介绍了全年的工作安排和下一步打算，设备是最先进的。' }, 'zh-CN');
  const resolution = { reason: '同名同姓', byName: '文若溪', at: '2026-06-01T04:00:00.000Z' };
  const before = [leader!, banned!].map((hit) => ({ ...hit, resolution }));
  const again = check.check({ body: '处长高远山介绍了全年的工作安排和下一步打算，设备是最先进的。又一句。' }, 'zh-CN', before);
  expect(again.map(({ kind, resolution: decided }) => [kind, Boolean(decided)])).toEqual([
    ['leader', true],
    ['banned', false],
  ]);
  expect(check.check({ body: '副厅级处长高远山先行介绍。' }, 'zh-CN', before)[0]?.resolution).toBeUndefined();
});
