import { limitNames, type LimitState, type LimitView } from '@karez/contracts-approval';
import type { WorkingCalendar } from '@karez/kernel';
import { derivationLines, type Reader } from './derivation.js';
import { dueOf, usedOf } from './due.js';
import { lampAt } from './lamp.policy.js';
import { lengthOf, type Limit } from './limit.js';

export interface LimitReader {
  readonly calendar: WorkingCalendar;
  readonly now: Date;
  readonly reader: Reader;
}

/** A limit as people read it: where it stands, and how its due date came about. */
export function limitView(
  limit: Limit,
  more: { readonly step?: string; readonly void?: boolean },
  { calendar, now, reader }: LimitReader,
): LimitView {
  const due = dueOf(limit, calendar);
  const state = stateOf(limit, due.at, more.void ?? false);
  const used = usedOf(limit, calendar, now);
  return {
    ...{ kind: limit.kind, name: limitNames[limit.kind], ...(more.step && { step: more.step }), state },
    ...{ startedAt: limit.startedAt.toISOString(), workingDays: lengthOf(limit), used },
    ...(state === 'running' && { left: lengthOf(limit) - used }),
    ...(due.at && { dueAt: due.at.toISOString() }),
    ...{ provisional: due.provisional, lamp: limit.endedAt ? 'none' : lampAt(calendar, due.at, now) },
    ...(limit.endedAt && { endedAt: limit.endedAt.toISOString() }),
    segments: due.stretches.map(({ from, to, exclusion, workingDays }) => ({
      from: from.toISOString(),
      ...(to && { to: to.toISOString() }),
      ...{ counted: !exclusion, basis: exclusion?.basis ?? limit.basis, workingDays },
      ...(exclusion && { exclusion: exclusion.kind }),
      ...(exclusion?.documentNumber && { documentNumber: exclusion.documentNumber }),
    })),
    derivation: derivationLines(limit, due, reader),
  };
}

function stateOf({ endedAt }: Limit, dueAt: Date | null, isVoid: boolean): LimitState {
  if (isVoid) return 'void';
  if (!endedAt) return dueAt ? 'running' : 'paused';
  return !dueAt || endedAt <= dueAt ? 'met' : 'missed';
}
