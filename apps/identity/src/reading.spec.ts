import { searchPattern, searchTerms, sortKey } from './reading.js';

const found = (q: string, name: string, codes: string[] = []): boolean => {
  const prefix = searchPattern(q).slice(0, -1).replace(/\\(.)/g, '$1');
  return searchTerms([name], codes).some((term) => term.startsWith(prefix));
};

it.each([
  ['策勒', true],
  ['水利', true],
  ['celexian', true],
  ['shuiliju', true],
  ['clx', true],
  ['slj', true],
  ['653225', true],
  ['CE LE', true],
  ['勒策', false],
  ['elexian', false],
  ['%', false],
])('finds 策勒县水利局 by "%s": %s', (q, is) => {
  expect(found(q, '策勒县水利局', ['653225'])).toBe(is);
});

it.each([
  ['阿依努尔·布拉克', 'ayinuer'],
  ['阿依努尔·布拉克', '努尔布拉克'],
  ['阿依努尔·布拉克', 'aynebl'],
  ['Hotan Bureau', 'hotanb'],
])('finds %s by "%s"', (name, q) => {
  expect(found(q, name)).toBe(true);
});

it('reads a surname as a surname', () => {
  expect(searchTerms(['单清泉'], [], { person: true })).toContain('shanqingquan');
});

it('sorts by reading, then tone, and keeps a surname together', () => {
  const names = ['章二', '张三', '安全', '章一', '张大', 'Zoe', '掌柜'];
  const key = (name: string): string => sortKey(name, { person: true });
  expect(names.sort((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(['安全', 'Zoe', '张大', '张三', '章二', '章一', '掌柜']);
});
