import type { ProcedureMap } from './procedure-map.js';
import type { Marking } from './token-game.js';

/**
 * Nodes that could run twice because two tokens of one instance come to them unjoined. Two edges are concurrent when one node sends tokens
 * over both, or when one is concurrent with all that the other's node waits for (A. Kovalyov, J. Esparza, 1996, for free-choice nets).
 */
export function nodesRunTwice(map: ProcedureMap, from: Marking): string[] {
  const pairs = new Set<string>();
  const open: (readonly [string, string])[] = [];
  const related = (a: string, b: string): boolean => pairs.has(`${a} ${b}`);
  const relate = (a: string, b: string): void => {
    if (related(a, b)) return;
    pairs.add(`${a} ${b}`).add(`${b} ${a}`);
    open.push([a, b], [b, a]);
  };
  const nodeAt = (place: string): string => map.edge(place)?.to ?? place;
  const all = (places: readonly string[]): void => places.forEach((a, index) => places.slice(index + 1).forEach((b) => relate(a, b)));

  all(from);
  for (const node of map.procedure.nodes) {
    // a default is taken alone
    const together = map.out(node.id).filter((edge) => !edge.default);
    if (node.kind === 'gateway' && node.gateway !== 'xor') all(together.map(({ id }) => id));
  }
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [still, moving] = pair;
    const nodeId = nodeAt(moving);
    const waitsFor = map.joins(nodeId) ? map.in(nodeId).map(({ id }) => id) : [moving];
    if (waitsFor.includes(still) && map.joins(nodeId)) continue;
    if (waitsFor.every((way) => related(way, still))) for (const { id } of map.out(nodeId)) relate(still, id);
  }
  const twice = [...pairs]
    .map((pair) => pair.split(' ') as [string, string])
    .filter(([a, b]) => a === b || meet(map, nodeAt(a), nodeAt(b)));
  return [...new Set(twice.map(([a]) => nodeAt(a)))];
}

/** Ends and joins are made for several tokens. */
function meet(map: ProcedureMap, a: string, b: string): boolean {
  return a === b && !map.joins(a) && map.node(a).kind !== 'end';
}
