import type { DecisionTable } from '../dmn/decision-table.js';

/** A condition in JSON-Logic (jsonlogic.com). It reads the instance's variables, `steps.<nodeId>.outcome` and `outcome` (of the step just left). */
export type Guard = boolean | { readonly [operator: string]: unknown };

/** `single`: one task for the whole pool; `any`: a task per seat, the first answer decides; `all`: every seat answers; `ratio`: enough agree. */
export type HumanMode = 'single' | 'any' | 'all' | 'ratio';

/** What the holder of a task may do to it besides completing it. */
export const taskCommands = ['claim', 'release', 'transfer', 'delegate', 'addSign', 'consult', 'return'] as const;
export type TaskCommand = (typeof taskCommands)[number];

/** Who is to act. Everything but `role` is the service's own vocabulary, which its resolver reads: the engine keeps and passes it. */
export interface AssigneeRule {
  readonly role: string;
  /** `province`, `prefecture`, `county` … */
  readonly level?: string;
  /** `responsible office`, `supporting offices`, or an office by name. */
  readonly office?: string;
  readonly [word: string]: unknown;
}

interface NodeOf<K extends string> {
  /** Unique in the procedure; an XML NCName without dots, so that a guard can name it (`steps.<id>`). */
  readonly id: string;
  readonly kind: K;
  readonly name: string;
}
export type StartNode = NodeOf<'start'>;
export interface EndNode extends NodeOf<'end'> {
  /** The instance's outcome when it ends here, e.g. `granted`. */
  readonly outcome?: string;
  /** Ends the whole instance at once, whatever other branches still do. */
  readonly terminate?: boolean;
}
export interface HumanNode extends NodeOf<'human'> {
  readonly assignee: AssigneeRule;
  /** Default `single`. */
  readonly mode?: HumanMode;
  /** For `ratio`: the share of all seats that must agree, above 0 up to 1. */
  readonly ratio?: number;
  /** For `any`, `all`, `ratio`; default `parallel`. */
  readonly order?: 'parallel' | 'sequential';
  /** Outcomes that count as agreement in `all` and `ratio`; default `agree`. */
  readonly agreeing?: readonly string[];
  /** Working days for this step; the service turns them into a date (`WorkflowOptions.dueAt`). */
  readonly limitDays?: number;
  /** Default: all of them. */
  readonly commands?: readonly TaskCommand[];
  /** Outcomes that the holder may choose; any when absent. */
  readonly outcomes?: readonly string[];
  /** Names of the service's own things. */
  readonly form?: string;
  readonly opinionTemplate?: string;
  readonly document?: string;
}
export interface AutomaticNode extends NodeOf<'automatic'> {
  /** Name of a handler of `WorkflowOptions.handlers`. */
  readonly handler: string;
  readonly input?: Readonly<Record<string, unknown>>;
}
export interface DecisionNode extends NodeOf<'decision'> {
  /** Name in `Procedure.decisions`. */
  readonly table: string;
  /** Variable that receives the table's answer. */
  readonly result: string;
}
export interface GatewayNode extends NodeOf<'gateway'> {
  /** What it does to several outgoing edges (choose one, take all, take all that hold) and to several incoming ones (pass, wait for all, wait for those under way). */
  readonly gateway: 'xor' | 'and' | 'or';
}
export type ProcedureNode = StartNode | EndNode | HumanNode | AutomaticNode | DecisionNode | GatewayNode;

export interface ProcedureEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name?: string;
  /** Only on edges that leave an xor or or gateway. */
  readonly guard?: Guard;
  /** Taken when no guard of its gateway holds. */
  readonly default?: boolean;
}

/** A procedure as it is executed and kept. One version never changes after it was published. */
export interface Procedure {
  readonly code: string;
  /** 1, 2, 3 … */
  readonly version: number;
  readonly title: string;
  readonly nodes: readonly ProcedureNode[];
  readonly edges: readonly ProcedureEdge[];
  readonly decisions?: Readonly<Record<string, DecisionTable>>;
}

export interface Finding {
  /** `workflow.check.…` of `workflowErrors`. */
  readonly code: string;
  /** The node, edge or decision table it is about; empty when it is about the procedure. */
  readonly at: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** An `error` refuses the procedure; a `note` is shown. */
  readonly severity: 'error' | 'note';
}
