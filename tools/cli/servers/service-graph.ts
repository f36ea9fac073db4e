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

/** deploy/service-graph.json: who calls whom, whose events are heard, and which subjects that needs. */
export interface ServiceGraph {
  readonly services: Readonly<Record<string, { readonly calls: readonly string[]; readonly consumes: readonly string[] }>>;
  readonly subjects: { readonly self: SubjectPatterns; readonly calls: SubjectPatterns; readonly consumes: SubjectPatterns };
}

export function readServiceGraph(path = join(root, 'deploy', 'service-graph.json')): ServiceGraph {
  return JSON.parse(readFileSync(path, 'utf8')) as ServiceGraph;
}

/**
 * One NATS user for each service with exactly the subjects that its edges need.
 * @throws Failure when an edge leads to a service that is not in the graph
 */
export function usersOf({ services, subjects }: ServiceGraph): { user: string; permissions: NatsPermissions }[] {
  return Object.entries(services).map(([self, edges]) => {
    const unknown = [...edges.calls, ...edges.consumes].find((peer) => !(peer in services));
    if (unknown) throw new Failure(`deploy/service-graph.json: ${self} names ${unknown}, which is no service there`);
    const allowed = (what: 'publish' | 'subscribe'): string[] => {
      const fill = (patterns: SubjectPatterns, peer: string): string[] =>
        (patterns[what] ?? []).map((pattern) => pattern.replaceAll('{self}', self).replaceAll('{peer}', peer));
      const all = [
        ...fill(subjects.self, self),
        ...edges.calls.flatMap((peer) => fill(subjects.calls, peer)),
        ...edges.consumes.flatMap((peer) => fill(subjects.consumes, peer)),
      ];
      return [...new Set(all)];
    };
    return { user: self, permissions: { publish: allowed('publish'), subscribe: allowed('subscribe') } };
  });
}
