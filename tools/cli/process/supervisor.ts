import { setTimeout as pause } from 'node:timers/promises';
import { Failure, reasonOf } from '../failure.ts';
import { tail } from './run.ts';
import { Child, describeExit, type ProcessSpec } from './child.ts';
import type { ProcessIdentity } from './identity.ts';

export interface ProcessState extends ProcessIdentity {
  readonly name: string;
  /** When it was last started, ISO 8601. */
  readonly since: string;
  readonly restarts: number;
}

/** Milliseconds to wait before the n-th restart in a row: half a second, doubled each time, at most half a minute. */
export function backOff(restartsInARow: number): number {
  return Math.min(500 * 2 ** Math.max(0, restartsInARow - 1), 30_000);
}

/** A process that has run this long is well; its next crash counts as the first. */
const wellAfterMs = 60_000;

/** Starts processes in order, starts again what crashes, and stops all of them in the opposite order. */
export class Supervisor {
  readonly #running: { child: Child; since: Date; restarts: number }[] = [];
  readonly #changed: (states: ProcessState[]) => void;
  readonly #say: (line: string) => void;
  #stopping = false;

  /** @param changed told after each start and stop, to write it down; @param say told about crashes */
  constructor(changed: (states: ProcessState[]) => void = () => undefined, say: (line: string) => void = () => undefined) {
    this.#changed = changed;
    this.#say = say;
  }

  /** Begins a process and watches over it from now on. Returns at once. */
  start(spec: ProcessSpec): Child {
    if (this.#stopping) throw new Failure('stopped while starting');
    const running = { child: new Child(spec), since: new Date(), restarts: 0 };
    this.#running.push(running);
    this.#report();
    void this.#watch(running);
    return running.child;
  }

  /** Begins a process and waits until it is ready. @throws Failure with the end of its log */
  async startAndWait(spec: ProcessSpec, timeoutMs = 30_000): Promise<void> {
    const child = this.start(spec);
    try {
      await child.untilReady(timeoutMs);
    } catch (error) {
      throw new Failure(`${reasonOf(error)}. The end of ${spec.logFile}:\n${tail(spec.logFile, 15)}`);
    }
  }

  get states(): ProcessState[] {
    return this.#running.map(({ child, since, restarts }) => ({
      name: child.spec.name,
      ...child.identity,
      since: since.toISOString(),
      restarts,
    }));
  }

  /** Ends everything, the last started first. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const { child } of this.#running.reverse()) await child.stop();
    this.#running.length = 0;
    this.#report();
  }

  async #watch(running: { child: Child; since: Date; restarts: number }): Promise<void> {
    for (let inARow = 1; ; inARow++) {
      const { child } = running;
      const exit = await child.exited;
      if (this.#stopping) return;
      if (Date.now() - running.since.getTime() > wellAfterMs) inARow = 1;
      this.#say(
        `${child.spec.name} ended (${describeExit(exit)}), starting it again in ${backOff(inARow) / 1000} s; see ${child.spec.logFile}`,
      );
      await pause(backOff(inARow), undefined, { ref: false });
      if (this.#stopping) return;
      running.child = new Child(child.spec);
      running.since = new Date();
      running.restarts++;
      this.#report();
    }
  }

  #report(): void {
    this.#changed(this.states);
  }
}
