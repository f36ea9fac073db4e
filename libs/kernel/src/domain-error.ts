/** A refusal that the caller can act on: a code from the contract's error table, the parameters of its text, and the evidence of who was first. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, unknown>> = {},
    readonly evidence?: object,
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
