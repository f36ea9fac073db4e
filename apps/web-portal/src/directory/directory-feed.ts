import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { bodiesFrom, readDirectory } from './directory-answer.js';
import { type Body, Directory } from './directory.js';

export interface DirectoryFeedOptions {
  readonly apiUrl: string;
  /** Where the last good directory is kept, so that a restart with everything else dead still reads; absent: memory only. */
  readonly file?: string;
  readonly refreshMs: number;
  readonly call?: typeof fetch;
  readonly now?: () => Date;
  readonly warn?: (error: unknown, message: string) => void;
}

const answerWithinMs = 5_000;
const firstRetryMs = 1_000;

/**
 * The directory as last known: asked for again every `refreshMs`, kept in memory and on disk.
 * While identity does not answer, the last good directory stands (stale-if-error).
 */
export class DirectoryFeed {
  #directory: Directory | undefined;
  #known = '';
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  readonly #stopping = new AbortController();
  readonly #listeners: (() => void)[] = [];

  constructor(private readonly options: DirectoryFeedOptions) {}

  get current(): Directory | undefined {
    return this.#directory;
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Reads the file and asks identity once; afterwards it goes on by itself until `stop`. */
  async start(): Promise<void> {
    await this.#readFile();
    await this.refresh();
  }

  stop(): void {
    this.#stopping.abort();
    clearTimeout(this.#timer);
  }

  async refresh(): Promise<void> {
    const { apiUrl, call, now = () => new Date(), refreshMs, warn } = this.options;
    try {
      const signal = AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(answerWithinMs)]);
      const bodies = await readDirectory(apiUrl, signal, call);
      if (this.#take(bodies, now())) await this.#writeFile();
      this.#failures = 0;
    } catch (error) {
      // said once, not at every attempt: the site goes on with what it knows
      if (this.#failures++ === 0 && !this.#stopping.signal.aborted) warn?.(error, 'directory not read, the last known one stands');
    }
    if (this.#stopping.signal.aborted) return;
    const wait = this.#failures === 0 ? refreshMs : Math.min(firstRetryMs * 2 ** (this.#failures - 1), refreshMs);
    this.#timer = setTimeout(() => void this.refresh(), wait).unref();
  }

  /** True when these bodies differ from the known ones. */
  #take(bodies: readonly Body[], changedAt: Date): boolean {
    const bytes = JSON.stringify([...bodies].sort((a, b) => (a.id < b.id ? -1 : 1)));
    if (bytes === this.#known) return false;
    this.#known = bytes;
    this.#directory = new Directory(bodies, changedAt);
    for (const listener of this.#listeners) listener();
    return true;
  }

  async #readFile(): Promise<void> {
    if (!this.options.file) return;
    try {
      const { changedAt, bodies } = JSON.parse(await readFile(this.options.file, 'utf8')) as { changedAt: string; bodies: unknown };
      if (Number.isNaN(Date.parse(changedAt))) throw new Error('the kept directory has no date');
      this.#take(bodiesFrom(bodies), new Date(changedAt));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.options.warn?.(error, 'the kept directory cannot be read');
    }
  }

  async #writeFile(): Promise<void> {
    const { file } = this.options;
    if (!file || !this.#directory) return;
    try {
      await mkdir(dirname(file), { recursive: true });
      const { changedAt, bodies } = this.#directory;
      await writeFile(`${file}.new`, JSON.stringify({ changedAt, bodies }));
      await rename(`${file}.new`, file);
    } catch (error) {
      this.options.warn?.(error, 'the directory cannot be kept on disk');
    }
  }
}
