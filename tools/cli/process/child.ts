import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { identify, end, type ProcessIdentity } from './identity.ts';

/** How to run one long-lived process: a server or an app. */
export interface ProcessSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Run as this user; only root may ask for it. */
  readonly user?: { readonly uid: number; readonly gid: number };
  readonly logFile: string;
  readonly stopSignal?: NodeJS.Signals;
  /** How long a stop may take before it is forced, in milliseconds. */
  readonly patienceMs?: number;
  /** True once the process does its work. Called again and again until then. */
  ready(): Promise<boolean>;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** One running process in a session of its own, so that Ctrl-C in the terminal reaches the supervisor alone. */
export class Child {
  readonly spec: ProcessSpec;
  readonly identity: ProcessIdentity;
  readonly exited: Promise<Exit>;
  #exit: Exit | undefined;

  constructor(spec: ProcessSpec) {
    this.spec = spec;
    const log = openSync(spec.logFile, 'a', 0o600);
    let child: ChildProcess;
    try {
      child = spawn(spec.command, [...spec.args], {
        cwd: spec.cwd,
        env: spec.env,
        detached: true,
        stdio: ['ignore', log, log],
        ...(spec.user && { uid: spec.user.uid, gid: spec.user.gid }),
      });
    } finally {
      closeSync(log);
    }
    this.exited = new Promise((resolve) => {
      child.once('error', () => resolve((this.#exit = { code: 127, signal: null })));
      child.once('exit', (code, signal) => resolve((this.#exit = { code, signal })));
    });
    const pid = child.pid ?? -1;
    this.identity = identify(pid) ?? { pid, born: 'never' };
  }

  get exit(): Exit | undefined {
    return this.#exit;
  }

  /** @throws Error when the process ends or the time is over before it is ready */
  async untilReady(timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      if (this.#exit) throw new Error(`${this.spec.name} ended at once (${describeExit(this.#exit)})`);
      if (await this.spec.ready().catch(() => false)) return;
      if (Date.now() > deadline) throw new Error(`${this.spec.name} was not ready within ${Math.round(timeoutMs / 1000)} s`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async stop(): Promise<void> {
    if (!this.#exit) await end(this.identity, this.spec.stopSignal, this.spec.patienceMs);
  }
}

export function describeExit(exit: Exit): string {
  return exit.signal ? `by ${exit.signal}` : `code ${exit.code}`;
}
