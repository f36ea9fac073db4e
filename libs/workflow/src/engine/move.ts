import { DomainError } from '@karez/kernel';
import { decide } from '../dmn/decide.js';
import { judge } from '../procedure/guard.js';
import type { AutomaticNode, DecisionNode, EndNode, ProcedureEdge } from '../procedure/procedure.js';
import type { TokenRow } from './rows.js';
import type { Run } from './run.js';
import { openStep } from './step.js';

/** A token on its way over an edge. */
interface Arrival {
  readonly edge: ProcedureEdge | undefined;
  readonly nodeId: string;
  /** Token rows it comes from. */
  readonly parents: readonly string[];
  /** Of the step it left last. */
  readonly outcome: string | undefined;
}
const mostPasses = 1_000;

/** Sends a token out of a node and goes on until every token rests at a human step, a join or an end. */
export async function moveOn(run: Run, nodeId: string, parents: readonly string[], outcome?: string): Promise<void> {
  const under = leave(run, nodeId, parents, outcome);
  for (let pass = 0; run.instance.ended_at === null; pass += 1) {
    if (pass > mostPasses) throw new DomainError('workflow.too_many_steps', { node: nodeId });
    const next = under.shift();
    if (next) under.push(...(await arrive(run, next)));
    else {
      const fired = fireInclusive(run);
      if (fired.length === 0) break;
      under.push(...fired);
    }
  }
  if (run.instance.ended_at === null && run.liveTokens().length === 0) endInstance(run, lastOutcome(run));
}

function leave(run: Run, nodeId: string, parents: readonly string[], outcome: string | undefined): Arrival[] {
  return waysOut(run, nodeId, outcome).map((edge) => ({ edge, nodeId: edge.to, parents, outcome }));
}

function waysOut(run: Run, nodeId: string, outcome: string | undefined): readonly ProcedureEdge[] {
  const node = run.map.node(nodeId);
  const edges = run.map.out(nodeId);
  if (node.kind !== 'gateway' || node.gateway === 'and') return edges;
  if (edges.length === 1 && edges[0]!.guard === undefined) return edges;
  const { variables, steps } = run.instance;
  const holds = (edge: ProcedureEdge): boolean => {
    if (edge.default) return false;
    const verdict = judge(edge.guard ?? true, { ...variables, steps, outcome });
    if (typeof verdict === 'boolean') return verdict;
    throw new DomainError('workflow.guard_failed', { node: node.name, edge: edge.name ?? edge.id, reason: verdict.reason });
  };
  const taken: ProcedureEdge[] = [];
  for (const edge of edges) {
    if (holds(edge)) taken.push(edge);
    if (node.gateway === 'xor' && taken.length === 1) break;
  }
  if (taken.length === 0) taken.push(...edges.filter((edge) => edge.default));
  if (taken.length === 0) throw new DomainError('workflow.no_way', { node: node.name });
  run.event('passed', { nodeId }, { edges: taken.map(({ id }) => id) });
  return taken;
}

async function arrive(run: Run, arrival: Arrival): Promise<Arrival[]> {
  const { nodeId, parents, outcome, edge } = arrival;
  const node = run.map.node(nodeId);
  switch (node.kind) {
    case 'human':
      await openStep(run, node, { parents, viaEdge: edge?.id ?? null });
      return [];
    case 'end':
      return reachEnd(run, node, arrival);
    case 'automatic':
      await runHandler(run, node);
      return leave(run, nodeId, parents, outcome);
    case 'decision':
      applyTable(run, node);
      return leave(run, nodeId, parents, outcome);
    case 'gateway': {
      const join = run.map.joins(nodeId);
      if (!join) return leave(run, nodeId, parents, outcome);
      run.addToken(nodeId, parents, 'joining', edge?.id ?? null);
      return join === 'and' ? fireParallel(run, nodeId, outcome) : [];
    }
    case 'start':
      return leave(run, nodeId, parents, outcome);
  }
}

async function runHandler(run: Run, node: AutomaticNode): Promise<void> {
  const handler = run.options.handlers?.[node.handler];
  if (!handler) throw new DomainError('workflow.handler_unknown', { node: node.name, handler: node.handler });
  const result = (await handler(node, run.context)) ?? {};
  Object.assign(run.instance.variables, result);
  run.event('automatic', { nodeId: node.id }, { handler: node.handler, result });
}

function applyTable(run: Run, node: DecisionNode): void {
  const table = run.map.procedure.decisions?.[node.table];
  if (!table) throw new DomainError('workflow.decision_failed', { table: node.table, reason: 'unknown' });
  const { value, rules } = decide(table, run.instance.variables);
  run.instance.variables[node.result] = value;
  run.event('decided', { nodeId: node.id }, { table: node.table, result: value, rules });
}

function waitingAt(run: Run, nodeId: string): TokenRow[] {
  return run.liveTokens().filter((token) => token.state === 'joining' && token.node_id === nodeId);
}
/** The oldest waiting token of each way in. */
function firstOfEachWay(tokens: readonly TokenRow[]): TokenRow[] {
  return tokens.filter(({ via_edge: edge }, index) => tokens.findIndex((token) => token.via_edge === edge) === index);
}
function join(run: Run, nodeId: string, taken: readonly TokenRow[], outcome: string | undefined): Arrival[] {
  for (const token of taken) run.changeToken(token, { state: 'passed' });
  run.event('joined', { nodeId }, { branches: taken.map(({ via_edge: edge }) => edge) });
  return leave(
    run,
    nodeId,
    taken.map(({ id }) => id),
    outcome,
  );
}
function fireParallel(run: Run, nodeId: string, outcome: string | undefined): Arrival[] {
  const taken = firstOfEachWay(waitingAt(run, nodeId));
  return taken.length === run.map.in(nodeId).length ? join(run, nodeId, taken, outcome) : [];
}

/** An or join waits for what may still come to it; two that wait for each other would never, so then the older goes first. */
function fireInclusive(run: Run): Arrival[] {
  const live = run.liveTokens();
  const waiting = live.filter((token) => token.state === 'joining' && run.map.joins(token.node_id) === 'or');
  const mayPass = (joinId: string): boolean => {
    const elsewhere = live.filter((token) => token.node_id !== joinId).map((token) => token.node_id);
    return run.map.inclusiveReady(joinId, new Set(waitingAt(run, joinId).map((token) => token.via_edge ?? '')), elsewhere);
  };
  const ready = waiting.find((token) => mayPass(token.node_id)) ?? (waiting.length === live.length ? waiting[0] : undefined);
  return ready ? join(run, ready.node_id, firstOfEachWay(waitingAt(run, ready.node_id)), undefined) : [];
}

function reachEnd(run: Run, node: EndNode, { parents, edge }: Arrival): Arrival[] {
  run.addToken(node.id, parents, 'ended', edge?.id ?? null);
  run.event('passed', { nodeId: node.id }, node.outcome === undefined ? {} : { outcome: node.outcome });
  if (node.terminate) {
    for (const token of run.liveTokens()) run.cancelToken(token, 'terminated');
    endInstance(run, node.outcome);
  } else if (node.outcome !== undefined) run.instance.outcome = node.outcome;
  return [];
}
const lastOutcome = (run: Run): string | undefined => run.instance.outcome ?? undefined;

function endInstance(run: Run, outcome: string | undefined): void {
  Object.assign(run.instance, { state: 'ended', outcome: outcome ?? null, ended_at: run.now });
  run.event('ended', {}, outcome === undefined ? {} : { outcome });
}
