import { tableFindings } from './check-table.js';
import { decide } from './decide.js';
import type { DecisionTable, HitPolicy } from './decision-table.js';

/** 水土保持: at 5 ha or 50,000 m³ a report; from 0.5 ha or 1,000 m³ a form; below both nothing. */
const soil: DecisionTable = {
  ...{ name: '水土保持方案类别', hitPolicy: 'U', inputs: [{ expression: 'area' }, { expression: 'volume' }], outputs: [{ name: 'kind' }] },
  rules: [
    { when: ['>= 5', '-'], then: ['"报告书"'] },
    { when: ['< 5', '>= 50000'], then: ['"报告书"'] },
    { when: ['[0.5..5)', '< 50000'], then: ['"报告表"'] },
    { when: ['< 0.5', '[1000..50000)'], then: ['"报告表"'] },
    { when: ['< 0.5', '< 1000'], then: ['"不需要"'] },
  ],
};
it.each([
  [5, 0, '报告书'],
  [4.99, 49_999, '报告表'],
  [0, 50_000, '报告书'],
  [0.5, 0, '报告表'],
  [0.49, 1_000, '报告表'],
  [0.49, 999, '不需要'],
])('soil and water conservation: %d ha and %d m³ need %s', (area, volume, kind) => {
  expect(decide(soil, { area, volume }).value).toBe(kind);
});

const scored = (hitPolicy: HitPolicy): DecisionTable => ({
  ...{ name: 't', hitPolicy, inputs: [{ expression: 'n' }], outputs: [{ name: 'out', allowed: '3, 2, 1' }] },
  rules: [
    { when: ['> 0'], then: ['1'] },
    { when: ['> 0'], then: ['3'] },
    { when: ['> 1'], then: ['2'] },
  ],
});
it.each<[HitPolicy, unknown]>([
  ['F', 1],
  ['P', 3],
  ['R', [1, 3, 2]],
  ['O', [3, 2, 1]],
  ['C', [1, 3, 2]],
  ['C+', 6],
  ['C<', 1],
  ['C>', 3],
  ['C#', 3],
])('hit policy %s', (hitPolicy, value) => {
  expect(decide(scored(hitPolicy), { n: 2 })).toEqual({ value, rules: [1, 2, 3] });
});
it.each<HitPolicy>(['U', 'A'])('refuses rules that contradict each other under %s', (hitPolicy) => {
  expect(() => decide(scored(hitPolicy), { n: 2 })).toThrow('workflow.decision_failed');
});
it('answers null, or the default, where no rule matches; a value outside the allowed ones matches none', () => {
  expect(decide(scored('F'), { n: 0 })).toEqual({ value: null, rules: [] });
  expect(decide({ ...scored('F'), outputs: [{ name: 'out', default: '0' }] }, { n: 0 }).value).toBe(0);
  expect(decide({ ...scored('F'), inputs: [{ expression: 'n', allowed: '[0..1]' }] }, { n: 2 }).rules).toEqual([]);
});

it('reports overlaps, gaps and cells that are no FEEL', () => {
  expect(tableFindings(soil, 't')).toEqual([]);
  const codes = (table: DecisionTable): string[] => tableFindings(table, 't').map(({ code }) => code.replace('workflow.check.', ''));
  expect(codes(scored('U'))).toEqual(['table_overlap', 'table_overlap', 'table_overlap', 'table_incomplete']);
  expect(codes({ ...soil, rules: soil.rules.slice(0, 4) })).toEqual(['table_incomplete']);
  expect(codes({ ...soil, rules: [{ when: ['>>', '-'], then: ['"x"'] }] })).toEqual(['table_invalid']);
  expect(codes({ ...soil, rules: [{ when: ['-'], then: ['"x"'] }] })).toEqual(['table_invalid']);
});
