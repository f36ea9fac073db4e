import { answerWithin, type ClockSegment } from '@karez/contracts-portal';
import type { WorkingCalendar } from '@karez/kernel';

/** Time in which the clock stands. The day it begins on still counts, the day it ends on does not (《民法典》 art. 201). */
export interface Stop {
  readonly cause: 'correction' | 'third_party';
  readonly from: Date;
  /** Null while it lasts. */
  readonly to: Date | null;
}
/**
 * What the time for an answer is worked out from, never a countdown: 20 working days and one extension (《政府信息公开条例》 art. 33), begun
 * anew by a correction (art. 30), without the time in which a third party or another organ is asked (art. 32, 33).
 */
export interface Ledger {
  readonly receivedAt: Date;
  /** In their order; one follows the other. */
  readonly stops: readonly Stop[];
  /** Working days added; stays when a later correction starts the clock anew. */
  readonly extension: number;
  readonly ended: { readonly at: Date; readonly cause: 'answered' | 'abandoned' } | null;
}
export interface Due {
  /** Null while the clock stands. */
  readonly at: Date | null;
  /** Rests on a day that no holiday notice settles yet. */
  readonly provisional: boolean;
}

/** From where the days are counted: the receipt, or the correction that came last. */
export const startOf = ({ receivedAt, stops }: Ledger): Date =>
  stops.filter(({ cause, to }) => cause === 'correction' && to).at(-1)?.to ?? receivedAt;

/** When the answer is due, by a calendar. */
export function dueOf(ledger: Ledger, calendar: WorkingCalendar): Due {
  let from = startOf(ledger);
  let left = answerWithin + ledger.extension;
  let provisional = false;
  for (const stop of ledger.stops.filter((each) => each.from >= from)) {
    const counted = calendar.workingDaysBetween(from, stop.from);
    // it had run out before it could be stopped
    if (counted >= left) break;
    left -= counted;
    provisional ||= calendar.provisionalBetween(from, stop.from);
    if (!stop.to) return { at: null, provisional };
    from = stop.to;
  }
  const last = calendar.addWorkingDays(from, left);
  return { at: last.at, provisional: provisional || last.provisional };
}

const causes = {
  ...{ received: '收到申请', correction: '告知补正', third_party: '征求意见', corrected: '收到补正，重新起算', resumed: '恢复计算' },
  ...{ answered: '作出答复', abandoned: '视为放弃申请' },
} as const;

/** The clock stretch by stretch, for the file of the request. */
export function segmentsOf(ledger: Ledger, calendar: WorkingCalendar, now: Date): ClockSegment[] {
  const { receivedAt, stops, ended } = ledger;
  const segments: ClockSegment[] = [];
  let from = receivedAt;
  let cause: string = causes.received;
  const run = (to: Date | null): void => {
    const workingDays = calendar.workingDaysBetween(from, to ?? now);
    segments.push({ kind: 'running', cause, from: from.toISOString(), ...(to && { to: to.toISOString() }), workingDays });
  };
  for (const stop of stops) {
    run(stop.from);
    const to = stop.to ?? ended?.at;
    segments.push({
      ...{ kind: 'stopped', cause: causes[stop.cause], from: stop.from.toISOString(), workingDays: 0 },
      ...(to && { to: to.toISOString() }),
    });
    if (!stop.to) return ended ? [...segments, endOf(ended)] : segments;
    from = stop.to;
    cause = stop.cause === 'correction' ? causes.corrected : causes.resumed;
  }
  run(ended?.at ?? null);
  return ended ? [...segments, endOf(ended)] : segments;
}
const endOf = ({ at, cause }: NonNullable<Ledger['ended']>): ClockSegment => ({
  ...{ kind: 'ended', cause: causes[cause], from: at.toISOString(), workingDays: 0 },
});
