import { displayWidth, table } from './table.ts';

it('counts a Chinese character as two columns', () => {
  expect(displayWidth('策勒县水利局')).toBe(12);
  expect(displayWidth('(a)')).toBe(3);
  expect(displayWidth('\uff08a\uff09')).toBe(5);
  expect(displayWidth('ئۇيغۇر')).toBe(6);
});

it('aligns columns whatever they are written in', () => {
  expect(
    table(
      [
        ['Name', 'Account'],
        ['古丽', 'guli'],
        ['Clerk', 'clerk'],
      ],
      true,
    ),
  ).toBe(['  Name   Account', '  ─────  ───────', '  古丽   guli', '  Clerk  clerk'].join('\n'));
});
