import type { ProcedureMap } from '../procedure/procedure-map.js';
import { playTokens } from '../procedure/token-game.js';
import type { MigrateOptions, MigrationChange, MigrationReport } from './engine.types.js';
import { isLive, type TokenRow } from './rows.js';
import type { Run } from './run.js';

type Refusal = NonNullable<MigrationReport['refusal']>;
const refusal = (code: string, node: string): Refusal => ({ code: `workflow.${code}`, params: { node } });

export interface Plan {
  readonly refusal?: Refusal;
  readonly changes: readonly MigrationChange[];
  /** Live tokens with the place they take in the new version. */
  readonly moves: readonly { readonly token: TokenRow; readonly nodeId: string; readonly viaEdge: string | null }[];
}

/** What moving an instance to another version would do, or why it cannot be. Reads only. */
export function planMigration(run: Run, to: ProcedureMap, { nodes = {} }: MigrateOptions): Plan {
  const no = (because: Refusal): Plan => ({ refusal: because, changes: [], moves: [] });
  if (run.instance.ended_at !== null) return no({ code: 'workflow.instance_over', params: { state: run.instance.state } });
  const moves: Plan['moves'][number][] = [];
  for (const token of [...run.tokens.values()].filter(isLive)) {
    const nodeId = nodes[token.node_id] ?? token.node_id;
    const [was, is] = [run.map.node(token.node_id), to.find(nodeId)];
    if (!is) return no(refusal('migrate_node_missing', was.name));
    if (is.kind !== was.kind || run.map.joins(was.id) !== to.joins(is.id)) return no(refusal('migrate_kind_changed', was.name));
    const viaEdge = token.state === 'joining' ? wayIn(run, to, token, nodes) : token.via_edge;
    if (viaEdge === undefined) return no(refusal('migrate_would_stick', was.name));
    moves.push({ token, nodeId, viaEdge });
  }
  const marking = moves.map(({ token, nodeId, viaEdge }) => (token.state === 'joining' ? viaEdge! : nodeId));
  const [stuck] = playTokens(to, marking);
  if (stuck) return no(refusal('migrate_would_stick', to.find(stuck.nodeId)?.name ?? stuck.nodeId));
  return { moves, changes: [...moved(moves), ...differences(run, to, moves, nodes)] };
}

/** The way over which a waiting token would have come in the new version: the same edge, or the one from the same node. */
function wayIn({ map }: Run, to: ProcedureMap, token: TokenRow, nodes: Readonly<Record<string, string>>): string | undefined {
  const join = nodes[token.node_id] ?? token.node_id;
  const old = map.edge(token.via_edge ?? '');
  const ways = to.in(join);
  const from = old && (nodes[old.from] ?? old.from);
  return (ways.find(({ id }) => id === old?.id) ?? ways.find((edge) => edge.from === from))?.id;
}

const moved = (moves: Plan['moves']): MigrationChange[] =>
  moves
    .filter(({ token, nodeId }) => token.node_id !== nodeId)
    .map(({ token, nodeId }) => ({ what: 'moves', nodeId, from: token.node_id, to: nodeId }));

function differences(run: Run, to: ProcedureMap, moves: Plan['moves'], nodes: Readonly<Record<string, string>>): MigrationChange[] {
  const ahead = (map: ProcedureMap, places: readonly string[]) => new Set(places.flatMap((id) => [id, ...map.reach(id)]));
  const before = ahead(
    run.map,
    moves.map(({ token }) => token.node_id),
  );
  const after = ahead(
    to,
    moves.map(({ nodeId }) => nodeId),
  );
  const found: MigrationChange[] = [];
  for (const id of before) {
    const now = nodes[id] ?? id;
    const [was, is] = [run.map.node(id), to.find(now)];
    if (!is || !after.has(now)) found.push({ what: 'step-removed', nodeId: id, from: was });
    else if (JSON.stringify({ ...was, id: now }) !== JSON.stringify(is))
      found.push({ what: 'step-changed', nodeId: now, from: was, to: is });
  }
  const known = new Set([...before].map((id) => nodes[id] ?? id));
  for (const id of after) if (!known.has(id)) found.push({ what: 'step-added', nodeId: id, to: to.node(id) });
  return found;
}

export function applyMigration(run: Run, to: ProcedureMap, { moves, changes }: Plan): void {
  const from = run.instance.version;
  for (const { token, nodeId, viaEdge } of moves) {
    run.changeToken(token, { node_id: nodeId, via_edge: viaEdge });
    for (const task of run.tasksOf(token)) run.changeTask(task, { node_id: nodeId, node_name: to.node(nodeId).name });
  }
  run.instance.version = to.procedure.version;
  run.event('migrated', {}, { from, to: to.procedure.version, changes: changes.map(({ what, nodeId }) => ({ what, nodeId })) });
}
