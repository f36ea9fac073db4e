import { type KubeObject, type NetworkRule, type Peer, podLabelsOf } from './objects.ts';
import type { Finding } from './policy.ts';

/** One allowed connection: `gateway → files:3000`. */
export type Edge = string;

/** What the launcher knows of an app, as far as connections go (tools/cli/apps.ts). */
export interface Connected {
  readonly name: string;
  readonly needs: readonly string[];
}

const SERVERS = { database: ['postgres:5432'], bus: ['nats:4222', 'redis:6379'], clamd: ['clamav:3310'] } as const;
/** The portal renders pages on the server from the operations; the office does so in the browser. */
const ASKS_GATEWAY = ['web-portal'];
/** What a policy without a name selects: it may refuse, never allow. */
const EVERY_POD = '*';

/** Every connection that the platform's shape calls for; all others are to be refused. */
export function expectedEdges(apps: readonly Connected[]): Edge[] {
  const behind = apps.filter(({ needs }) => needs.includes('http')).map(({ name }) => name);
  return apps.flatMap(({ name, needs }) => [
    ...(needs.includes('bus') ? [`monitoring → ${name}:8081`] : []),
    ...Object.entries(SERVERS).flatMap(([need, servers]) => (needs.includes(need) ? servers.map((server) => `${name} → ${server}`) : [])),
    ...(needs.includes('database') ? [`${name}.migration → postgres:5432`] : []),
    ...(needs.includes('edge') ? [`ingress-nginx → ${name}:3000`, ...behind.map((peer) => `${name} → ${peer}:3000`)] : []),
    ...(ASKS_GATEWAY.includes(name) ? [`${name} → gateway:3000`] : []),
  ]);
}

/** Both ends are held against the graph: a missing edge breaks a call, an extra one is a door left open. */
export function edgeFindings(objects: readonly KubeObject[], expected: readonly Edge[]): Finding[] {
  const workloads = objects
    .map(podLabelsOf)
    .filter((labels) => labels['app.kubernetes.io/name'])
    .map(nameOf);
  const findings: Finding[] = [];
  for (const policy of objects.filter(({ kind }) => kind === 'NetworkPolicy')) {
    const self = nameOf(policy.spec?.podSelector?.matchLabels ?? {});
    const allowed = { out: edgesOf(policy.spec?.egress, 'to', self), in: edgesOf(policy.spec?.ingress, 'from', self) };
    const called = {
      out: expected.filter((edge) => edge.startsWith(`${self} → `)),
      in: expected.filter((edge) => edge.includes(`→ ${self}:`)),
    };
    for (const way of ['out', 'in'] as const) {
      const say = (edges: Edge[], says: string) =>
        findings.push(
          ...edges.map((edge) => ({ rule: 'edges', object: `NetworkPolicy/${policy.metadata.name}`, says: `${edge} ${says}` })),
        );
      say(
        called[way].filter((edge) => !allowed[way].includes(edge)),
        `is in the service graph and not allowed (${way})`,
      );
      say(
        allowed[way].filter((edge) => !called[way].includes(edge)),
        `is allowed and not in the service graph (${way})`,
      );
    }
    if (self !== EVERY_POD && !workloads.includes(self))
      findings.push({ rule: 'edges', object: `NetworkPolicy/${policy.metadata.name}`, says: `there is no ${self}` });
  }
  return findings;
}

function nameOf(labels: Readonly<Record<string, string>>): string {
  const name = labels['app.kubernetes.io/name'] ?? EVERY_POD;
  return labels['app.kubernetes.io/component'] === 'migration' ? `${name}.migration` : name;
}

function edgesOf(rules: readonly NetworkRule[] = [], side: 'to' | 'from', self: string): Edge[] {
  return rules.flatMap((rule) => {
    const peers = rule[side]?.flatMap(peersOf) ?? ['anyone'];
    const ports = rule.ports?.map(({ port }) => String(port)) ?? ['any'];
    const edges = peers.flatMap((peer) => ports.map((port) => (side === 'to' ? `${self} → ${peer}:${port}` : `${peer} → ${self}:${port}`)));
    return edges.filter((edge) => !edge.endsWith(' → kube-system/kube-dns:53'));
  });
}

/** Peers by the names of their pods, with the namespace before them when it is another; a namespace that is meant whole by its own name. */
function peersOf({ namespaceSelector, podSelector }: Peer): string[] {
  const pods = podSelector?.matchExpressions?.flatMap(({ values }) => values) ?? Object.values(podSelector?.matchLabels ?? {});
  const namespace = namespaceSelector && (namespaceSelector.matchLabels?.['kubernetes.io/metadata.name'] ?? 'any-namespace');
  if (pods.length > 0) return pods.map((pod) => (namespace ? `${namespace}/${pod}` : pod));
  return [namespace ?? 'anyone'];
}
