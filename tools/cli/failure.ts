/** A failure that the reader can mend: printed as one sentence, without a stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message || error.constructor.name : String(error);
}
