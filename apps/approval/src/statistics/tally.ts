import type { CaseCount, CaseState, Rating } from '@karez/contracts-approval';
import type { WorkingCalendar } from '@karez/kernel';
import { limitOf, type StoredLimit } from '../case/stored-limit.js';
import { dueOf } from '../clock/due.js';
import { lampAt } from '../clock/lamp.policy.js';

/** What counts of one case. */
export interface CountedCase {
  readonly state: CaseState;
  readonly limits: readonly StoredLimit[];
  readonly acceptedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly granted: boolean | null;
  readonly rating: Rating | null;
  readonly dueAt: Date | null;
}
export interface Reading {
  readonly calendar: WorkingCalendar;
  readonly now: Date;
}
const beforeDecision: ReadonlySet<CaseState> = new Set(['submitted', 'correcting', 'accepted', 'suspended']);
/** 基本满意 and better. */
const content = 3;

/** Adds up cases; rates are worked out at the end, of the sums. */
export class Tally {
  #submitted = 0;
  #accepted = 0;
  #refused = 0;
  #withdrawn = 0;
  #running = 0;
  #decided = 0;
  #granted = 0;
  #onTime = 0;
  #withinPromise = 0;
  #early = 0;
  #lead = 0;
  #yellow = 0;
  #red = 0;
  #rated = 0;
  #content = 0;

  add(kase: CountedCase, reading: Reading): void {
    this.#submitted += 1;
    this.#accepted += Number(kase.acceptedAt !== null);
    this.#refused += Number(kase.state === 'refused');
    this.#withdrawn += Number(kase.state === 'withdrawn');
    this.#running += Number(beforeDecision.has(kase.state));
    this.#granted += Number(kase.granted === true);
    if (kase.rating) {
      this.#rated += 1;
      this.#content += Number(kase.rating.level >= content);
    }
    const late = kase.decidedAt !== null && this.#addDecision(kase, kase.decidedAt, reading);
    const lamp = lampAt(reading.calendar, kase.dueAt, reading.now);
    this.#yellow += Number(lamp === 'yellow' && !late);
    this.#red += Number(lamp === 'red' || late);
  }

  /** @returns whether it came after the statutory date */
  #addDecision({ limits }: CountedCase, decidedAt: Date, { calendar }: Reading): boolean {
    const dueBy = (kind: StoredLimit['kind']): Date | null => {
      const limit = limits.findLast((each) => each.kind === kind);
      return limit ? dueOf(limitOf(limit), calendar).at : null;
    };
    const [statutory, promised] = [dueBy('statutory'), dueBy('promised')];
    const lead = statutory ? calendar.workingDaysBetween(decidedAt, statutory) : 0;
    const onTime = !statutory || decidedAt <= statutory;
    this.#decided += 1;
    this.#onTime += Number(onTime);
    this.#withinPromise += Number(!promised || decidedAt <= promised);
    this.#early += Number(lead >= 1);
    this.#lead += lead;
    return !onTime;
  }

  count(): CaseCount {
    const [decided, rated] = [this.#decided, this.#rated];
    return {
      ...{ submitted: this.#submitted, accepted: this.#accepted, refused: this.#refused, withdrawn: this.#withdrawn },
      ...{ running: this.#running, decided, granted: this.#granted, onTime: this.#onTime, withinPromise: this.#withinPromise },
      ...(decided && {
        onTimeRate: rate(this.#onTime, decided),
        earlyRate: rate(this.#early, decided),
        leadDays: tenth(this.#lead / decided),
      }),
      ...{ yellow: this.#yellow, red: this.#red, rated },
      ...(rated && { satisfaction: rate(this.#content, rated) }),
    };
  }
}

const rate = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 10_000;
const tenth = (days: number): number => Math.round(days * 10) / 10;
