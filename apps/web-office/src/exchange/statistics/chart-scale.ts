/** Steps of the axis: 1, 2, 5 and their tens, at most four lines above zero. */
export function axisOf(most: number): { top: number; lines: number[] } {
  if (most <= 0) return { top: 1, lines: [0, 1] };
  const raw = most / 4;
  const ten = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, ([1, 2, 5, 10].find((each) => each * ten >= raw) ?? 10) * ten);
  const top = Math.ceil(most / step) * step;
  return { top, lines: Array.from({ length: Math.round(top / step) + 1 }, (_, at) => at * step) };
}

/** Which of the days are written under the bars: as many as have room, always the first. */
export function namedDays(days: number, room: number): (at: number) => boolean {
  const every = Math.max(1, Math.ceil(days / Math.max(1, room)));
  return (at) => at % every === 0;
}

/** Every day between two, both included; the answer leaves out days on which nothing happened. */
export function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`) && days.length < 400; at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
