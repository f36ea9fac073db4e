import { readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Home } from './home.ts';
import { end, identify, isAlive, type ProcessIdentity } from './process/identity.ts';
import type { ProcessState } from './process/supervisor.ts';

export type Phase = 'starting' | 'running' | 'stopping';

/** What is written down about a running instance, in state.json of its home. */
export interface InstanceState {
  /** The process that started the others and watches over them. */
  readonly owner: ProcessIdentity;
  readonly phase: Phase;
  readonly processes: readonly ProcessState[];
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
    if (!(await takeLock(home, owner))) return undefined;
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
    rmSync(this.#home.file(lockFile), { force: true });
  }
}

async function takeLock(home: Home, owner: ProcessIdentity): Promise<boolean> {
  const path = home.file(lockFile);
  for (let tries = 0; tries < 3; tries++) {
    try {
      writeFileSync(path, JSON.stringify(owner), { flag: 'wx', mode: 0o600 });
      await pause(50); // two processes that both removed a stale lock: the last writer has it
      return holderOf(path)?.pid === owner.pid;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = holderOf(path);
      if (isAlive(holder)) return holder.pid === owner.pid;
      unlinkSync(path);
    }
  }
  return false;
}

function holderOf(path: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}
