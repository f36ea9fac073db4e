const day = /^\d{4}-\d{2}-\d{2}$/;
export const presets = ['7', '30', 'month', 'year'] as const;
export type Preset = (typeof presets)[number];
export const presetWord: Record<Preset, string> = { '7': '近 7 日', '30': '近 30 日', month: '本月', year: '本年' };

export interface Period {
  readonly from: string;
  readonly to: string;
}

const shifted = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** First and last day of a preset, both counted, by today's date in Beijing. */
export function periodOf(preset: Preset, today: string): Period {
  if (preset === 'month') return { from: `${today.slice(0, 8)}01`, to: today };
  if (preset === 'year') return { from: `${today.slice(0, 5)}01-01`, to: today };
  return { from: shifted(today, 1 - Number(preset)), to: today };
}

/** The period of an address; what is no day, or stands in the wrong order, is the last 30 days. */
export function readPeriod(from: string | null, to: string | null, today: string): Period {
  if (!from || !to || !day.test(from) || !day.test(to) || from > to) return periodOf('30', today);
  return { from, to };
}

/** Which preset a period is, if any. */
export const presetOf = (period: Period, today: string): Preset | undefined =>
  presets.find((each) => {
    const { from, to } = periodOf(each, today);
    return from === period.from && to === period.to;
  });
