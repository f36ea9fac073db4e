import type { InspectionLine, InspectionRule } from '@karez/contracts-portal';
import type { ColumnFact, SiteFacts } from './facts.js';
import { inspect } from './rules.js';

const at = new Date('2026-11-27T04:00:00Z');
const ago = (days: number, ms = 0): Date => new Date(at.getTime() - days * 86_400_000 + ms);
const column = (more: Partial<ColumnFact> = {}): ColumnFact => ({
  ...{ id: 'c', name: '工作动态', type: 'news', orgName: '办公室', longestSilence: 14, live: 3, last: ago(1) },
  ...more,
});
const facts = (more: Partial<SiteFacts> = {}): SiteFacts => ({ at, last: ago(1), columns: [], letters: [], disclosures: [], ...more });
const of = (rule: InspectionRule, more: Partial<SiteFacts>): InspectionLine[] => inspect(facts(more)).filter((line) => line.rule === rule);
const dated = (left: number) => ({ id: 'x', name: 'LX1', orgName: '办公室', since: ago(80), bitesAt: ago(-left) });

it.each([
  [ago(0), 14, 'green'],
  [ago(10), 4, 'green'],
  [ago(11), 3, 'amber'],
  [ago(14), 0, 'amber'],
  [ago(14, -1), -1, 'red'],
] as const)('home silent since %p: %p days left', (last, daysLeft, lamp) => {
  expect(of('home_silent', { last })).toEqual([{ rule: 'home_silent', lamp, daysLeft, since: last.toISOString() }]);
});
it('a site on which nothing was ever published has bitten already', () => {
  expect(of('home_silent', { last: null })).toEqual([{ rule: 'home_silent', lamp: 'red' }]);
});

it('a column warns by its own promise', () => {
  const lines = of('column_silent', { columns: [column({ longestSilence: 90, last: ago(73) }), column({ longestSilence: null })] });
  expect(lines).toEqual([expect.objectContaining({ lamp: 'amber', daysLeft: 17, subject: '工作动态', orgName: '办公室' })]);
  expect(of('column_silent', { columns: [column({ last: ago(15) })] })).toEqual([expect.objectContaining({ lamp: 'red', daysLeft: -1 })]);
});

describe('too many silent columns', () => {
  const silent = (count: number) => Array.from({ length: count }, () => column({ last: ago(20) }));
  const timed = (columns: readonly ColumnFact[]) => of('columns_silent', { columns }).find(({ limit }) => limit === 5);
  it('counts by the national limits, and tells when the fifth falls silent', () => {
    expect(timed([...silent(4), column({ last: ago(9) })])).toMatchObject({ count: 4, daysLeft: 5, lamp: 'amber' });
    expect(timed(silent(5))).toMatchObject({ count: 5, daysLeft: -6, lamp: 'red' });
    expect(timed(silent(4))).toMatchObject({ count: 4, lamp: 'green' });
  });
  it('leaves out what the national check gives no time for, which has a limit of its own', () => {
    const others = Array.from({ length: 10 }, () => column({ type: 'special', longestSilence: 30, last: ago(31) }));
    expect(timed(others)).toMatchObject({ count: 0, lamp: 'green' });
    expect(of('columns_silent', { columns: others }).find(({ limit }) => limit === 10)).toMatchObject({ count: 10, lamp: 'red' });
  });
});

it.each([
  [31, []],
  [30, ['amber']],
  [0, ['amber']],
  [-1, ['red']],
] as const)('a letter with %p days left', (left, lamps) => {
  const [lines, sums] = [true, false].map((own) => of('letter_unanswered', { letters: [dated(left)] }).filter(({ subjectId }) => !!subjectId === own)); // prettier-ignore
  expect(lines!.map(({ lamp }) => lamp)).toEqual(lamps);
  expect(sums).toEqual([{ rule: 'letter_unanswered', lamp: left < 0 ? 'red' : 'green', count: left < 0 ? 1 : 0, limit: 1 }]);
});

it('five empty columns bite; what is no place for articles is never empty', () => {
  const bare = (count: number) => Array.from({ length: count }, () => column({ live: 0, last: null }));
  const sum = (columns: readonly ColumnFact[]) => of('column_empty', { columns }).find(({ limit }) => limit);
  expect(sum(bare(5))).toMatchObject({ lamp: 'red', count: 5 });
  expect(sum(bare(4))).toMatchObject({ lamp: 'amber', count: 4 });
  expect(sum([column({ live: 0, last: null, type: 'interaction' })])).toMatchObject({ lamp: 'green', count: 0 });
});

it('the worst comes first', () => {
  const lines = inspect(facts({ last: ago(20), columns: [column({ last: ago(12) }), column()], disclosures: [dated(-3), dated(2)] }));
  const order = { red: 0, amber: 1, green: 2 };
  expect(lines.map(({ lamp }) => order[lamp])).toEqual(lines.map(({ lamp }) => order[lamp]).sort());
  expect(lines[0]).toMatchObject({ rule: 'home_silent', daysLeft: -6 });
});
