export interface SentCode {
  readonly sentAt: Date;
}
/** Seconds a code is good for. */
export const codeSeconds = 300;
export const maxTries = 5;
const pauseSeconds = 60;
const perDay = 10;
const daySeconds = 86_400;

/** Seconds until another code may be sent: a minute after the last one, a day after the first of ten. */
export function pauseBefore(sentToday: readonly SentCode[], now: Date): number {
  const age = ({ sentAt }: SentCode): number => (now.getTime() - sentAt.getTime()) / 1000;
  const last = sentToday.at(-1);
  const tenth = sentToday.at(-perDay);
  return Math.max(0, last ? Math.ceil(pauseSeconds - age(last)) : 0, tenth ? Math.ceil(daySeconds - age(tenth)) : 0);
}
