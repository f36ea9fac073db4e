/** Failures counted under one key, as they stand now. */
export interface Tally {
  readonly failures: number;
  readonly lastAt: Date;
}
export type AttemptKind = 'pair' | 'address' | 'account' | 'factor';
interface Rule {
  /** Failures that cost nothing: people mistype. */
  readonly free: number;
  /** Longest wait, in seconds. */
  readonly longest: number;
  /** Without a further failure for so long the count starts again, in seconds. */
  readonly forgottenAfter: number;
}
const hour = 3_600;
/**
 * `pair`: one account from one address. `address`: whatever account; an office shares one, so it is generous.
 * `account`: from wherever. `factor`: codes after a right password.
 */
export const rules: Readonly<Record<AttemptKind, Rule>> = {
  pair: { free: 5, longest: 15 * 60, forgottenAfter: hour },
  address: { free: 20, longest: 15 * 60, forgottenAfter: hour },
  account: { free: 10, longest: 15 * 60, forgottenAfter: 24 * hour },
  factor: { free: 5, longest: hour, forgottenAfter: 24 * hour },
};
/** An address with fewer failures than this has a good name. */
export const cleanBelow = 3;
/** So many failures of one account in a day, and an address that never signed in to it has no credit left. */
export const strangersBudget = 100;

export interface SignInTallies {
  readonly pair: Tally | undefined;
  readonly address: Tally | undefined;
  readonly account: Tally | undefined;
  /** The account has signed in from this address before. */
  readonly known: boolean;
}

/** Failures that still count. */
export function standing(kind: AttemptKind, tally: Tally | undefined, now: Date): number {
  if (!tally || now.getTime() - tally.lastAt.getTime() > rules[kind].forgottenAfter * 1000) return 0;
  return tally.failures;
}

/** Seconds until the next attempt is tried: none for the first few, then 1, 2, 4 … up to the longest. */
export function waitOf(kind: AttemptKind, tally: Tally | undefined, now: Date): number {
  const { free, longest } = rules[kind];
  const failures = standing(kind, tally, now);
  if (!tally || failures < free) return 0;
  const delay = Math.min(longest, 2 ** (failures - free));
  return Math.max(0, Math.ceil(tally.lastAt.getTime() / 1000 + delay - now.getTime() / 1000));
}

/**
 * Seconds to wait before a password is tried. Outsiders can drive up an account's own count, so that count never stands
 * in the way of an address from which the owner has signed in before, nor of one with a good name until many such
 * addresses have guessed; and no wait is longer than fifteen minutes.
 */
export function signInWait({ pair, address, account, known }: SignInTallies, now: Date): number {
  const own = waitOf('pair', pair, now);
  if (known) return own;
  const goodName = standing('address', address, now) < cleanBelow && standing('account', account, now) < strangersBudget;
  return Math.max(own, waitOf('address', address, now), goodName ? 0 : waitOf('account', account, now));
}

/** What counts as one address: all of an IPv4 address, of an IPv6 address the network, because a household has all of it. */
export function placeOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const groups = head ? head.split(':') : [];
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail ? tail.split(':').length : 0);
  const whole = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ? tail.split(':') : [])];
  return `${whole
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
