import type { Realm } from '@karez/contracts-kernel';
import type { Grant } from '@karez/kernel';
import { isAdministrator } from '../role/admin.policy.js';

export interface Standing {
  /** The password was made by an administrator, or is too old. */
  readonly passwordMustChange: boolean;
  readonly factorEnrolled: boolean;
  readonly grants: readonly Grant[];
}

/**
 * Why somebody who has signed in may not use the own grants yet: the code of the refusal, or nothing.
 * What everybody may do with the own account (change the password, enrol a factor, sign out) stays open.
 */
export function limitOf({ passwordMustChange, factorEnrolled, grants }: Standing, adminFactor: 'required' | 'advised'): string | undefined {
  if (passwordMustChange) return 'identity.session.password_must_change';
  if (adminFactor === 'required' && !factorEnrolled && isAdministrator(grants)) return 'identity.session.factor_not_enrolled';
  return undefined;
}

export const factorMissing = ({ factorEnrolled, grants }: Standing): boolean => !factorEnrolled && isAdministrator(grants);

export interface FactorPassed {
  readonly realm: Realm;
  readonly factorEnrolled: boolean;
  /** When the session last passed the second factor. */
  readonly steppedUpAt: Date | null;
}

/** Since when signing acts are open to a session: where only a bound factor counts, to staff without one they are open now. */
export function signingOpenSince(
  { realm, factorEnrolled, steppedUpAt }: FactorPassed,
  signingFactor: 'required' | 'when-bound',
  now: Date,
): Date | null {
  return signingFactor === 'when-bound' && realm === 'staff' && !factorEnrolled ? now : steppedUpAt;
}
