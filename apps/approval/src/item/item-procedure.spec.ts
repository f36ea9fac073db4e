import { checkProcedure } from '@karez/workflow';
import { items } from '../seed/items.js';
import { posts } from '../task/posts.js';
import { procedureOf } from './item-procedure.js';

const named = (steps: Parameters<typeof procedureOf>[0]['steps']) =>
  procedureOf({ code: 'T-1', name: '试验', steps }, 1).nodes.filter(({ kind }) => kind === 'human').map(({ name }) => name); // prettier-ignore

it.each(items.map((item) => [item.name, item] as const))('makes a sound procedure of the steps of %s', (_name, item) => {
  expect(checkProcedure(procedureOf(item, 1), { roles: posts, handlers: [] })).toEqual([]);
});

it('leaves acts at the window out, and has the leader sign last', () => {
  expect(named([{ name: '受理', workingDays: 1 }, { name: '审查', workingDays: 3, offices: ['甲处'] }, { name: '送达', workingDays: 1 }])).toEqual(['审查', '领导审签']); // prettier-ignore
  expect(named([{ name: '决定', workingDays: 1, by: 'leader' }])).toEqual(['决定']);
  expect(named([])).toEqual(['领导审签']);
});

it('has the offices of one step review at the same time', () => {
  const { edges } = procedureOf({ code: 'T-1', name: '试验', steps: [{ name: '会审', workingDays: 3, offices: ['甲处', '乙处'] }] }, 1);
  expect(edges.map(({ from, to }) => `${from} > ${to}`)).toEqual([
    ...['start > step1-fork', 'step1-fork > step1-1', 'step1-fork > step1-2', 'step1-1 > step1-join', 'step1-2 > step1-join'],
    ...['step1-join > step2', 'step2 > end'],
  ]);
});
