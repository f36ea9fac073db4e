import { setTimeout as pause } from 'node:timers/promises';
import { Failure, reasonOf } from '../failure.ts';
import { Child, describeExit, type ProcessSpec } from './child.ts';
import type { ProcessIdentity } from './identity.ts';
import { sizeOf, tail } from './run.ts';

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
  #stopped: Promise<void> | undefined;

  /** @param changed told after each start and stop, to write it down; @param say told about crashes */
  constructor(changed: (states: ProcessState[]) => void = () => undefined, say: (line: string) => void = () => undefined) {
    this.#changed = changed;
    this.#say = say;
  }

  /** Begins a process, waits until it is ready and watches over it from then on. @throws Failure with the end of its log */
  async start(spec: ProcessSpec, timeoutMs = 30_000): Promise<void> {
    if (this.#stopped) throw new Failure('stopped while starting');
    const logged = sizeOf(spec.logFile);
    const running = { child: new Child(spec), since: new Date(), restarts: 0 };
    this.#running.push(running);
    this.#report();
    try {
      await running.child.untilReady(timeoutMs);
    } catch (error) {
      throw new Failure(`${reasonOf(error)}. The end of ${spec.logFile}:\n${tail(spec.logFile, 15, logged)}`);
    }
    void this.#watch(running);
  }

  get states(): ProcessState[] {
    return this.#running.map(({ child, since, restarts }) => ({
      name: child.spec.name,
      ...child.identity,
      since: since.toISOString(),
      restarts,
    }));
  }

  /** Ends everything, the last started first. May be called again; every call resolves when all is ended. */
  stop(): Promise<void> {
    return (this.#stopped ??= (async () => {
      for (const { child } of [...this.#running].reverse()) await child.stop();
      this.#running.length = 0;
      this.#report();
    })());
  }

  async #watch(running: { child: Child; since: Date; restarts: number }): Promise<void> {
    for (let inARow = 1; ; inARow++) {
      const { child } = running;
      const exit = await child.exited;
      if (this.#stopped) return;
      if (Date.now() - running.since.getTime() > wellAfterMs) inARow = 1;
      this.#say(
        `${child.spec.name} ended (${describeExit(exit)}), starting it again in ${backOff(inARow) / 1000} s; see ${child.spec.logFile}`,
      );
      await pause(backOff(inARow), undefined, { ref: false });
      if (this.#stopped) return;
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
