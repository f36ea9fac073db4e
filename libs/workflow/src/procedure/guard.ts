import { LogicEngine } from 'json-logic-engine';
import type { Guard } from './procedure.js';

const logic = new LogicEngine();
const compiled = new WeakMap<object, (data: unknown) => unknown>();

/** Compiles a guard once for each object it is. @throws Error whose message says what is wrong with it */
function compile(guard: Guard): (data: unknown) => unknown {
  if (typeof guard === 'boolean') return () => guard;
  const known = compiled.get(guard);
  if (known) return known;
  if (typeof guard !== 'object' || guard === null || Array.isArray(guard) || Object.keys(guard).length !== 1)
    throw new Error('a condition is one operator with its operands');
  const unknown = unknownOperator(guard);
  if (unknown) throw new Error(`unknown operator ${unknown}`);
  const built = logic.build(guard) as unknown;
  const run = typeof built === 'function' ? (built as (data: unknown) => unknown) : () => built;
  compiled.set(guard, run);
  return run;
}

function unknownOperator(rule: unknown): string | undefined {
  if (Array.isArray(rule)) return rule.map(unknownOperator).find((found) => found !== undefined);
  if (typeof rule !== 'object' || rule === null) return undefined;
  for (const [operator, operands] of Object.entries(rule)) {
    if (!Object.hasOwn(logic.methods as object, operator)) return operator;
    const inner = operator === 'preserve' ? undefined : unknownOperator(operands);
    if (inner) return inner;
  }
  return undefined;
}

const reason = (error: unknown): string => {
  if (error instanceof Error) return error.message;
  // the engine throws NaN itself when arithmetic fails
  if (typeof error === 'number') return 'not a number';
  const type = (error as { type?: unknown } | null)?.type;
  return typeof type === 'string' ? type : 'error';
};

/** What keeps a guard from being compiled, or nothing. */
export function guardFault(guard: Guard): string | undefined {
  try {
    compile(guard);
    return undefined;
  } catch (error) {
    return reason(error);
  }
}

const isNoNumber = (value: unknown): boolean => typeof value === 'number' && !Number.isFinite(value);

/** The verdict of a guard, or the reason why there is none: a rule that throws, or a number that is none (division by zero). */
export function judge(guard: Guard, context: Readonly<Record<string, unknown>>): boolean | { readonly reason: string } {
  try {
    const value = compile(guard)(context);
    if (isNoNumber(value)) return { reason: 'not a number' };
    return Boolean(logic.truthy(value));
  } catch (error) {
    return { reason: reason(error) };
  }
}
