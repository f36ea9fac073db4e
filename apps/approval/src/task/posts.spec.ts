import type { Actor, Grant } from '@karez/kernel';
import { bodyOf, keysOf } from './posts.js';

const staff = (...grants: Grant[]): Actor => ({ realm: 'staff', id: 'p', name: '某人', grants });
const work = 'approval.task.work' as const;

it.each<[string, Grant, string[]]>([
  ['nothing without the permission', { permissions: ['approval.case.accept'], scope: 'unit', orgIds: ['a'] }, []],
  ['a reviewer of a body', { permissions: [work], scope: 'unit', orgIds: ['a'] }, ['review@body:a']],
  ['of listed bodies', { permissions: [work], scope: 'listed', orgIds: ['a', 'b'] }, ['review@body:a', 'review@body:b']],
  ['of all below', { permissions: [work], scope: 'unit_and_below', orgIds: ['a'] }, ['review@line:a']],
  ['of a basin', { permissions: [work], scope: 'basin', orgIds: ['a'] }, ['review@basin:a']],
  ['of everything', { permissions: [work], scope: 'all', orgIds: [] }, ['review@all']],
  ['of nothing but own things', { permissions: [work], scope: 'self', orgIds: ['a'] }, []],
  ['the window', { permissions: [work, 'approval.case.accept'], scope: 'unit', orgIds: ['a'] }, ['window@body:a', 'review@body:a']],
  ['the leader', { permissions: [work, 'approval.case.decide'], scope: 'unit', orgIds: ['a'] }, ['review@body:a', 'leader@body:a']],
])('takes as %s', (_who, grant, keys) => {
  expect(keysOf(staff(grant))).toEqual(['person:p', ...keys]);
});

it('joins no permission of one grant with the reach of another', () => {
  const grants: Grant[] = [
    { permissions: [work], scope: 'unit', orgIds: ['a'] },
    { permissions: ['approval.case.decide'], scope: 'all', orgIds: [] },
  ];
  expect(keysOf(staff(...grants))).toEqual(['person:p', 'review@body:a']);
});

it('reads the body of a task from its candidates', () => {
  expect(bodyOf(['review@all', 'review@body:a', 'review@line:b'])).toBe('a');
  expect(bodyOf(['person:p'])).toBeUndefined();
});
