import type { ItemSheet } from '@karez/contracts-approval';
import type { HumanNode, Procedure, ProcedureEdge, ProcedureNode } from '@karez/workflow';

/** Under which code the procedure of an item is kept. */
export const procedureCodeOf = (itemCode: string): string => `item-${itemCode.toLowerCase().replaceAll('.', '--')}`;

/**
 * The procedure that the steps of an item's guide describe: the window or a leader act alone, the offices of a step at the same time, and the
 * leader signs last. A step that names nobody is an act at the window (受理, 送达) and no part of it.
 */
export function procedureOf(sheet: Pick<ItemSheet, 'code' | 'name' | 'steps'>, version: number): Procedure {
  const nodes: ProcedureNode[] = [{ id: 'start', kind: 'start', name: '开始' }];
  const edges: ProcedureEdge[] = [];
  let from = 'start';
  const go = (node: ProcedureNode, after: readonly string[] = [from]): void => {
    nodes.push(node);
    for (const each of after) edges.push({ id: `${each}-${node.id}`, from: each, to: node.id });
    from = node.id;
  };
  const steps = sheet.steps.filter(({ by, offices }) => by ?? offices?.length);
  if (steps.at(-1)?.by !== 'leader') steps.push({ name: '领导审签', workingDays: 0, by: 'leader' });
  for (const [index, { name, workingDays, by, offices = [] }] of steps.entries()) {
    const step = (id: string, label: string, assignee: HumanNode['assignee']): HumanNode => ({
      ...{ id, kind: 'human', name: label, assignee, outcomes: ['agree', 'disagree', 'noted'] },
      ...(workingDays && { limitDays: workingDays }),
    });
    const id = `step${index + 1}`;
    if (by) go(step(id, name, { role: by }));
    else if (offices.length === 1) go(step(id, name, { role: 'review', office: offices[0]! }));
    else {
      go({ id: `${id}-fork`, kind: 'gateway', name: `${name}：分办`, gateway: 'and' });
      const branches = offices.map((office, at) => step(`${id}-${at + 1}`, `${name}（${office}）`, { role: 'review', office }));
      for (const branch of branches) go(branch, [`${id}-fork`]);
      const ends = branches.map((branch) => branch.id);
      go({ id: `${id}-join`, kind: 'gateway', name: `${name}：汇总`, gateway: 'and' }, ends);
    }
  }
  go({ id: 'end', kind: 'end', name: '结束', outcome: 'reviewed' });
  return { code: procedureCodeOf(sheet.code), version, title: sheet.name, nodes, edges };
}
