import { dateInDigits, numberInText, orderNumber, signersOf } from './numerals.js';

it.each([
  ['2026-11-27', '2026年11月27日'],
  ['2026-01-07', '2026年1月7日'],
  ['2030-10-01', '2030年10月1日'],
])('the day %s is printed in Arabic digits without leading zeros', (day, text) => {
  expect(dateInDigits(day)).toBe(text);
});

it.each([
  [7, '新水办〔2026〕7号'],
  [128, '新水办〔2026〕128号'],
  [1_200, '新水办〔2026〕1200号'],
])('the running number %d has hexagonal brackets round the year, no 第 and no leading zero', (serial, text) => {
  expect(numberInText({ code: '新水办', year: 2026, serial })).toBe(text);
});

it('an order has a running number alone', () => {
  expect(orderNumber({ code: '令', year: 2026, serial: 7 })).toBe('第7号');
});

it('the signers are named in the order of their bodies', () => {
  const orgId = '0192f0c4-0000-7000-8000-000000000001';
  expect(
    signersOf([
      { orgId, name: '甲局', signer: '高远山' },
      { orgId, name: '乙局' },
      { orgId, name: '丙局', signer: '李喆' },
    ]),
  ).toEqual(['高远山', '李喆']);
});
