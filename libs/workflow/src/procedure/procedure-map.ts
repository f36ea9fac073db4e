import type { HumanNode, Procedure, ProcedureEdge, ProcedureNode } from './procedure.js';

/** A procedure with its ways looked up once: who follows whom, and who can be reached from where. */
export class ProcedureMap {
  readonly #nodes: ReadonlyMap<string, ProcedureNode>;
  readonly #out: ReadonlyMap<string, readonly ProcedureEdge[]>;
  readonly #in: ReadonlyMap<string, readonly ProcedureEdge[]>;
  readonly #edges: ReadonlyMap<string, ProcedureEdge>;
  readonly #reach = new Map<string, ReadonlySet<string>>();

  constructor(readonly procedure: Procedure) {
    this.#nodes = new Map(procedure.nodes.map((node) => [node.id, node]));
    this.#edges = new Map(procedure.edges.map((edge) => [edge.id, edge]));
    this.#out = byEnd(procedure.edges, 'from');
    this.#in = byEnd(procedure.edges, 'to');
  }

  find(id: string): ProcedureNode | undefined {
    return this.#nodes.get(id);
  }
  node(id: string): ProcedureNode {
    const node = this.#nodes.get(id);
    if (!node) throw new Error(`procedure ${this.procedure.code} has no node ${id}`);
    return node;
  }
  human(id: string): HumanNode {
    const node = this.node(id);
    if (node.kind !== 'human') throw new Error(`node ${id} of ${this.procedure.code} is no human step`);
    return node;
  }
  edge(id: string): ProcedureEdge | undefined {
    return this.#edges.get(id);
  }
  out(id: string): readonly ProcedureEdge[] {
    return this.#out.get(id) ?? [];
  }
  in(id: string): readonly ProcedureEdge[] {
    return this.#in.get(id) ?? [];
  }
  get start(): ProcedureNode {
    const start = this.procedure.nodes.find(({ kind }) => kind === 'start');
    if (!start) throw new Error(`procedure ${this.procedure.code} has no start`);
    return start;
  }
  /** Whether tokens gather at the node: an and or or gateway with several ways in. */
  joins(id: string): 'and' | 'or' | undefined {
    const node = this.#nodes.get(id);
    return node?.kind === 'gateway' && node.gateway !== 'xor' && this.in(id).length > 1 ? node.gateway : undefined;
  }
  /**
   * Whether an or join may let its tokens pass (BPMN 2.0.2 §13.4.3): nobody elsewhere can still come over a way that is empty, except those
   * who could as well come over one that is taken. Ways that lead through the join itself do not count.
   */
  inclusiveReady(joinId: string, taken: ReadonlySet<string>, elsewhere: readonly string[]): boolean {
    const comes = (node: string, { from }: ProcedureEdge): boolean => node === from || this.reach(node, joinId).has(from);
    const ways = this.in(joinId);
    return elsewhere.every((node) => {
      const [full, empty] = [true, false].map((wanted) => ways.some((way) => taken.has(way.id) === wanted && comes(node, way)));
      return !empty || full;
    });
  }
  /** The nodes behind a node, without passing through `barrier`. */
  reach(from: string, barrier?: string): ReadonlySet<string> {
    const key = `${from} ${barrier ?? ''}`;
    const known = this.#reach.get(key);
    if (known) return known;
    const seen = new Set<string>();
    const open = [from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const { to } of this.out(at)) {
        if (seen.has(to)) continue;
        seen.add(to);
        if (to !== barrier) open.push(to);
      }
    }
    this.#reach.set(key, seen);
    return seen;
  }
}

function byEnd(edges: readonly ProcedureEdge[], end: 'from' | 'to'): ReadonlyMap<string, readonly ProcedureEdge[]> {
  const grouped = new Map<string, ProcedureEdge[]>();
  for (const edge of edges) {
    const group = grouped.get(edge[end]);
    if (group) group.push(edge);
    else grouped.set(edge[end], [edge]);
  }
  return grouped;
}
