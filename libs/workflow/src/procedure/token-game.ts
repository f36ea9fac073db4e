import { nodesRunTwice } from './concurrency.js';
import type { ProcedureMap } from './procedure-map.js';

/** Where tokens are: the id of an edge, or of a human step, for each of them. */
export type Marking = readonly string[];
export interface GameFault {
  readonly kind: 'join_incomplete' | 'step_twice' | 'too_large';
  readonly nodeId: string;
}
const mostMarkings = 100_000;

/**
 * Plays every course a procedure can take, whatever its guards say, and reports joins that may wait for ever and steps that may run twice
 * at once. Branches do not hinder each other, so only one of the enabled nodes is followed at a time and only its choices fork the game
 * (a stubborn set of a free-choice net: J. Desel, J. Esparza, Free Choice Petri Nets, 1995): the deadlocks found are the same.
 */
export function playTokens(map: ProcedureMap, from: Marking): GameFault[] {
  const twice = nodesRunTwice(map, from).map((nodeId): GameFault => ({ kind: 'step_twice', nodeId }));
  // unjoined tokens multiply, so there is no end of markings to be played
  if (twice.length > 0) return twice;
  return play(map, from, 3) ?? play(map, from, 0) ?? [{ kind: 'too_large', nodeId: '' }];
}

/** Nothing when there are too many markings. `widest`: or gateways of at most so many ways are played with every choice of these. */
function play(map: ProcedureMap, from: Marking, widest: number): GameFault[] | undefined {
  const incomplete = new Set<string>();
  const seen = new Set<string>();
  const open: Marking[] = [from];
  for (let marking = open.pop(); marking; marking = open.pop()) {
    const key = [...marking].sort().join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    if (seen.size > mostMarkings) return undefined;
    open.push(...successors(map, marking, { widest, stuck: (nodeId) => void incomplete.add(nodeId) }));
  }
  return [...incomplete].map((nodeId) => ({ kind: 'join_incomplete', nodeId }));
}

interface Rules {
  readonly widest: number;
  readonly stuck: (nodeId: string) => void;
}
const nodeAt = (map: ProcedureMap, place: string): string => map.edge(place)?.to ?? place;
const without = (marking: Marking, taken: readonly string[]): string[] => marking.filter((place) => !taken.includes(place));

function successors(map: ProcedureMap, marking: Marking, rules: Rules): Marking[] {
  // the branch that moved last goes on first, so that branches are played one after another and not in every interleaving
  const free = marking.findLast((place) => !map.edge(place) || !map.joins(nodeAt(map, place)));
  if (free !== undefined) return fire(map, marking, { nodeId: nodeAt(map, free), taken: [free] }, rules);
  const nodes = [...new Set(marking.map((place) => nodeAt(map, place)))];
  for (const id of nodes) {
    const waiting = marking.filter((place) => nodeAt(map, place) === id);
    if (map.joins(id) === 'and' && waiting.length === map.in(id).length) return fire(map, marking, { nodeId: id, taken: waiting }, rules);
  }
  const inclusive = nodes.filter((id) => map.joins(id) === 'or');
  const ready = inclusive.find((id) =>
    map.inclusiveReady(
      id,
      new Set(marking.filter((place) => nodeAt(map, place) === id)),
      nodes.filter((other) => other !== id),
    ),
  );
  const next = ready ?? (inclusive.length === nodes.length ? inclusive[0] : undefined);
  if (next !== undefined) return fire(map, marking, { nodeId: next, taken: marking.filter((place) => nodeAt(map, place) === next) }, rules);
  for (const nodeId of nodes) if (map.joins(nodeId) === 'and') rules.stuck(nodeId);
  return [];
}

interface Firing {
  readonly nodeId: string;
  readonly taken: readonly string[];
}
function fire(map: ProcedureMap, marking: Marking, { nodeId, taken }: Firing, { widest }: Rules): Marking[] {
  const rest = without(marking, taken);
  const node = map.node(nodeId);
  const edges = map.out(nodeId).map(({ id }) => id);
  if (node.kind === 'end') return [node.terminate ? [] : rest];
  if (node.kind !== 'gateway' || node.gateway === 'and') return [[...rest, ...edges]];
  if (node.gateway === 'xor') return edges.map((edge) => [...rest, edge]);
  const together = map.out(nodeId).flatMap((edge) => (edge.default ? [] : [edge.id]));
  const alone = map.out(nodeId).flatMap((edge) => (edge.default ? [[edge.id]] : []));
  return [...subsets(together, widest), ...alone].map((chosen) => [...rest, ...chosen]);
}

/** All non-empty choices of an or gateway; of a wider one only the single ways and all of them. */
function subsets(edges: readonly string[], widest: number): string[][] {
  if (edges.length > widest) return [[...edges], ...edges.map((edge) => [edge])];
  return Array.from({ length: 2 ** edges.length - 1 }, (_, index) => edges.filter((_edge, bit) => ((index + 1) >> bit) & 1));
}
