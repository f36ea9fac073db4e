import { chain, edge, end, gateway, human, procedure, start, threeDepartments } from '../../test/procedures.js';
import type { KnownNames } from './check-nodes.js';
import { checkProcedure } from './check-procedure.js';
import { workflowErrors } from '../errors.js';
import type { Procedure, ProcedureNode } from './procedure.js';

const found = (candidate: Procedure, known: KnownNames = {}): string[] =>
  checkProcedure(candidate, known).map(({ code, at }) => `${code.replace('workflow.check.', '')} ${at}`);
const never = { guard: { '==': [1, 2] } };

it('finds nothing wrong with three departments, a join and a leader', () => {
  expect(found(threeDepartments())).toEqual([]);
});

const cases: [string, Procedure, string, KnownNames?][] = [
  ['a dead end', procedure('p', [start, human('a'), end], chain('start', 'a')), 'dead_end a'],
  [
    'a node that is not reached',
    procedure('p', [start, human('a'), human('b'), end], [...chain('start', 'a', 'end'), edge('b', 'end')]),
    'unreachable b',
  ],
  [
    'a cycle without exit',
    procedure(
      'p',
      [start, gateway('x', 'xor'), human('a'), human('b'), end],
      [...chain('start', 'x'), edge('x', 'end', { default: true }), edge('x', 'a', never), ...chain('a', 'b', 'a')],
    ),
    'no_exit a',
  ],
  [
    'a join behind a choice, which waits for ever',
    procedure(
      'p',
      [start, gateway('x', 'xor'), human('a'), human('b'), gateway('j', 'and'), end],
      [...chain('start', 'x'), edge('x', 'a', { default: true }), edge('x', 'b', never), ...chain('a', 'j', 'end'), edge('b', 'j')],
    ),
    'join_incomplete j',
  ],
  [
    'parallel branches that meet without a join',
    procedure(
      'p',
      [start, gateway('f', 'and'), human('a'), human('b'), human('c'), end],
      [...chain('start', 'f', 'a', 'c', 'end'), ...chain('f', 'b', 'c')],
    ),
    'step_twice c',
  ],
  [
    'a gateway without default',
    procedure(
      'p',
      [start, gateway('x', 'xor'), human('a'), end],
      [...chain('start', 'x'), edge('x', 'a', never), edge('x', 'end', never), ...chain('a', 'end')],
    ),
    'default_missing x',
  ],
  [
    'two defaults',
    procedure(
      'p',
      [start, gateway('x', 'xor'), human('a'), end],
      [...chain('start', 'x'), edge('x', 'a', { default: true }), edge('x', 'end', { default: true }), ...chain('a', 'end')],
    ),
    'default_doubled x',
  ],
  [
    'two ways out of a step',
    procedure('p', [start, human('a'), end], [...chain('start', 'a', 'end'), edge('a', 'end')]),
    'split_without_gateway a',
  ],
  ['no end', procedure('p', [start, human('a')], chain('start', 'a')), 'end_missing '],
  ['two starts', procedure('p', [start, { ...start, id: 's2' }, end], [...chain('start', 'end'), edge('s2', 'end')]), 'start_count '],
  ['an edge to nowhere', procedure('p', [start, end], [{ id: 'e', from: 'start', to: 'gone' }]), 'edge_end_unknown e'],
  [
    'an edge out of the end',
    procedure('p', [start, human('a'), end], [...chain('start', 'a', 'end'), { id: 'e', from: 'end', to: 'a' }]),
    'edge_direction e',
  ],
  ['the same id twice', procedure('p', [start, human('a'), human('a'), end], chain('start', 'a', 'end')), 'node_doubled a'],
  ['an id with a dot', procedure('p', [start, human('a.b'), end], chain('start', 'a.b', 'end')), 'id_invalid a.b'],
  ['a condition on a plain edge', procedure('p', [start, end], [{ id: 'e', from: 'start', to: 'end', ...never }]), 'guard_misplaced e'],
  [
    'a condition that does not compile',
    procedure(
      'p',
      [start, gateway('x', 'xor'), human('a'), end],
      [
        ...chain('start', 'x'),
        { id: 'e', from: 'x', to: 'a', guard: { nope: [1] } },
        edge('x', 'end', { default: true }),
        ...chain('a', 'end'),
      ],
    ),
    'guard_invalid e',
  ],
  [
    'a role that the service does not know',
    procedure('p', [start, human('a'), end], chain('start', 'a', 'end')),
    'role_unknown a',
    { roles: ['window'] },
  ],
  ['no role', procedure('p', [start, human('a', ''), end], chain('start', 'a', 'end')), 'role_missing a'],
  [
    'a ratio above one',
    procedure('p', [start, human('a', 'a', { mode: 'ratio', ratio: 2 }), end], chain('start', 'a', 'end')),
    'ratio_invalid a',
  ],
  [
    'a limit of half a day',
    procedure('p', [start, human('a', 'a', { limitDays: 0.5 }), end], chain('start', 'a', 'end')),
    'limit_invalid a',
  ],
  [
    'an unknown handler',
    procedure('p', [start, { id: 'a', kind: 'automatic', name: 'a', handler: 'x' }, end], chain('start', 'a', 'end')),
    ...(['handler_unknown a', { handlers: [] }] as const),
  ],
  [
    'an unknown table',
    procedure('p', [start, { id: 'a', kind: 'decision', name: 'a', table: 't', result: 'r' }, end], chain('start', 'a', 'end')),
    'table_unknown a',
  ],
  [
    'a node of another kind',
    procedure('p', [start, { id: 'a', kind: 'timer', name: 'a' } as unknown as ProcedureNode, end], chain('start', 'a', 'end')),
    'kind_unknown a',
  ],
];
// a row is passed whole: a fourth parameter would be taken for a callback to wait for
it.each(cases.map((row) => ({ name: row[0], row })))('finds $name', ({ row: [, candidate, finding, known] }) => {
  expect(found(candidate, known)).toContain(finding);
});

it('has a text in both languages for every finding', () => {
  const codes = cases.flatMap(([, candidate, , known]) => checkProcedure(candidate, known).map(({ code }) => code));
  for (const code of codes) expect(workflowErrors).toHaveProperty([code]);
});
