import type { CountsOfBody, CountsOfDay, ExchangeCounts } from '@karez/contracts-exchange';

type Counted = Omit<ExchangeCounts, 'medianMinutesToSign' | 'slowestMinutesToSign'>;

/** What is known of one body on one day. */
export interface Portion extends Partial<Counted> {
  readonly orgId: string;
  readonly orgName: string;
  /** `2026-11-24`, government time. */
  readonly day: string;
  /** Working minutes from arrival to sign-for, one for each that was signed for. */
  readonly minutesToSign?: readonly number[];
}
export interface Tallied {
  readonly total: ExchangeCounts;
  readonly byBody: CountsOfBody[];
  readonly byDay: CountsOfDay[];
}

/** Adds portions up: all of them, body by body with the busiest first, and day by day; a day without any is left out. */
export function tally(portions: Iterable<Portion>): Tallied {
  const total = new Sum();
  const bodies = new Map<string, { readonly orgName: string; readonly sum: Sum }>();
  const days = new Map<string, Sum>();
  for (const portion of portions) {
    const { orgId, orgName, day } = portion;
    if (!bodies.has(orgId)) bodies.set(orgId, { orgName, sum: new Sum() });
    if (!days.has(day)) days.set(day, new Sum());
    for (const sum of [total, bodies.get(orgId)?.sum, days.get(day)]) sum?.add(portion);
  }
  const byBody = [...bodies].map(([orgId, { orgName, sum }]) => ({ orgId, orgName, ...sum.counts() }));
  const byDay = [...days].map(([day, sum]) => ({ day, ...sum.counts() }));
  return {
    total: total.counts(),
    byBody: byBody.sort((one, other) => other.received - one.received || other.sent - one.sent || compare(one.orgId, other.orgId)),
    byDay: byDay.sort((one, other) => compare(one.day, other.day)),
  };
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

class Sum {
  readonly #counts: Counted = { sent: 0, received: 0, signed: 0, rejected: 0, recalled: 0, returned: 0, waiting: 0, overdue: 0, urged: 0 };
  readonly #minutes: number[] = [];

  add(portion: Portion): void {
    for (const name of Object.keys(this.#counts) as (keyof Counted)[]) this.#counts[name] += portion[name] ?? 0;
    for (const minutes of portion.minutesToSign ?? []) this.#minutes.push(minutes);
  }

  counts(): ExchangeCounts {
    const minutes = this.#minutes.sort((one, other) => one - other);
    const [median, slowest] = [minutes[Math.ceil(minutes.length / 2) - 1], minutes.at(-1)];
    if (median === undefined || slowest === undefined) return { ...this.#counts };
    return { ...this.#counts, medianMinutesToSign: median, slowestMinutesToSign: slowest };
  }
}
