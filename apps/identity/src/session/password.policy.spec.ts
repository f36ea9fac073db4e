import { asvs, expired, mlps3, type Owner, type Weakness, weaknesses, weaknessTexts } from './password.policy.js';
import { newPassword } from './passwords.js';

const owner: Owner = { account: 'cele.clerk', name: '泉映月', mobile: '13900000000' };

it.each<[string, Weakness[]]>([
  ['Karst-Well-2026', []],
  ['坎儿井的水很清-2026-Aa', []],
  ['Short-1', ['short']],
  ['all lower case words', ['kinds']],
  ['alllowercase', ['kinds']],
  ['Password123!', ['common']],
  ['P@ssw0rd2026', ['common']],
  ['Xinjiang@2026', ['common']],
  ['Cele.Clerk-2026', ['personal']],
  ['Ab-13900000000', ['personal']],
  ['AAAAaaaa1111', ['repeated']],
  ['aA1aA1aA1aA1', ['repeated']],
  ['', ['short', 'kinds', 'repeated']],
])('for staff (mlps3) "%s" is %j', (password, found) => {
  expect(weaknesses(password, owner, mlps3)).toEqual(found);
});

it.each<[string, Weakness[]]>([
  ['just lower case', []],
  ['walk by the river', []],
  ['short', ['short']],
  ['12345678', ['common']],
  ['9876543210', ['common']],
  ['password1', ['common']],
  ['qwertyuiop', ['common']],
  ['aaaaaaaaaa', ['repeated']],
  ['my cele.clerk word', ['personal']],
])('for citizens (asvs) "%s" is %j', (password, found) => {
  expect(weaknesses(password, owner, asvs)).toEqual(found);
});

it('says each weakness in words', () => {
  expect(weaknessTexts.short(mlps3)).toBe('至少 10 位');
  expect(weaknessTexts.kinds(mlps3)).toContain('3 种');
});

it.each([
  [mlps3, 89, false],
  [mlps3, 91, true],
  [asvs, 5_000, false],
])('wears out after the age of its profile', (profile, days, worn) => {
  const now = new Date('2026-11-23T00:00:00Z');
  expect(expired(new Date(now.getTime() - days * 86_400_000), profile, now)).toBe(worn);
});

it('makes passwords that are good and never the same', () => {
  const made = Array.from({ length: 500 }, newPassword);
  expect(new Set(made).size).toBe(500);
  for (const password of made) expect(weaknesses(password, owner, mlps3)).toEqual([]);
});
