import type { Grant } from '@karez/kernel';
import { factorMissing, limitOf, signingOpenSince } from './standing.policy.js';

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

const [passed, now] = [new Date('2026-11-23T07:58:00Z'), new Date('2026-11-23T08:00:00Z')];
it.each([
  ['somebody without a factor', 'staff', false, null, 'when-bound', now],
  ['somebody without a factor, where it is required', 'staff', false, null, 'required', null],
  ['somebody who has not shown the own factor', 'staff', true, null, 'when-bound', null],
  ['somebody who has shown the own factor', 'staff', true, passed, 'when-bound', passed],
  ['somebody who has shown the own factor, where it is required', 'staff', true, passed, 'required', passed],
  ['an applicant', 'applicant', false, null, 'when-bound', null],
] as const)('opens signing acts to %s as the policy says', (_, realm, factorEnrolled, steppedUpAt, policy, since) => {
  expect(signingOpenSince({ realm, factorEnrolled, steppedUpAt }, policy, now)).toEqual(since);
});
