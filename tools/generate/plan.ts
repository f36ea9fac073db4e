import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { Failure } from '../cli/failure.ts';

/** A program that makes the new files known, run at the root when they are written. */
export interface Step {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * What a generator is about to do, worked out whole before the first file is written, so that a refusal leaves nothing half done.
 * Paths are relative to the root of the workspace.
 */
export class Plan {
  readonly #root: string;
  readonly #texts = new Map<string, string>();
  readonly #created = new Set<string>();
  readonly #steps: Step[] = [];
  readonly #next: string[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  exists(path: string): boolean {
    return this.#texts.has(path) || existsSync(join(this.#root, path));
  }

  /** @throws Failure when there is no such file */
  read(path: string): string {
    if (!this.exists(path)) throw new Failure(`${path} is not there`);
    return this.#texts.get(path) ?? readFileSync(join(this.#root, path), 'utf8');
  }

  /** @throws Failure when the file exists: nothing is overwritten */
  create(path: string, text: string): void {
    if (this.exists(path)) throw new Failure(`${path} exists already; nothing was written`);
    this.#texts.set(path, text);
    this.#created.add(path);
  }

  /** @throws Failure naming the file when the change finds no place in it */
  edit(path: string, change: (text: string) => string): void {
    try {
      this.#texts.set(path, change(this.read(path)));
    } catch (error) {
      throw error instanceof Failure && !error.message.startsWith(path)
        ? new Failure(`${path}: ${error.message}; nothing was written`)
        : error;
    }
  }

  run(command: string, ...args: string[]): void {
    this.#steps.push({ command, args });
  }

  /** What the author does next, one sentence. */
  next(...sentences: string[]): void {
    this.#next.push(...sentences);
  }

  get steps(): readonly Step[] {
    return this.#steps;
  }
  get nextSentences(): readonly string[] {
    return this.#next;
  }

  /** The files as they will be, formatted as the workspace formats. */
  async files(): Promise<readonly { readonly path: string; readonly text: string; readonly isNew: boolean }[]> {
    return Promise.all(
      [...this.#texts].map(async ([path, text]) => ({ path, text: await this.#formatted(path, text), isNew: this.#created.has(path) })),
    );
  }

  async write(): Promise<void> {
    for (const { path, text } of await this.files()) {
      mkdirSync(dirname(join(this.#root, path)), { recursive: true });
      writeFileSync(join(this.#root, path), text);
    }
  }

  async #formatted(path: string, text: string): Promise<string> {
    if (!/\.(ts|json|md|ya?ml)$/.test(path)) return text;
    return format(text, { ...(await resolveConfig(join(this.#root, path))), filepath: path });
  }
}
