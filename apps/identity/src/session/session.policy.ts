import type { Realm } from '@karez/contracts-kernel';

const minute = 60_000;
const hour = 60 * minute;

/** How long a session lives: at the very most, and without being refreshed. */
export interface Lifetime {
  readonly absoluteMs: number;
  readonly idleMs: number;
}
export const lifetimes: Readonly<Record<Realm, Lifetime>> = {
  staff: { absoluteMs: 12 * hour, idleMs: 30 * minute },
  applicant: { absoluteMs: 12 * hour, idleMs: 2 * hour },
  // a client signs in anew with its key
  service: { absoluteMs: 10 * minute, idleMs: 10 * minute },
};

/** A refresh token that was used is answered with the same successor for so long: answers get lost, tabs race. */
export const refreshGraceMs = 30_000;

/** Addresses from which an account signed in within this time are known to it. */
export const knownForDays = 90;
