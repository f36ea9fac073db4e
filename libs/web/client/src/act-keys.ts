import { v7 as uuidv7 } from 'uuid';

/**
 * One `Idempotency-Key` for one act of the user. An act that ended in doubt (no answer, 5xx) keeps its key: pressing the button
 * again with the same content repeats the same command, which the server answers once. A definite answer ends the act.
 */
export class ActKeys {
  readonly #open = new Map<string, string>();

  constructor(private readonly newKey: () => string = () => uuidv7()) {}

  /** @param act subject and body of the command */
  keyOf(act: string): string {
    const key = this.#open.get(act) ?? this.newKey();
    this.#open.set(act, key);
    return key;
  }

  settle(act: string): void {
    this.#open.delete(act);
  }
}
