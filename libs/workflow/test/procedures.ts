import type { HumanNode, Procedure, ProcedureEdge, ProcedureNode } from '@karez/workflow';

export const human = (id: string, role = id, more: Partial<HumanNode> = {}): HumanNode => ({
  ...{ id, kind: 'human', name: id, assignee: { role } },
  ...more,
});
export const gateway = (id: string, kind: 'xor' | 'and' | 'or'): ProcedureNode => ({ id, kind: 'gateway', name: id, gateway: kind });
export const start: ProcedureNode = { id: 'start', kind: 'start', name: '开始' };
export const end: ProcedureNode = { id: 'end', kind: 'end', name: '结束', outcome: 'granted' };

let count = 0;
/** `a > b`, with a guard after `?`. */
export const edge = (from: string, to: string, more: Partial<ProcedureEdge> = {}): ProcedureEdge => ({
  id: `e${(count += 1)}`,
  from,
  to,
  ...more,
});
export const chain = (...ids: string[]): ProcedureEdge[] => ids.slice(1).map((to, index) => edge(ids[index]!, to));
export const procedure = (code: string, nodes: readonly ProcedureNode[], edges: readonly ProcedureEdge[], version = 1): Procedure => ({
  ...{ code, version, title: code, nodes, edges },
});

/** Accepted at the window, three departments at once, joined, decided by the leader. */
export const threeDepartments = (version = 1): Procedure =>
  procedure(
    'three',
    [
      start,
      human('accept'),
      gateway('fork', 'and'),
      human('water'),
      human('land'),
      human('fire'),
      gateway('join', 'and'),
      human('leader'),
      end,
    ],
    [
      ...chain('start', 'accept', 'fork'),
      ...['water', 'land', 'fire'].flatMap((id) => chain('fork', id, 'join')),
      ...chain('join', 'leader', 'end'),
    ],
    version,
  );
