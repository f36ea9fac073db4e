import type { Lamp } from '@karez/web-ui';
import { shortTime, today } from '../app/time.js';

export interface DueWords {
  readonly lamp: Lamp;
  readonly words: string;
}

const hour = 3_600_000;
const day = 24 * hour;

/** Whether a day, `2026-11-24`, counts as a working day. */
export type Counts = (day: string) => boolean;
/** Without a calendar: Monday to Friday. */
export const weekdays: Counts = (date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** Lamp and words of a deadline as it stands now: working days as soon as it is not today, minutes and hours when it is. */
export function dueWords(dueAt: string | undefined, now = new Date(), counts = weekdays): DueWords {
  if (!dueAt) return { lamp: 'none', words: '无时限' };
  const due = new Date(dueAt);
  const left = due.getTime() - now.getTime();
  const sameDay = today(due) === today(now);
  if (left < 0) return { lamp: 'red', words: `逾期 ${sameDay ? span(-left) : `${daysBetween(due, now, counts)} 日`}` };
  if (sameDay) return { lamp: 'yellow', words: left < hour ? `剩 ${span(left)}` : `今日 ${shortTime(dueAt, now)} 前` };
  const days = daysBetween(now, due, counts);
  return { lamp: days > 1 ? 'green' : 'yellow', words: `剩 ${days} 日` };
}

const span = (milliseconds: number): string =>
  milliseconds < hour ? `${Math.max(1, Math.floor(milliseconds / 60_000))} 分` : `${Math.floor(milliseconds / hour)} 小时`;

/** Working days after the day of `from` up to and with the day of `to`; at least one, because the day has changed. */
function daysBetween(from: Date, to: Date, counts: Counts): number {
  const last = today(to);
  let count = 0;
  // a deadline years ago need not be counted to the day
  for (let at = from.getTime() + day, turns = 0; today(new Date(at)) <= last && turns < 400; at += day, turns += 1)
    if (counts(today(new Date(at)))) count += 1;
  return Math.max(1, count);
}
