import type { DayReason } from './calendar-year.js';
import { type Day, type DayNumber, dayOf } from './china-time.js';

/** Why a stretch of days counts or not; `start` is the day the span begins on, `after_hours` a working day of which no office hour was left. */
export type DerivationReason = DayReason | 'start' | 'after_hours';

/** A run of days treated alike: one line of the explanation a screen shows. */
export interface DerivationSegment {
  readonly from: Day;
  /** Last day of the run, included. */
  readonly to: Day;
  readonly counted: boolean;
  /** Working days or working minutes taken from this run, by the due date's `unit`; minutes may have a fraction; 0 where not counted. */
  readonly amount: number;
  readonly reason: DerivationReason;
  /** The notice's word: `春节`; empty where the weekday rule decides. */
  readonly note: string;
  readonly provisional: boolean;
}

/** When a span ends, and how that came about. */
export interface DueDate {
  readonly at: Date;
  /** The government day of `at`. */
  readonly day: Day;
  readonly unit: 'working_day' | 'working_minute';
  /** A day on the way is settled by no notice at hand: the date may still move, and is to be derived again when the notice comes. */
  readonly provisional: boolean;
  /** Without gaps from the day the span begins to `day`; the amounts add up to the span. */
  readonly derivation: readonly DerivationSegment[];
}

export interface DerivedDay {
  readonly reason: DerivationReason;
  readonly note: string;
  readonly provisional: boolean;
}

type OpenSegment = DerivedDay & { readonly first: DayNumber; last: DayNumber; readonly counted: boolean; amount: number };

/** Takes the days of a span one after another and tells them in runs. */
export class Derivation {
  readonly #segments: OpenSegment[] = [];

  constructor(readonly unit: DueDate['unit']) {}

  /** The next day, and how much of the span was taken from it. */
  add(day: DayNumber, { reason, note, provisional }: DerivedDay, amount: number): void {
    const run = this.#segments.at(-1);
    if (run?.reason === reason && run.note === note && run.provisional === provisional && run.counted === amount > 0) {
      run.last = day;
      run.amount += amount;
      return;
    }
    this.#segments.push({ reason, note, provisional, first: day, last: day, counted: amount > 0, amount });
  }

  dueAt(day: DayNumber, ms: number): DueDate {
    return {
      at: new Date(ms),
      day: dayOf(day),
      unit: this.unit,
      provisional: this.#segments.some(({ provisional }) => provisional),
      derivation: this.#segments.map(({ first, last, ...run }) => ({ from: dayOf(first), to: dayOf(last), ...run })),
    };
  }
}
