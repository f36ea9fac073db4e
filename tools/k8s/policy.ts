import { type Container, type KubeObject, podLabelsOf, podsOf, type PodSpec, selects } from './objects.ts';

export interface Finding {
  readonly rule: string;
  /** `<kind>/<name>` */
  readonly object: string;
  readonly says: string;
}

type Complaint = readonly [rule: string, says: string];

/** What is wrong with a rendered set of objects: the rules of docs/architecture.md for everything that runs in a cluster. */
export function policyFindings(objects: readonly KubeObject[]): Finding[] {
  return objects.flatMap((object) =>
    complaintsOf(object, objects).map(([rule, says]) => ({ rule, object: `${object.kind}/${object.metadata.name}`, says })),
  );
}

function complaintsOf(object: KubeObject, all: readonly KubeObject[]): Complaint[] {
  if (object.kind === 'Secret')
    return object.data || object.stringData ? [['no-secret-data', 'a secret is made in the cluster, never kept here']] : [];
  if (object.kind === 'ServiceAccount')
    return object.automountServiceAccountToken === false ? [] : [['no-token', 'automountServiceAccountToken is not false']];
  if (object.kind === 'Service') return covered((object.spec?.selector ?? {}) as Record<string, string>, all);
  const pods = podsOf(object);
  if (!pods) return [];
  const containers = [...pods.containers, ...(pods.initContainers ?? [])];
  return [
    ...podComplaints(pods),
    ...containers.flatMap((container) => containerComplaints(container, pods)),
    ...covered(podLabelsOf(object), all),
    ...(object.kind === 'Deployment' ? deploymentComplaints(object, pods, all) : []),
  ];
}

function podComplaints(pods: PodSpec): Complaint[] {
  const found: Complaint[] = [];
  if (pods.automountServiceAccountToken !== false) found.push(['no-token', 'automountServiceAccountToken is not false']);
  if (pods.hostNetwork || pods.volumes?.some(({ hostPath }) => hostPath))
    found.push(['not-the-host', 'uses the network or a folder of its machine']);
  return found;
}

function containerComplaints({ name, image, resources, ...container }: Container, pods: PodSpec): Complaint[] {
  const own = container.securityContext;
  const found: Complaint[] = [];
  if (!(own?.runAsNonRoot ?? pods.securityContext?.runAsNonRoot)) found.push(['non-root', `${name} may run as root`]);
  if ((own?.seccompProfile ?? pods.securityContext?.seccompProfile)?.type !== 'RuntimeDefault')
    found.push(['seccomp', `${name} has no seccomp profile`]);
  if (!own?.readOnlyRootFilesystem) found.push(['read-only-root', `${name} may write to its root file system`]);
  if (own?.allowPrivilegeEscalation !== false || own.privileged) found.push(['no-escalation', `${name} may gain privileges`]);
  if (!own?.capabilities?.drop?.includes('ALL') || own.capabilities.add?.length) found.push(['drop-all', `${name} keeps capabilities`]);
  if (!resources?.limits?.cpu || !resources.limits.memory) found.push(['limits', `${name} has no limit of cpu or memory`]);
  if (!/:(?!latest$)[^/:]+$/.test(image)) found.push(['pinned-image', `${image} names no version`]);
  return found;
}

function deploymentComplaints(object: KubeObject, pods: PodSpec, all: readonly KubeObject[]): Complaint[] {
  const found: Complaint[] = [];
  for (const { name, startupProbe, readinessProbe, livenessProbe, lifecycle } of pods.containers) {
    const paths = [startupProbe, readinessProbe, livenessProbe].map((probe) => probe?.httpGet?.path);
    if (paths.join(' ') !== '/health/startup /health/ready /health/live')
      found.push(['three-probes', `${name} is probed at ${paths.join(', ')}`]);
    if (!lifecycle?.preStop?.sleep) found.push(['pre-stop', `${name} stops answering before its Service forgets it`]);
  }
  if (!pods.topologySpreadConstraints?.length) found.push(['spread', 'all replicas may land on one machine']);
  const scaled = all.some(({ kind, spec }) => kind === 'HorizontalPodAutoscaler' && spec?.scaleTargetRef?.name === object.metadata.name);
  if (!scaled) found.push(['autoscaling', 'no HorizontalPodAutoscaler names it']);
  const budgets = all
    .filter(({ kind }) => kind === 'PodDisruptionBudget')
    .map(({ spec }) => (spec?.selector as { matchLabels: Record<string, string> }).matchLabels);
  if (!budgets.some((selector) => selects(selector, podLabelsOf(object))))
    found.push(['disruption-budget', 'no PodDisruptionBudget covers it']);
  return found;
}

/** Whether a policy that denies by default in both directions selects exactly these pods; one that selects every pod only backs it. */
function covered(labels: Readonly<Record<string, string>>, all: readonly KubeObject[]): Complaint[] {
  const policies = all.filter(
    ({ kind, spec }) => kind === 'NetworkPolicy' && spec?.policyTypes?.includes('Ingress') && spec.policyTypes.includes('Egress'),
  );
  const selectors = policies.map(({ spec }) => spec?.podSelector?.matchLabels ?? {}).filter((selector) => Object.keys(selector).length > 0);
  return selectors.some((selector) => selects(selector, labels))
    ? []
    : [['network-policy', 'no NetworkPolicy of both directions selects it']];
}
