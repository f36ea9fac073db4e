/** U unique, A any, F first, P priority, R rule order, O output order, C collect; `C+ C< C> C#` sum, min, max, count (DMN 1.5 §8.2.8). */
export type HitPolicy = 'U' | 'A' | 'F' | 'P' | 'R' | 'O' | 'C' | 'C+' | 'C<' | 'C>' | 'C#';

export interface DecisionInput {
  /** FEEL expression over the variables, often one name. */
  readonly expression: string;
  readonly label?: string;
  /** FEEL unary tests that a value must pass, e.g. `"国家","省","县"`; another value matches no rule. */
  readonly allowed?: string;
}
export interface DecisionOutput {
  readonly name: string;
  readonly label?: string;
  /** FEEL list of the values; for P and O also their priority, highest first. */
  readonly allowed?: string;
  /** FEEL expression answered when no rule matches. */
  readonly default?: string;
}
export interface DecisionRule {
  /** One cell of FEEL unary tests per input; `-` or empty matches anything. */
  readonly when: readonly string[];
  /** One cell of a FEEL expression per output. */
  readonly then: readonly string[];
  readonly note?: string;
}

/** A decision table in Karez's own small form; `readDmn` makes the same from DMN 1.x XML. */
export interface DecisionTable {
  readonly name: string;
  readonly hitPolicy: HitPolicy;
  readonly inputs: readonly DecisionInput[];
  readonly outputs: readonly DecisionOutput[];
  readonly rules: readonly DecisionRule[];
}
