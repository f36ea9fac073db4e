import type { Limit } from '../clock/limit.js';

/** A limit as JSON keeps it: moments in ISO 8601. */
export interface StoredLimit extends Omit<Limit, 'startedAt' | 'endedAt' | 'exclusions'> {
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** It ended because the case did, with nothing done: withdrawn or superseded. */
  readonly void?: boolean;
  readonly exclusions: readonly (Omit<Limit['exclusions'][number], 'from' | 'to'> & {
    readonly from: string;
    readonly to: string | null;
  })[];
}
export const begun = (kind: Limit['kind'], days: number, at: Date, basis: string): StoredLimit => ({
  ...{ kind, days, basis, startedAt: at.toISOString(), endedAt: null, extension: null, exclusions: [] },
});
export const limitOf = (stored: StoredLimit): Limit => ({
  ...stored,
  startedAt: new Date(stored.startedAt),
  endedAt: stored.endedAt === null ? null : new Date(stored.endedAt),
  exclusions: stored.exclusions.map((each) => ({ ...each, from: new Date(each.from), to: each.to === null ? null : new Date(each.to) })),
});
/** All that run end at a moment. */
export const endedAll = (limits: readonly StoredLimit[], now: Date, more: Partial<StoredLimit> = {}): StoredLimit[] =>
  limits.map((limit) => (limit.endedAt ? limit : { ...limit, ...more, endedAt: now.toISOString() }));
export const runningOf = (limits: readonly StoredLimit[]): StoredLimit[] => limits.filter(({ endedAt }) => !endedAt);
/** Those that run do not count from here on. */
export const excludedFrom = (limits: readonly StoredLimit[], exclusion: StoredLimit['exclusions'][number]): StoredLimit[] =>
  limits.map((limit) => (limit.endedAt ? limit : { ...limit, exclusions: [...limit.exclusions, exclusion] }));
/** What was excluded ends. */
export const countedFrom = (limits: readonly StoredLimit[], to: Date): StoredLimit[] =>
  limits.map((limit) => ({ ...limit, exclusions: limit.exclusions.map((each) => (each.to ? each : { ...each, to: to.toISOString() })) }));
