import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DomainError } from '@karez/kernel';
import type { PressJob, PressReply, PressRequest, PressResult, PressSetting, Printed } from './press-job.js';

// beside this file: .ts when the sources run (Jest), .js in dist
const script = new URL(import.meta.url.endsWith('.ts') ? './press.worker.ts' : './press.worker.js', import.meta.url);
const templates = join(import.meta.dirname, 'templates');
/** Documents that wait for a thread; more come back later rather than hold memory. */
const queueLimit = 200;

interface Waiting {
  readonly resolve: (result: PressResult) => void;
  readonly reject: (error: Error) => void;
}
interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

/** Threads that set type. They start with the first jobs, hold the process alive only while they work, and are replaced when they die. */
export class Press {
  readonly #setting: PressSetting;
  readonly #threads: number;
  readonly #running = new Set<Thread>();
  #lastId = 0;

  /** @param threads each takes about 250 MB for the fonts; one unless there are processors to spare */
  constructor(fonts: PressSetting['fonts'], threads = availableParallelism() > 4 ? 2 : 1) {
    this.#setting = { templates, fonts };
    this.#threads = threads;
  }

  /** The words of a text; joined they are the text. */
  async words(text: string): Promise<readonly string[]> {
    return (await this.#run({ kind: 'words', text })) as readonly string[];
  }

  /** @throws DomainError `oa.rendition.missing_glyph` {characters}, `oa.rendition.busy` */
  async print(job: Omit<Extract<PressJob, { kind: 'print' }>, 'kind'>): Promise<Printed> {
    return (await this.#run({ kind: 'print', ...job })) as Printed;
  }

  async close(): Promise<void> {
    const threads = [...this.#running];
    this.#running.clear();
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  #run(job: PressJob): Promise<PressResult> {
    const thread = this.#leastBusy();
    if (thread.waiting.size >= queueLimit) throw new DomainError('oa.rendition.busy');
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      if (thread.waiting.size === 0) thread.worker.ref();
      thread.waiting.set(id, { resolve, reject });
      thread.worker.postMessage({ id, job } satisfies PressRequest);
    });
  }

  #leastBusy(): Thread {
    const [least] = [...this.#running].sort((a, b) => a.waiting.size - b.waiting.size);
    if (least && (least.waiting.size === 0 || this.#running.size >= this.#threads)) return least;
    return this.#start();
  }

  #start(): Thread {
    const worker = new Worker(script, { name: 'karez-press', env: {}, workerData: this.#setting });
    const thread: Thread = { worker, waiting: new Map() };
    worker.unref();
    worker.on('message', (reply: PressReply) => this.#answer(thread, reply));
    worker.on('error', (error: unknown) => this.#bury(thread, error instanceof Error ? error.message : 'error'));
    worker.on('exit', () => this.#bury(thread, 'exit'));
    this.#running.add(thread);
    return thread;
  }

  #answer(thread: Thread, { id, result, missing, fault }: PressReply): void {
    const waiting = thread.waiting.get(id);
    thread.waiting.delete(id);
    if (thread.waiting.size === 0) thread.worker.unref();
    if (result !== undefined) waiting?.resolve(result);
    else waiting?.reject(missing ? new DomainError('oa.rendition.missing_glyph', { characters: missing }) : failure(fault ?? ''));
  }

  #bury(thread: Thread, fault: string): void {
    this.#running.delete(thread);
    for (const { reject } of thread.waiting.values()) reject(failure(fault));
    thread.waiting.clear();
  }
}

const failure = (fault: string): Error => new Error(`the document cannot be set: ${fault}`);
