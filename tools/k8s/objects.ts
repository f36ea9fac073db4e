/** The part of a Kubernetes object that the rules read. */
export interface KubeObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Labels };
  readonly automountServiceAccountToken?: boolean;
  readonly data?: object;
  readonly stringData?: object;
  readonly spec?: Spec;
}

export type Labels = Readonly<Record<string, string>>;

interface Spec {
  readonly template?: { readonly metadata?: { readonly labels?: Labels }; readonly spec: PodSpec };
  readonly selector?: Labels | { readonly matchLabels: Labels };
  readonly podSelector?: { readonly matchLabels?: Labels };
  readonly policyTypes?: readonly string[];
  readonly ingress?: readonly NetworkRule[];
  readonly egress?: readonly NetworkRule[];
  readonly scaleTargetRef?: { readonly name: string };
}

export interface NetworkRule {
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
  readonly ports?: readonly { readonly port: number }[];
}

export interface Peer {
  readonly namespaceSelector?: { readonly matchLabels?: Labels };
  readonly podSelector?: {
    readonly matchLabels?: Labels;
    readonly matchExpressions?: readonly { readonly key: string; readonly values: readonly string[] }[];
  };
}

export interface PodSpec {
  readonly automountServiceAccountToken?: boolean;
  readonly hostNetwork?: boolean;
  readonly topologySpreadConstraints?: readonly object[];
  readonly securityContext?: SecurityContext;
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly volumes?: readonly { readonly name: string; readonly hostPath?: object }[];
}

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly securityContext?: SecurityContext;
  readonly resources?: { readonly limits?: { readonly cpu?: string; readonly memory?: string } };
  readonly startupProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly lifecycle?: { readonly preStop?: { readonly sleep?: { readonly seconds: number } } };
}

interface Probe {
  readonly httpGet?: { readonly path: string };
}

interface SecurityContext {
  readonly runAsNonRoot?: boolean;
  readonly seccompProfile?: { readonly type: string };
  readonly privileged?: boolean;
  readonly allowPrivilegeEscalation?: boolean;
  readonly readOnlyRootFilesystem?: boolean;
  readonly capabilities?: { readonly drop?: readonly string[]; readonly add?: readonly string[] };
}

export const selects = (selector: Labels, labels: Labels): boolean =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);
export const podsOf = (object: KubeObject): PodSpec | undefined => object.spec?.template?.spec;
export const podLabelsOf = (object: KubeObject): Labels => object.spec?.template?.metadata?.labels ?? {};
