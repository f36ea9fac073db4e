import type { DeliveryEventKind, ExchangeStatistics, Side } from '@karez/contracts-exchange';
import { chinaDay, type WorkingCalendar } from '@karez/kernel';
import type { Period } from './period.js';
import { type Portion, tally } from './tally.js';

/** One line of a timeline, as `delivery_event` has it; `data` is part of its canonical body. */
export interface HistoryEvent {
  readonly deliveryId: string;
  readonly side: Side;
  readonly seq: number;
  readonly kind: DeliveryEventKind;
  readonly at: Date;
  readonly data: Readonly<Record<string, string | number | boolean>>;
}
export interface Folding {
  readonly period: Period;
  readonly calendar: WorkingCalendar;
  /** Whose a timeline is; undefined where the reader does not reach. */
  readonly bodyOf: (deliveryId: string, side: Side) => { readonly id: string; readonly name: string } | undefined;
}

/**
 * The statistics from nothing but what happened: every count of `Statistics` must equal this, whatever the histories were. A timeline counts
 * on the day of its first line.
 */
export function foldStatistics(events: Iterable<HistoryEvent>, { period, calendar, bodyOf }: Folding): Omit<ExchangeStatistics, 'at'> {
  const timelines = new Map<string, HistoryEvent[]>();
  for (const event of events) {
    const name = `${event.side} ${event.deliveryId}`;
    timelines.set(name, [...(timelines.get(name) ?? []), event]);
  }
  const portions = [...timelines.values()].flatMap((timeline): Portion[] => {
    const inOrder = [...timeline].sort((one, other) => one.seq - other.seq);
    const [first] = inOrder;
    const body = first && bodyOf(first.deliveryId, first.side);
    if (!first || !body || first.at < period.begin || first.at >= period.end) return [];
    const whose = { orgId: body.id, orgName: body.name, day: chinaDay(first.at) };
    if (first.side === 'sender') return [{ ...whose, sent: 1 }];
    // what was recalled before it came was never received
    return first.kind === 'recalled' ? [] : [{ ...whose, ...received(inOrder, calendar) }];
  });
  return { from: period.from, to: period.to, ...tally(portions) };
}

function received(timeline: readonly HistoryEvent[], calendar: WorkingCalendar): Omit<Portion, 'orgId' | 'orgName' | 'day'> {
  const has = (kind: DeliveryEventKind): number => Number(timeline.some((event) => event.kind === kind));
  const [arrived, signed] = [timeline[0], timeline.find(({ kind }) => kind === 'signed_for')];
  const lastWord = timeline.findLast(({ kind }) => kind === 'overdue' || kind === 'due_moved');
  const decided = has('signed_for') + has('rejected') + has('recalled');
  return {
    ...{ received: 1, signed: has('signed_for'), rejected: has('rejected'), recalled: has('recalled'), returned: has('returned') },
    ...{ waiting: decided ? 0 : 1, urged: timeline.filter(({ kind }) => kind === 'urged').length },
    overdue: Number(lastWord?.kind === 'overdue' || lastWord?.data.overdue === true),
    minutesToSign: arrived && signed ? [calendar.workingMinutesBetween(arrived.at, signed.at)] : [],
  };
}
