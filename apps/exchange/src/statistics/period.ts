import type { GetStatistics } from '@karez/contracts-exchange';
import { chinaDay, DomainError } from '@karez/kernel';

const dayMs = 86_400_000;
const mostDays = 366;

/** Government days, both ends included, and the moments between which they lie: from `begin`, before `end`. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly begin: Date;
  readonly end: Date;
}

/**
 * The days that are asked for: thirty up to `to`, or up to today, unless `from` says otherwise.
 * @throws DomainError `exchange.statistics.period` for more than 366 days, none at all, or a day that does not exist
 */
export function periodOf({ from, to }: Pick<GetStatistics, 'from' | 'to'>, now: Date): Period {
  const last = to ?? chinaDay(now);
  const end = new Date(midnightOf(last) + dayMs);
  const first = from ?? chinaDay(new Date(end.getTime() - 30 * dayMs));
  const begin = new Date(midnightOf(first));
  const days = (end.getTime() - begin.getTime()) / dayMs;
  if (days < 1 || days > mostDays) throw refusal();
  return { from: first, to: last, begin, end };
}

function midnightOf(day: string): number {
  const moment = new Date(`${day}T00:00:00+08:00`);
  // an engine may roll 02-30 over to March
  if (Number.isNaN(moment.getTime()) || chinaDay(moment) !== day) throw refusal();
  return moment.getTime();
}

const refusal = (): DomainError => new DomainError('exchange.statistics.period');
