import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { root } from '../home.ts';
import type { NatsPermissions } from './nats-config.ts';

/** Subjects with `{self}` for the service and `{peer}` for the other one. */
interface SubjectPatterns {
  readonly publish?: readonly string[];
  readonly subscribe?: readonly string[];
}

/** How one service depends on another; all of them need the peer to be reachable through the bus. */
type Edge =
  /** Sends it commands and queries. */
  | 'calls'
  /** Hears its events as they pass, and may miss some: live views. */
  | 'watches'
  /** Speaks with the same service of other installations, over leaf nodes. */
  | 'federates'
  /** Gets every event of it, through a durable consumer. */
  | 'consumes';

/** deploy/service-graph.json: the edges between services, and which subjects each kind of edge needs. */
export interface ServiceGraph {
  readonly services: Readonly<Record<string, Partial<Readonly<Record<Edge, readonly string[]>>>>>;
  /** `self`: what a service needs for itself. */
  readonly subjects: Readonly<Record<'self' | Edge, SubjectPatterns>>;
}

const kinds: readonly Edge[] = ['calls', 'watches', 'federates', 'consumes'];

export function readServiceGraph(path = join(root, 'deploy', 'service-graph.json')): ServiceGraph {
  return JSON.parse(readFileSync(path, 'utf8')) as ServiceGraph;
}

/**
 * One NATS user for each service with exactly the subjects that its edges need.
 * @throws Failure when an edge leads to a service that is not in the graph
 */
export function usersOf({ services, subjects }: ServiceGraph): { user: string; permissions: NatsPermissions }[] {
  return Object.entries(services).map(([self, edges]) => {
    const needs = [
      { peer: self, patterns: subjects.self },
      ...kinds.flatMap((kind) => (edges[kind] ?? []).map((peer) => ({ peer, patterns: subjects[kind] }))),
    ];
    const unknown = needs.find(({ peer }) => !(peer in services));
    if (unknown) throw new Failure(`deploy/service-graph.json: ${self} names ${unknown.peer}, which is no service there`);
    const allowed = (what: 'publish' | 'subscribe'): string[] => [
      ...new Set(
        needs.flatMap(({ peer, patterns }) =>
          (patterns[what] ?? []).map((pattern) => pattern.replaceAll('{self}', self).replaceAll('{peer}', peer)),
        ),
      ),
    ];
    return { user: self, permissions: { publish: allowed('publish'), subscribe: allowed('subscribe') } };
  });
}
