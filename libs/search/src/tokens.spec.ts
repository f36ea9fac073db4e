import { excerptOf, Tokens } from './index.js';

const tokens = new Tokens();

it('cuts Chinese into the words it is searched by, each once, and leaves out what is no word', () => {
  expect(tokens.of('塔里木河流域，水库水库。Karez 2026')).toEqual(
    expect.arrayContaining(['塔里木河流域', '流域', '水库', 'karez', '2026']),
  );
  expect(tokens.of('水库水库').filter((word) => word === '水库')).toHaveLength(1);
  expect(tokens.of('，。！')).toEqual([]);
});

it('finds a shorter name within a longer one', () => {
  expect(tokens.of('塔里木河流域')).not.toContain('塔里木河');
  expect(tokens.within('塔里木河流域')).toEqual(expect.arrayContaining(tokens.of('塔里木河')));
});

it('makes a question that asks for all of its words, and none of what has no words', () => {
  expect(tokens.query('水库 安全')).toBe("'水库' & '安全'");
  expect(tokens.query("'); --")).toBeNull();
});

it('shows the text around the first place that was asked for', () => {
  const text = `${'前'.repeat(60)}水库安全${'后'.repeat(200)}`;
  expect(excerptOf(text, '水库', ['水库'])).toMatch(/^…前{30}水库安全后+…$/);
  expect(excerptOf('短文', '没有', [])).toBe('短文');
});
