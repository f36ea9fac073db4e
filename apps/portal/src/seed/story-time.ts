import { chinaDay } from '@karez/kernel';

const dayMs = 86_400_000;
const quarterMs = 15 * 60_000;

/** So many days before today at that time of day in Asia/Shanghai; what falls on a weekend is of the Friday before; never in the future. */
export function storyTime(now: Date, daysAgo: number, time: string): Date {
  const day = new Date(now.getTime() - daysAgo * dayMs);
  const weekday = new Date(`${chinaDay(day)}T00:00:00Z`).getUTCDay();
  const back = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
  const at = new Date(`${chinaDay(new Date(day.getTime() - back * dayMs))}T${time}:00+08:00`);
  return new Date(Math.min(at.getTime(), now.getTime() - quarterMs));
}
