/** Whether a day `2026-11-24` is worked. */
export type WorksOn = (day: string) => boolean;

interface SpecialDay {
  readonly day: string;
  readonly kind: 'working' | 'off';
}

const dayMs = 86_400_000;
const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
export const dayAfter = (day: string, by = 1): string => new Date(msOf(day) + by * dayMs).toISOString().slice(0, 10);

/** Monday to Friday, unless a published notice says otherwise (调休, holidays). */
export function worksOn(special: readonly SpecialDay[]): WorksOn {
  const kinds = new Map(special.map(({ day, kind }) => [day, kind]));
  return (day) => {
    const kind = kinds.get(day);
    if (kind) return kind === 'working';
    const weekday = new Date(msOf(day)).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  };
}

/** Working days after `from`, up to and including `to`; 0 when `to` is not later. Longer spans than a year are cut off there. */
export function workingDaysBetween(from: string, to: string, works: WorksOn): number {
  let count = 0;
  let day = from;
  for (let step = 0; day < to && step < 400; step++) {
    day = dayAfter(day);
    if (works(day)) count++;
  }
  return count;
}
