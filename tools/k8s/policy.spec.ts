import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { edgeFindings, expectedEdges } from './edges.ts';
import { policyFindings } from './policy.ts';
import type { KubeObject } from './objects.ts';

/** A rendered service, `kubectl kustomize k8s/base/files` of one day; the rules are tried on it with one thing changed at a time. */
const sample = readFileSync('test/fixtures/k8s/files.yaml', 'utf8');
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the cases below break the objects in places that no type allows
type Loose = any;
const objects = (): KubeObject[] => parseAllDocuments(sample).map((document) => document.toJS() as KubeObject);
const changed = (kind: string, change: (object: Loose) => void, name?: string): KubeObject[] => {
  const all = objects();
  change(all.find((each) => each.kind === kind && (name === undefined || each.metadata.name === name)));
  return all;
};
const without = (kind: string): KubeObject[] => objects().filter((each) => each.kind !== kind);
const server = (deployment: Loose): Loose => deployment.spec.template.spec.containers[0];

describe('the rules of a cluster', () => {
  it('find nothing in a service as it is', () => {
    expect(policyFindings(objects())).toEqual([]);
  });

  it.each<[string, KubeObject[]]>([
    ['non-root', changed('Deployment', (it) => delete it.spec.template.spec.securityContext.runAsNonRoot)],
    ['seccomp', changed('Job', (it) => delete it.spec.template.spec.securityContext.seccompProfile)],
    ['read-only-root', changed('Deployment', (it) => (server(it).securityContext.readOnlyRootFilesystem = false))],
    ['no-escalation', changed('Job', (it) => delete server(it).securityContext.allowPrivilegeEscalation)],
    ['drop-all', changed('Deployment', (it) => (server(it).securityContext.capabilities.drop = ['NET_RAW']))],
    ['drop-all', changed('Deployment', (it) => (server(it).securityContext.capabilities.add = ['NET_ADMIN']))],
    ['limits', changed('Job', (it) => delete server(it).resources.limits.memory)],
    ['pinned-image', changed('Deployment', (it) => (server(it).image = 'karez/files:latest'))],
    ['pinned-image', changed('Deployment', (it) => (server(it).image = 'registry.example:5000/karez/files'))],
    ['no-token', changed('Deployment', (it) => delete it.spec.template.spec.automountServiceAccountToken)],
    ['no-token', changed('ServiceAccount', (it) => delete it.automountServiceAccountToken)],
    ['not-the-host', changed('Deployment', (it) => (it.spec.template.spec.hostNetwork = true))],
    ['not-the-host', changed('Deployment', (it) => it.spec.template.spec.volumes.push({ name: 'host', hostPath: { path: '/' } }))],
    ['three-probes', changed('Deployment', (it) => delete server(it).startupProbe)],
    ['three-probes', changed('Deployment', (it) => (server(it).livenessProbe.httpGet.path = '/health/ready'))],
    ['pre-stop', changed('Deployment', (it) => delete server(it).lifecycle)],
    ['spread', changed('Deployment', (it) => delete it.spec.template.spec.topologySpreadConstraints)],
    ['autoscaling', without('HorizontalPodAutoscaler')],
    ['disruption-budget', without('PodDisruptionBudget')],
    ['network-policy', changed('NetworkPolicy', (it) => (it.spec.policyTypes = ['Ingress']), 'karez-files')],
    ['network-policy', changed('NetworkPolicy', (it) => (it.spec.podSelector = {}), 'karez-migrate-files')],
    ['no-secret-data', [...objects(), { kind: 'Secret', metadata: { name: 'planted' }, data: { password: 'cGxhbnRlZA==' } }]],
  ])('refuse by %s', (rule, broken) => {
    const found = policyFindings(broken);
    expect([...new Set(found.map((finding) => finding.rule))]).toEqual([rule]);
  });
});

describe('the edges between services', () => {
  const expected = expectedEdges([
    { name: 'gateway', needs: ['bus', 'edge'] },
    { name: 'files', needs: ['database', 'bus', 'http', 'clamd'] },
  ]);
  const says = (all: readonly KubeObject[]): string[] => edgeFindings(all, expected).map((finding) => finding.says);
  const policy = (change: (spec: Loose) => void): KubeObject[] => changed('NetworkPolicy', (it) => change(it.spec), 'karez-files');

  it('are those of the graph, at both ends', () => {
    expect(says(objects())).toEqual([]);
  });

  it('are refused when one is missing', () => {
    expect(says(policy((spec) => spec.ingress.pop()))).toEqual(['gateway → files:3000 is in the service graph and not allowed (in)']);
    expect(says(policy((spec) => spec.egress.pop()))).toEqual(['files → clamav:3310 is in the service graph and not allowed (out)']);
  });

  it.each<[string, object, string]>([
    [
      'another service',
      { from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'letters' } } }], ports: [{ port: 3000 }] },
      'letters → files:3000',
    ],
    [
      'another namespace',
      {
        from: [{ namespaceSelector: {}, podSelector: { matchExpressions: [{ key: 'a', values: ['gateway'] }] } }],
        ports: [{ port: 3000 }],
      },
      'any-namespace/gateway → files:3000',
    ],
    ['everyone', { ports: [{ port: 3000 }] }, 'anyone → files:3000'],
    ['every port', { from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'gateway' } } }] }, 'gateway → files:any'],
  ])('are refused when a door is open to %s', (_, rule, edge) => {
    expect(says(policy((spec) => spec.ingress.push(rule)))).toEqual([`${edge} is allowed and not in the service graph (in)`]);
  });

  it('are refused when a policy for every pod allows something', () => {
    const open: KubeObject = { kind: 'NetworkPolicy', metadata: { name: 'open' }, spec: { podSelector: {}, egress: [{}] } };
    expect(says([...objects(), open])).toEqual(['* → anyone:any is allowed and not in the service graph (out)']);
  });

  it('are refused when a policy names nobody', () => {
    expect(says(without('Deployment'))).toEqual(['there is no files']);
  });
});
