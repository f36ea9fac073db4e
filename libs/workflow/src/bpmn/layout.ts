import type { Procedure, ProcedureNode } from '../procedure/procedure.js';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}
const column = 180;
const row = 110;
const sizes: Readonly<Record<ProcedureNode['kind'], readonly [number, number]>> = {
  ...{ start: [36, 36], end: [36, 36], gateway: [50, 50], human: [120, 70], automatic: [120, 70], decision: [120, 70] },
};

/** A place for each node: columns by the longest way from the start, rows in the order of the nodes. */
export function layOut({ nodes, edges }: Pick<Procedure, 'nodes' | 'edges'>): ReadonlyMap<string, Box> {
  const ranks = new Map(nodes.map(({ id }) => [id, 0]));
  const back = backEdges(nodes, edges);
  // as many rounds as there can be columns
  for (let round = 0; round < nodes.length; round += 1) {
    let moved = false;
    for (const edge of edges) {
      const next = (ranks.get(edge.from) ?? 0) + 1;
      if (back.has(edge.id) || (ranks.get(edge.to) ?? 0) >= next) continue;
      ranks.set(edge.to, next);
      moved = true;
    }
    if (!moved) break;
  }
  const filled = new Map<number, number>();
  return new Map(
    nodes.map(({ id, kind }) => {
      const rank = ranks.get(id)!;
      const place = filled.get(rank) ?? 0;
      filled.set(rank, place + 1);
      const [width, height] = sizes[kind];
      return [id, { x: 100 + rank * column - width / 2, y: 100 + place * row - height / 2, width, height }];
    }),
  );
}

/** Edges that lead back to a node that is still on the way. */
function backEdges(nodes: Procedure['nodes'], edges: Procedure['edges']): ReadonlySet<string> {
  const out = new Map(nodes.map(({ id }) => [id, edges.filter(({ from }) => from === id)]));
  const found = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  const walk = (id: string): void => {
    state.set(id, 'open');
    for (const edge of out.get(id) ?? [])
      if (state.get(edge.to) === 'open') found.add(edge.id);
      else if (!state.has(edge.to)) walk(edge.to);
    state.set(id, 'done');
  };
  nodes.forEach(({ id }) => state.has(id) || walk(id));
  return found;
}

/** From side to side; a way back goes above. */
export function wayOf(from: Box, to: Box): Point[] {
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  if (end.x > start.x) {
    const middle = (start.x + end.x) / 2;
    return start.y === end.y ? [start, end] : [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end];
  }
  const above = Math.min(from.y, to.y) - 20;
  const [leaves, enters] = [from.x + from.width / 2, to.x + to.width / 2];
  return [
    { x: leaves, y: from.y },
    { x: leaves, y: above },
    { x: enters, y: above },
    { x: enters, y: to.y },
  ];
}
