import type { GetApprovalStatistics } from '@karez/contracts-approval';
import { chinaDay, DomainError } from '@karez/kernel';

/** Whole government days, both ends included. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly begin: Date;
  /** The first moment that is no more part of it. */
  readonly end: Date;
}
const dayMs = 86_400_000;
const beginOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** The last 30 days unless told. @throws DomainError `approval.statistics.period` */
export function periodOf({ from: asked, to = '' }: GetApprovalStatistics, now: Date): Period {
  const last = to || chinaDay(now);
  const first = asked ?? (isDay(last) ? chinaDay(new Date(beginOf(last).getTime() - 29 * dayMs)) : '');
  if (!isDay(first) || !isDay(last)) throw new DomainError('approval.statistics.period');
  const [begin, end] = [beginOf(first), new Date(beginOf(last).getTime() + dayMs)];
  const days = (end.getTime() - begin.getTime()) / dayMs;
  if (days < 1 || days > 366) throw new DomainError('approval.statistics.period');
  return { from: first, to: last, begin, end };
}

/** 2026-02-30 has the form of a day and is none. */
const isDay = (day: string): boolean => {
  const at = beginOf(day).getTime();
  return !Number.isNaN(at) && chinaDay(new Date(at)) === day;
};
