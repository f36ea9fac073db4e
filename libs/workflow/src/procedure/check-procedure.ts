import { tableFindings } from '../dmn/check-table.js';
import { type KnownNames, nodeFindings } from './check-nodes.js';
import { fault } from './fault.js';
import { guardFault } from './guard.js';
import { ProcedureMap } from './procedure-map.js';
import type { Finding, Procedure, ProcedureEdge, ProcedureNode } from './procedure.js';
import { playTokens } from './token-game.js';

/**
 * Everything that keeps a procedure from running safely, each finding naming its node or edge; `error`s refuse it, `note`s are shown.
 * Guards are taken as able to give any verdict, so a procedure without errors cannot get stuck whatever its variables hold.
 */
export function checkProcedure(procedure: Procedure, known: KnownNames = {}): readonly Finding[] {
  const names = [...idFindings(procedure), ...edgeEnds(procedure)];
  const tables = Object.entries(procedure.decisions ?? {}).flatMap(([name, table]) => tableFindings(table, name));
  const nodes = procedure.nodes.flatMap((node) => nodeFindings(node, procedure, known));
  if (names.length > 0) return [...names, ...nodes, ...tables];
  const map = new ProcedureMap(procedure);
  const shape = [...shapeFindings(map), ...edgeFindings(map)];
  const game = shape.some(({ severity }) => severity === 'error') ? [] : gameFindings(map);
  return [...nodes, ...shape, ...game, ...tables];
}

function idFindings({ nodes, edges }: Procedure): Finding[] {
  const ids = [...nodes, ...edges].map(({ id }) => id);
  const doubled = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [
    ...[...doubled].map((id) => fault('node_doubled', id)),
    // a dot would break the path by which a guard names the step
    ...ids.filter((id) => !/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(id)).map((id) => fault('id_invalid', id)),
  ];
}

function edgeEnds({ nodes, edges }: Procedure): Finding[] {
  const known = new Set(nodes.map(({ id }) => id));
  return edges.flatMap(({ id, from, to }) =>
    [from, to].filter((node) => !known.has(node)).map((node) => fault('edge_end_unknown', id, { node })),
  );
}

function shapeFindings(map: ProcedureMap): Finding[] {
  const { nodes } = map.procedure;
  const starts = nodes.filter(({ kind }) => kind === 'start');
  const ends = nodes.filter(({ kind }) => kind === 'end');
  const found: Finding[] = [];
  if (starts.length !== 1) found.push(fault('start_count', '', { count: starts.length }));
  if (ends.length === 0) found.push(fault('end_missing', ''));
  const reached = starts[0] && starts.length === 1 ? map.reach(starts[0].id) : undefined;
  for (const node of nodes) {
    found.push(...waysFindings(map, node));
    if (node.kind !== 'start' && reached && !reached.has(node.id)) found.push(fault('unreachable', node.id));
  }
  return found;
}

function waysFindings(map: ProcedureMap, { id, kind }: ProcedureNode): Finding[] {
  const out = map.out(id).length;
  if (kind === 'end') return [];
  if (out === 0) return [fault('dead_end', id)];
  const found = kind !== 'gateway' && out > 1 ? [fault('split_without_gateway', id, { count: out })] : [];
  const leadsToEnd = [...map.reach(id)].some((next) => map.node(next).kind === 'end');
  const none = map.procedure.nodes.every((node) => node.kind !== 'end');
  return leadsToEnd || none ? found : [...found, fault('no_exit', id)];
}

function edgeFindings(map: ProcedureMap): Finding[] {
  const found: Finding[] = [];
  for (const edge of map.procedure.edges) {
    if (map.node(edge.from).kind === 'end' || map.node(edge.to).kind === 'start') found.push(fault('edge_direction', edge.id));
    if (!chooses(map, edge) && (edge.guard !== undefined || edge.default)) found.push(fault('guard_misplaced', edge.id));
    const reason = edge.guard === undefined ? undefined : guardFault(edge.guard);
    if (reason !== undefined) found.push(fault('guard_invalid', edge.id, { reason }));
  }
  return [...found, ...map.procedure.nodes.flatMap((node) => defaultFindings(map, node))];
}
function defaultFindings(map: ProcedureMap, node: ProcedureNode): Finding[] {
  if (node.kind !== 'gateway' || node.gateway === 'and') return [];
  const out = map.out(node.id);
  const defaults = out.filter((edge) => edge.default).length;
  if (defaults > 1) return [fault('default_doubled', node.id)];
  const always = out.some((edge) => !edge.default && (edge.guard === undefined || edge.guard === true));
  return defaults === 0 && !always && out.length > 0 ? [fault('default_missing', node.id)] : [];
}
function chooses(map: ProcedureMap, { from }: ProcedureEdge): boolean {
  const node = map.node(from);
  return node.kind === 'gateway' && node.gateway !== 'and';
}

function gameFindings(map: ProcedureMap): Finding[] {
  return playTokens(map, [map.start.id]).map(({ kind, nodeId }) => fault(kind, nodeId));
}
