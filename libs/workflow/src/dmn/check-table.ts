import { parseExpression, parseUnaryTests } from 'feelin';
import { fault } from '../procedure/fault.js';
import type { Finding } from '../procedure/procedure.js';
import { isAny } from './decide.js';
import type { DecisionTable } from './decision-table.js';
import { coverage } from './table-coverage.js';

const policies = ['U', 'A', 'F', 'P', 'R', 'O', 'C', 'C+', 'C<', 'C>', 'C#'];

/** Cells that are no FEEL and rows of a wrong length are errors; overlaps of a unique table and uncovered inputs are notes. */
export function tableFindings(table: DecisionTable, at: string): Finding[] {
  const wrong = (reason: string): Finding => fault('table_invalid', at, { reason });
  const found: Finding[] = [];
  if (!policies.includes(table.hitPolicy)) found.push(wrong(`hit policy ${table.hitPolicy}`));
  for (const { expression, allowed } of table.inputs) {
    if (isNoFeel('expression', expression)) found.push(wrong(expression));
    if (allowed && isNoFeel('test', allowed)) found.push(wrong(allowed));
  }
  table.rules.forEach(({ when, then }, index) => {
    if (when.length !== table.inputs.length || then.length !== table.outputs.length)
      found.push(wrong(`rule ${index + 1}: number of cells`));
    const cells = [...when.map((cell) => ['test', cell] as const), ...then.map((cell) => ['expression', cell] as const)];
    const bad = cells.find(([kind, cell]) => !isAny(cell) && isNoFeel(kind, cell));
    if (bad) found.push(wrong(`rule ${index + 1}: ${bad[1]}`));
  });
  if (found.length > 0) return found;
  const { overlaps, gap } = coverage(table);
  return [
    ...overlaps.map(([first, second]) => fault('table_overlap', at, { first, second }, 'note')),
    ...(gap ? [fault('table_incomplete', at, { sample: gap }, 'note')] : []),
  ];
}

function isNoFeel(kind: 'expression' | 'test', text: string): boolean {
  try {
    const tree = kind === 'test' ? parseUnaryTests(text, {}, undefined) : parseExpression(text, {}, undefined);
    let broken = false;
    tree.iterate({ enter: (node) => void (broken ||= node.type.isError) });
    return broken;
  } catch {
    return true;
  }
}
