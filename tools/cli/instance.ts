import { rmSync } from 'node:fs';
import type { Home } from './home.ts';
import { end, identify, isAlive, type ProcessIdentity } from './process/identity.ts';
import { releaseLock, takeLock } from './process/lock.ts';
import type { ProcessState } from './process/supervisor.ts';

export type Phase = 'starting' | 'running' | 'stopping';

/** What is written down about a running instance, in state.json of its home. */
export interface InstanceState {
  /** The process that started the others and watches over them. */
  readonly owner: ProcessIdentity;
  readonly phase: Phase;
  readonly processes: readonly ProcessState[];
  /** Digest of the sources that it runs. */
  readonly sources?: string;
  readonly addresses?: Readonly<Record<string, string>>;
}

const stateFile = 'state.json';
const lockFile = 'lock.json';

/** The state of the home's instance while its owner lives; undefined for none and for one whose owner died. */
export function runningInstance(home: Home): InstanceState | undefined {
  const state = home.readJson<InstanceState>(stateFile);
  return isAlive(state?.owner) ? state : undefined;
}

/** Ends what an owner that was killed left behind; the apps before the servers they use. */
export async function endLeftovers(home: Home): Promise<void> {
  const state = home.readJson<InstanceState>(stateFile);
  if (!state || isAlive(state.owner)) return;
  for (const left of [...state.processes].reverse()) await end(left, left.name === 'postgres' ? 'SIGINT' : 'SIGTERM', 10_000);
  rmSync(home.file(stateFile), { force: true });
}

/** The right of this process to run the instance of a home. One process has it at a time. */
export class Instance {
  readonly #home: Home;
  #state: InstanceState;

  private constructor(home: Home, owner: ProcessIdentity) {
    this.#home = home;
    this.#state = { owner, phase: 'starting', processes: [] };
  }

  /** Takes the home for this process, after ending what a killed owner left. Undefined when another process has it. */
  static async claim(home: Home): Promise<Instance | undefined> {
    const owner = identify(process.pid);
    if (!owner) throw new Error('this process cannot see itself in the process table');
    if (!(await takeLock(home.file(lockFile)))) return undefined;
    await endLeftovers(home);
    const instance = new Instance(home, owner);
    instance.note({});
    return instance;
  }

  note(change: Partial<Omit<InstanceState, 'owner'>>): void {
    this.#state = { ...this.#state, ...change };
    this.#home.writeJson(stateFile, this.#state);
  }

  release(): void {
    rmSync(this.#home.file(stateFile), { force: true });
    releaseLock(this.#home.file(lockFile));
  }
}
