/** Government time in Xinjiang is Beijing time; IANA Asia/Urumqi would be two hours off. */
const zone = 'Asia/Shanghai';
const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

interface Moment {
  readonly year: string;
  readonly date: string;
  readonly time: string;
}

function momentOf(at: Date): Moment {
  const of = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return { year: of['year']!, date: `${of['month']}-${of['day']}`, time: `${of['hour']}:${of['minute']}` };
}

/** `10:12` today, `昨天 18:20`, `11-20 17:04` this year, else `2025-11-20 17:04`. */
export function shortTime(iso: string, now = new Date()): string {
  const then = momentOf(new Date(iso));
  const today = momentOf(now);
  const yesterday = momentOf(new Date(now.getTime() - 86_400_000));
  if (then.year === today.year && then.date === today.date) return then.time;
  if (then.year === yesterday.year && then.date === yesterday.date) return `昨天 ${then.time}`;
  return `${shortDate(iso, now)} ${then.time}`;
}

/** `11-20` this year, else `2025-11-20`. Dates without a time (`2026-11-24`) are taken as they are written. */
export function shortDate(iso: string, now = new Date()): string {
  const plain = /^(\d{4})-(\d{2}-\d{2})$/.exec(iso);
  const then = plain ? { year: plain[1]!, date: plain[2]! } : momentOf(new Date(iso));
  return then.year === momentOf(now).year ? then.date : `${then.year}-${then.date}`;
}

/** `2026-11-24`, in Beijing. */
export function today(now = new Date()): string {
  const { year, date } = momentOf(now);
  return `${year}-${date}`;
}

/** `11 月 23 日 星期一` */
export function longToday(now = new Date()): string {
  const of = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('zh-CN', { timeZone: zone, ...options }).format(now);
  const [month, day] = momentOf(now).date.split('-').map(Number);
  return `${month} 月 ${day} 日 ${of({ weekday: 'long' })}`;
}
