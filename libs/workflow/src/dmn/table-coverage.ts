import { isAny } from './decide.js';
import type { DecisionTable } from './decision-table.js';
import { feelTest } from './feel.js';

export interface Coverage {
  /** Pairs of rule numbers that match one input and say different things; only where the hit policy forbids it. */
  readonly overlaps: readonly (readonly [number, number])[];
  /** An input that no rule matches, e.g. `area = 0.5, volume = 1000`. */
  readonly gap?: string;
}
const mostSamples = 20_000;

/** Tries each boundary that the cells name, and a value on either side of it, in all combinations: a gap or overlap that is found is real. */
export function coverage({ inputs, rules, outputs, hitPolicy }: DecisionTable): Coverage {
  const samples = inputs.map((_, column) => samplesOf(rules.map(({ when }) => when[column]!)));
  const total = samples.reduce((product, values) => product * values.length, 1);
  if (total === 0 || total > mostSamples) return { overlaps: [] };
  const verdicts = rules.map(({ when }) => when.map((cell, column) => samples[column]!.map((value) => holds(cell, value))));
  const overlaps = new Map<string, readonly [number, number]>();
  const needsGap = outputs.every((output) => output.default === undefined);
  let gap: string | undefined;
  for (let at = 0; at < total; at += 1) {
    const place = placeOf(at, samples);
    const matched = rules.flatMap((_, rule) => (place.every((index, column) => verdicts[rule]![column]![index]) ? [rule] : []));
    if (matched.length === 0 && needsGap)
      gap ??= inputs
        .map(({ label, expression }, column) => `${label ?? expression} = ${JSON.stringify(samples[column]![place[column]!])}`)
        .join(', ');
    if (matched.length > 1 && (hitPolicy === 'U' || hitPolicy === 'A')) noteOverlap(overlaps, matched, rules, hitPolicy);
  }
  return { overlaps: [...overlaps.values()], ...(gap === undefined ? {} : { gap }) };
}

function noteOverlap(
  overlaps: Map<string, readonly [number, number]>,
  matched: readonly number[],
  rules: DecisionTable['rules'],
  policy: string,
): void {
  for (const [index, first] of matched.entries()) {
    for (const second of matched.slice(index + 1)) {
      const same = rules[first]!.then.join('\n') === rules[second]!.then.join('\n');
      if (policy === 'U' || !same) overlaps.set(`${first} ${second}`, [first + 1, second + 1]);
    }
  }
}

function placeOf(at: number, samples: readonly (readonly unknown[])[]): number[] {
  let rest = at;
  return samples.map(({ length }) => {
    const index = rest % length;
    rest = Math.floor(rest / length);
    return index;
  });
}

function samplesOf(cells: readonly string[]): readonly unknown[] {
  const texts = cells.flatMap((cell) => [...cell.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text!));
  if (texts.length > 0) return [...new Set(texts)];
  if (cells.some((cell) => /\b(true|false)\b/.test(cell))) return [true, false];
  const numbers = [...new Set(cells.flatMap((cell) => [...cell.matchAll(/-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text))))].sort(
    (a, b) => a - b,
  );
  const between = numbers.slice(1).map((value, index) => (value + numbers[index]!) / 2);
  return numbers.length === 0 ? [null] : [numbers[0]! - 1, ...numbers, ...between, numbers.at(-1)! + 1];
}

function holds(cell: string, value: unknown): boolean {
  try {
    return isAny(cell) || feelTest(cell, { '?': value });
  } catch {
    return false;
  }
}
