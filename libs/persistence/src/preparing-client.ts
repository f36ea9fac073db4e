import pg from 'pg';

/** How often one text is sent before the server keeps its plan, and how many texts one connection keeps: as pgjdbc does it (`prepareThreshold`, `preparedStatementCacheQueries`). */
const prepareAt = 5;
const mostKept = 256;

/**
 * A connection that lets PostgreSQL keep the plans of the statements that come again and again. Statements without parameters and those
 * that are seldom sent are sent as ever.
 */
export class PreparingClient extends pg.Client {
  readonly #seen = new Map<string, number>();
  #kept = 0;

  override query(...given: never[]): never {
    const [text, values, ...rest] = given as unknown[];
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? this.#nameOf(text) : undefined;
    // pg's own type is a list of overloads, which no spread fits
    const query = super.query.bind(this) as (...parts: unknown[]) => never;
    return name ? query({ name, text, values }, ...rest) : query(...given);
  }

  #nameOf(text: string): string | undefined {
    const seen = this.#seen.get(text) ?? 0;
    if (seen < 0) return `k${-seen}`;
    if (seen + 1 < prepareAt || this.#kept >= mostKept) {
      // texts that are made up of lists of any length must not fill the memory
      if (this.#seen.size > 4 * mostKept) this.#forgetUnkept();
      this.#seen.set(text, seen + 1);
      return undefined;
    }
    this.#seen.set(text, -(this.#kept += 1));
    return `k${this.#kept}`;
  }

  #forgetUnkept(): void {
    for (const [text, seen] of this.#seen) if (seen > 0) this.#seen.delete(text);
  }
}
