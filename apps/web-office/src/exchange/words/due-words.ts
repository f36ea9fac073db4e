import type { DeliveryState } from '@karez/contracts-exchange';
import type { Lamp } from '@karez/web-ui';
import { today } from '../../app/time.js';
import { workingDaysBetween, type WorksOn } from './working-days.js';

/** A lamp and the words in it. */
export interface DueLook {
  readonly lamp: Lamp;
  readonly words: string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * How much time is left to sign, or by how much it is over. Within one day in minutes and hours, else in working days; red from the
 * moment it is over, yellow up to the next working day, green before that.
 */
export function dueLook(dueAt: string | undefined, now: Date, works: WorksOn): DueLook {
  if (!dueAt) return { lamp: 'none', words: '无时限' };
  const due = new Date(dueAt);
  const left = due.getTime() - now.getTime();
  if (left < 0) return { lamp: 'red', words: `逾期 ${spanWords(-left, workingDaysBetween(today(due), today(now), works))}` };
  const days = workingDaysBetween(today(now), today(due), works);
  return { lamp: days <= 1 ? 'yellow' : 'green', words: `剩 ${spanWords(left, days)}` };
}

function spanWords(ms: number, workingDays: number): string {
  if (workingDays > 0) return `${workingDays} 日`;
  if (ms < hourMs) return `${Math.max(1, Math.floor(ms / minuteMs))} 分`;
  if (ms < 24 * hourMs) return `${Math.floor(ms / hourMs)} 小时`;
  return `${Math.floor(ms / (24 * hourMs))} 日`;
}

/** States in which a deadline to sign runs. */
const running: readonly DeliveryState[] = ['delivered', 'recall_pending'];
const notArrived: readonly DeliveryState[] = ['queued', 'in_flight', 'stalled'];

/** The lamp of one delivery; none once it was decided. */
export function deliveryDue({ state, dueAt }: { state: DeliveryState; dueAt?: string }, now: Date, works: WorksOn): DueLook | undefined {
  if (notArrived.includes(state)) return { lamp: 'none', words: '未送达不起算' };
  return running.includes(state) ? dueLook(dueAt, now, works) : undefined;
}

/** How long something has lasted: 52 分, 1 时 08 分, 3 日. */
export function elapsedWords(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / minuteMs));
  if (minutes < 60) return `${minutes} 分`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} 时 ${String(minutes % 60).padStart(2, '0')} 分`;
  return `${Math.floor(minutes / (24 * 60))} 日`;
}

/** Working minutes of a deadline: 30 分钟, 2 小时, 1 个工作日 (8 hours). */
export function allowanceWords(minutes: number): string {
  if (minutes % 480 === 0) return `${minutes / 480} 个工作日`;
  return minutes % 60 === 0 ? `${minutes / 60} 小时工作时间` : `${minutes} 分钟工作时间`;
}
