import { xinjiangYears } from '@karez/kernel';

export const dayMs = 86_400_000;
const offsetMs = 8 * 3_600_000;
const named = new Map(xinjiangYears.flatMap(({ days }) => days.map(({ day, kind }) => [day, kind === 'working'] as const)));

/** The plainest calendar: each midnight of government time, and whether the day that begins there is worked. Shares nothing with the clocks. */
export function* daysAfter(moment: Date): Generator<{ readonly midnight: number; readonly day: string; readonly working: boolean }> {
  const first = Math.floor((moment.getTime() + offsetMs) / dayMs) * dayMs;
  for (let at = first + dayMs; ; at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10);
    const weekday = new Date(at).getUTCDay();
    yield { midnight: at - offsetMs, day, working: named.get(day) ?? (weekday !== 0 && weekday !== 6) };
  }
}

/** Numbers that look random and are the same on every run. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
