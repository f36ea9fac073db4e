import type { Procedure, ProcedureEdge, ProcedureNode } from '@karez/workflow';
import { edge, end, gateway, human, procedure, start } from './procedures.js';

/** Repeatable randomness (mulberry32): a failure names its seed. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return Math.floor((((x ^ (x >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A sound procedure of nested sequences, choices, parallel and inclusive parts, and loops back. */
export function randomProcedure(code: string, random: (below: number) => number): Procedure {
  const nodes: ProcedureNode[] = [start, end];
  const edges: ProcedureEdge[] = [];
  let count = 0;
  const name = (kind: string): string => `${kind}${(count += 1)}`;
  const roles = ['one', 'pool', 'three'];
  const step = (): [string, string] => {
    const id = name('h');
    const mode = (['single', 'any', 'all', 'ratio'] as const)[random(4)]!;
    nodes.push(human(id, roles[random(3)], { mode, ratio: 0.5, order: random(2) ? 'parallel' : 'sequential' }));
    return [id, id];
  };
  const sequence = (depth: number): [string, string] => {
    const parts = Array.from({ length: 1 + random(2) }, () => part(depth));
    parts.slice(1).forEach(([first], index) => edges.push(edge(parts[index]![1], first)));
    return [parts[0]![0], parts.at(-1)![1]];
  };
  const split = (depth: number, kind: 'xor' | 'and' | 'or'): [string, string] => {
    const [fork, join] = [name('f'), name('j')];
    nodes.push(gateway(fork, kind), gateway(join, kind));
    for (let branch = 0, branches = 2 + random(2); branch < branches; branch += 1) {
      const [first, last] = sequence(depth - 1);
      const guard = { guard: { '==': [{ var: `v${random(3)}` }, random(2)] } };
      edges.push(edge(fork, first, kind === 'and' ? {} : branch === 0 ? { default: true } : guard), edge(last, join));
    }
    return [fork, join];
  };
  const loop = (depth: number): [string, string] => {
    const [head, tail] = [name('m'), name('x')];
    nodes.push(gateway(head, 'xor'), gateway(tail, 'xor'));
    const [first, last] = sequence(depth - 1);
    edges.push(edge(head, first), edge(last, tail), edge(tail, head, { guard: { '==': [{ var: 'outcome' }, 'disagree'] } }));
    const after = step();
    edges.push(edge(tail, after[0], { default: true }));
    return [head, after[1]];
  };
  const part = (depth: number): [string, string] => {
    const choice = depth === 0 ? 0 : random(6);
    if (choice < 2) return step();
    return choice === 5 ? loop(depth) : split(depth, (['xor', 'and', 'or'] as const)[choice - 2]!);
  };
  const [first, last] = sequence(3);
  edges.push(edge('start', first), edge(last, 'end'));
  return procedure(code, nodes, edges);
}
