import type { DeliveryRow } from '@karez/contracts-exchange';
import type { Lamp } from '@karez/web-ui';
import { shortTime, today } from '../../app/time.js';
import { workingDaysBetween, type WorksOn } from '../words/working-days.js';

export interface Due {
  readonly lamp: Lamp;
  readonly words: string;
}
/** The present, and which days count. */
export interface OfficeClock {
  readonly now: Date;
  readonly works: WorksOn;
}
type Timed = Pick<DeliveryRow, 'state' | 'dueAt' | 'decidedAt'>;

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The deadline of one recipient as the sender reads it; nothing where none counts any more. */
export function dueOf({ state, dueAt, decidedAt }: Timed, clock: OfficeClock): Due | undefined {
  switch (state) {
    case 'queued':
    case 'in_flight':
    case 'stalled':
      return { lamp: 'none', words: '未送达不起算' };
    case 'delivered':
      return dueAt ? runningDue(dueAt, clock) : { lamp: 'none', words: '无时限' };
    case 'signed_for': {
      if (!dueAt || !decidedAt) return undefined;
      const late = Date.parse(decidedAt) - Date.parse(dueAt);
      return late <= 0 ? { lamp: 'green', words: '按时' } : { lamp: 'none', words: `迟签 ${spanWords(late)}` };
    }
    case 'recall_pending':
    case 'rejected':
    case 'recalled':
    case 'returned':
    case 'revoked':
      return undefined;
  }
}

export const isOverdue = (row: Timed, clock: OfficeClock): boolean => row.state === 'delivered' && dueOf(row, clock)?.lamp === 'red';
export const isDueToday = (row: Timed, clock: OfficeClock): boolean => row.state === 'delivered' && dueOf(row, clock)?.lamp === 'yellow';

function runningDue(dueAt: string, { now, works }: OfficeClock): Due {
  const left = Date.parse(dueAt) - now.getTime();
  const days = workingDaysBetween(today(new Date(dueAt)), today(now), works);
  if (left < 0) return { lamp: 'red', words: days > 0 ? `逾期 ${days} 日` : `逾期 ${spanWords(-left)}` };
  if (left < 60 * minuteMs) return { lamp: 'yellow', words: `剩 ${Math.max(1, Math.ceil(left / minuteMs))} 分` };
  const at = shortTime(dueAt, now);
  return today(new Date(dueAt)) === today(now) ? { lamp: 'yellow', words: `今日 ${at}` } : { lamp: 'green', words: `${at} 前` };
}

/** `52 分`, `3 小时`, `2 天`: plain time between two moments. */
export function spanWords(ms: number): string {
  if (ms < 60 * minuteMs) return `${Math.max(1, Math.floor(ms / minuteMs))} 分`;
  return ms < dayMs ? `${Math.floor(ms / minuteMs / 60)} 小时` : `${Math.floor(ms / dayMs)} 天`;
}
