import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { refusal } from './errors.js';
import type { Sm2Job, Sm2Reply, Sm2Request, Sm2Result, Sm2Results } from './sm2-job.js';

export interface PoolSize {
  /** Worker threads; by default one less than the processors, between 1 and 4. */
  readonly threads?: number;
  /** Jobs accepted and not yet answered; beyond it `crypto.overloaded`. Default 4096, some seconds of work. */
  readonly queueLimit?: number;
}

interface Waiting {
  readonly resolve: (result: Sm2Result) => void;
  readonly reject: (error: Error) => void;
}
interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

// beside this file: .ts when the sources run (Jest), .js in dist
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './sm2-worker.ts' : './sm2-worker.js', import.meta.url);

/** A Buffer is often a window on shared memory, and cloning it would send that whole memory along: other secrets included. */
const exactly = <J extends Sm2Job>(job: J): J =>
  Object.fromEntries(Object.entries(job).map(([name, value]) => [name, typeof value === 'string' ? value : new Uint8Array(value)])) as J;

/** A bounded pool of SM2 threads. They start with the first jobs, hold the process alive only while they work, and are replaced when they die. */
export class Sm2Pool {
  readonly #script: URL;
  readonly #threads: number;
  readonly #queueLimit: number;
  readonly #running = new Set<Thread>();
  #lastId = 0;
  #closing: Promise<void> | undefined;
  #drained: (() => void) | undefined;

  constructor({ threads, queueLimit = 4096 }: PoolSize = {}, script = WORKER) {
    this.#threads = threads ?? Math.min(4, Math.max(1, availableParallelism() - 1));
    this.#queueLimit = queueLimit;
    this.#script = script;
  }

  /** @throws DomainError `crypto.overloaded`, `crypto.closed`, `crypto.worker_failed` */
  async run<J extends Sm2Job>(job: J): Promise<Sm2Results[J['op']]> {
    if (this.#closing) throw refusal('crypto.closed');
    if (this.pending >= this.#queueLimit) throw refusal('crypto.overloaded');
    const thread = this.#leastBusy();
    const id = ++this.#lastId;
    const result = await new Promise<Sm2Result>((resolve, reject) => {
      if (thread.waiting.size === 0) thread.worker.ref();
      thread.waiting.set(id, { resolve, reject });
      thread.worker.postMessage({ id, job: exactly(job) } satisfies Sm2Request);
    });
    return result as Sm2Results[J['op']];
  }

  /** Jobs accepted and not yet answered. */
  get pending(): number {
    let sum = 0;
    for (const { waiting } of this.#running) sum += waiting.size;
    return sum;
  }

  /** Refuses new jobs, answers the accepted ones, then ends the threads. A second call waits for the first. */
  close(): Promise<void> {
    this.#closing ??= this.#drainAndEnd();
    return this.#closing;
  }

  async #drainAndEnd(): Promise<void> {
    if (this.pending > 0) await new Promise<void>((resolve) => (this.#drained = resolve));
    const threads = [...this.#running];
    this.#running.clear();
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  #leastBusy(): Thread {
    const [least] = [...this.#running].sort((a, b) => a.waiting.size - b.waiting.size);
    if (least && (least.waiting.size === 0 || this.#running.size >= this.#threads)) return least;
    return this.#start();
  }

  #start(): Thread {
    const thread: Thread = { worker: new Worker(this.#script, { name: 'karez-sm2', env: {} }), waiting: new Map() };
    thread.worker.unref();
    thread.worker.on('message', (reply: Sm2Reply) => this.#answer(thread, reply));
    // an 'error' is always followed by 'exit', which settles what the thread still owes
    thread.worker.on('error', () => undefined);
    thread.worker.on('exit', () => this.#bury(thread));
    this.#running.add(thread);
    return thread;
  }

  #answer(thread: Thread, { id, result, fault }: Sm2Reply): void {
    const waiting = thread.waiting.get(id);
    thread.waiting.delete(id);
    if (thread.waiting.size === 0) thread.worker.unref();
    if (fault === undefined) waiting?.resolve(result);
    else waiting?.reject(refusal('crypto.worker_failed', { fault }));
    if (this.pending === 0) this.#drained?.();
  }

  #bury(thread: Thread): void {
    this.#running.delete(thread);
    for (const { reject } of thread.waiting.values()) reject(refusal('crypto.worker_failed', { fault: 'exit' }));
    if (this.pending === 0) this.#drained?.();
  }
}
