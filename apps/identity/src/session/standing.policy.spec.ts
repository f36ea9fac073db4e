import type { Grant } from '@karez/kernel';
import { factorMissing, limitOf } from './standing.policy.js';

const clerk: Grant[] = [{ permissions: ['identity.org.read', 'identity.person.read'], scope: 'unit', orgIds: [] }];
const administrator: Grant[] = [...clerk, { permissions: ['identity.role.grant'], scope: 'unit_and_below', orgIds: [] }];

it.each([
  ['a clerk', clerk, false, false, 'required', undefined],
  ['an administrator with a factor', administrator, false, true, 'required', undefined],
  ['an administrator without one', administrator, false, false, 'required', 'identity.session.factor_not_enrolled'],
  ['an administrator without one, where it is advised', administrator, false, false, 'advised', undefined],
  ['a clerk with a first password', clerk, true, false, 'advised', 'identity.session.password_must_change'],
  ['an administrator with neither', administrator, true, false, 'required', 'identity.session.password_must_change'],
] as const)('%s is held back by the right reason', (_, grants, passwordMustChange, factorEnrolled, policy, code) => {
  expect(limitOf({ passwordMustChange, factorEnrolled, grants }, policy)).toBe(code);
});

it('advises an administrator to enrol a factor, and nobody else', () => {
  const standing = { passwordMustChange: false, factorEnrolled: false };
  expect(factorMissing({ ...standing, grants: administrator })).toBe(true);
  expect(factorMissing({ ...standing, factorEnrolled: true, grants: administrator })).toBe(false);
  expect(factorMissing({ ...standing, grants: clerk })).toBe(false);
});
