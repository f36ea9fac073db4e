import { DomainError } from '@karez/kernel';
import { collect } from './collect.js';
import type { DecisionTable } from './decision-table.js';
import { type FeelContext, feelTest, feelValue } from './feel.js';

export interface Decided {
  /** One output: its value; several: an object by their names; R, O and C: a list of these. `null` when nothing matches and there is no default. */
  readonly value: unknown;
  /** Numbers of the rules that matched, from 1. */
  readonly rules: readonly number[];
}
interface Match {
  readonly rule: number;
  readonly outputs: readonly unknown[];
}

/**
 * Evaluates a table (DMN 1.5 §8.2).
 * @throws DomainError `workflow.decision_failed`: `several rules match` (U), `rules disagree` (A), or a cell that is no FEEL
 */
export function decide(table: DecisionTable, context: FeelContext): Decided {
  const refuse = (reason: string): never => {
    throw new DomainError('workflow.decision_failed', { table: table.name, reason });
  };
  try {
    const matches = matching(table, context);
    const rules = matches.map(({ rule }) => rule);
    if (matches.length === 0) return { value: noMatch(table, context), rules };
    if (table.hitPolicy === 'U' && matches.length > 1) return refuse(`several rules match: ${rules.join(', ')}`);
    if (table.hitPolicy === 'A' && new Set(matches.map(({ outputs }) => JSON.stringify(outputs))).size > 1)
      return refuse(`rules disagree: ${rules.join(', ')}`);
    const ordered = table.hitPolicy === 'P' || table.hitPolicy === 'O' ? byPriority(table, matches, context) : matches;
    const values = ordered.map(({ outputs }) => shaped(table, outputs));
    const list = ['R', 'O', 'C'].includes(table.hitPolicy);
    if (list) return { value: values, rules };
    return {
      value: table.hitPolicy.startsWith('C')
        ? collect(
            table,
            ordered.map(({ outputs }) => outputs),
          )
        : values[0],
      rules,
    };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    return refuse(error instanceof Error ? error.message : 'error');
  }
}

function matching({ inputs, outputs, rules }: DecisionTable, context: FeelContext): Match[] {
  const values = inputs.map(({ expression }) => feelValue(expression, context));
  const allowed = inputs.every(({ allowed: tests }, index) => !tests || feelTest(tests, { ...context, '?': values[index] }));
  if (!allowed) return [];
  const holds = (cell: string, index: number): boolean => isAny(cell) || feelTest(cell, { ...context, '?': values[index] });
  return rules.flatMap(({ when, then }, index) =>
    when.every(holds) ? [{ rule: index + 1, outputs: outputs.map((_, column) => cellValue(then[column] ?? '', context)) }] : [],
  );
}
export const isAny = (cell: string): boolean => cell.trim() === '-' || cell.trim() === '';
const cellValue = (cell: string, context: FeelContext): unknown => (isAny(cell) ? null : feelValue(cell, context));

export function shaped({ outputs }: DecisionTable, values: readonly unknown[]): unknown {
  if (outputs.length === 1) return values[0];
  return Object.fromEntries(outputs.map(({ name }, index) => [name, values[index]]));
}

function noMatch(table: DecisionTable, context: FeelContext): unknown {
  if (table.outputs.every((output) => output.default === undefined)) return table.hitPolicy === 'C#' ? 0 : null;
  return shaped(
    table,
    table.outputs.map((output) => (output.default === undefined ? null : feelValue(output.default, context))),
  );
}

/** P and O: by the place of each output in its list of allowed values, the first output first. */
function byPriority({ outputs }: DecisionTable, matches: readonly Match[], context: FeelContext): Match[] {
  const orders = outputs.map(({ allowed }) => (allowed ? (feelValue(`[${allowed}]`, context) as unknown[]) : []));
  const rank = (match: Match): number[] =>
    orders.map((order, index) => {
      const place = order.findIndex((value) => JSON.stringify(value) === JSON.stringify(match.outputs[index]));
      return place < 0 ? order.length : place;
    });
  return [...matches].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const differs = left.findIndex((place, index) => place !== right[index]);
    return differs < 0 ? a.rule - b.rule : left[differs]! - right[differs]!;
  });
}
