import type { DecisionTable } from './decision-table.js';

/** `C+ C< C> C#` over the matched outputs; several columns are each aggregated. @throws Error for what cannot be added or compared */
export function collect({ hitPolicy, outputs }: DecisionTable, matches: readonly (readonly unknown[])[]): unknown {
  const columns = outputs.map((_, index) =>
    aggregate(
      hitPolicy.slice(1),
      matches.map((row) => row[index]),
    ),
  );
  return outputs.length === 1 ? columns[0] : Object.fromEntries(outputs.map(({ name }, index) => [name, columns[index]]));
}

function aggregate(how: string, values: readonly unknown[]): unknown {
  if (how === '#') return new Set(values.map((value) => JSON.stringify(value))).size;
  if (values.every((value) => typeof value === 'number')) {
    if (how === '+') return values.reduce((sum, value) => sum + value, 0);
    return how === '<' ? Math.min(...values) : Math.max(...values);
  }
  if (how !== '+' && values.every((value) => typeof value === 'string')) return [...values].sort().at(how === '<' ? 0 : -1);
  throw new Error('only numbers can be collected');
}
