import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const hook = new URL('../src/typescript-hook.mjs', import.meta.url);

export interface ProgramOptions {
  readonly args?: readonly string[];
  /** Added to the environment of the spec. */
  readonly env?: NodeJS.ProcessEnv;
}

/** A program of its own process, so that a spec can kill it in the middle. */
export interface Program {
  readonly pid: number;
  /** Everything it printed so far, standard output and errors, line by line. */
  readonly lines: readonly string[];
  /** Resolves with the first line, printed already or still to come, that matches. @throws Error when it ends or 60 s pass before */
  line(pattern: RegExp, timeoutMs?: number): Promise<string>;
  /** Sends a signal (SIGKILL unless said otherwise); resolves with the exit. */
  kill(signal?: NodeJS.Signals): Promise<Exit>;
  /** Sends a signal without waiting, such as SIGSTOP and SIGCONT. */
  signal(signal: NodeJS.Signals): void;
  readonly exited: Promise<Exit>;
}

interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * Runs a TypeScript file, decorators and workspace packages from source included, with the Node that runs the spec.
 * @param script as in `new URL('./relay.program.ts', import.meta.url)`
 */
export function startProgram(script: URL, { args = [], env = {} }: ProgramOptions = {}): Program {
  const nodeArgs = ['--conditions=source', '--import', hook.href, fileURLToPath(script), ...args];
  // NODE_OPTIONS of the Jest worker are Jest's own.
  const child = spawn(process.execPath, nodeArgs, { env: { ...process.env, NODE_OPTIONS: '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  // A program that a spec forgets must not keep the run from ending.
  child.unref();
  for (const stream of [child.stdout, child.stderr]) (stream as Socket).unref();
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const changed = (): void => waiting.forEach((look) => look());
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', (line) => (lines.push(line), changed()));
  const exited = new Promise<Exit>((resolve) => child.once('close', (code, signal) => (resolve({ code, signal }), changed())));
  return {
    pid: child.pid ?? -1,
    lines,
    exited,
    line: (pattern, timeoutMs = 60_000) => firstLine(child, lines, waiting, pattern, timeoutMs),
    async kill(signal = 'SIGKILL') {
      child.kill(signal);
      return exited;
    },
    signal: (signal) => void child.kill(signal),
  };
}

function firstLine(child: ChildProcess, lines: string[], waiting: Set<() => void>, pattern: RegExp, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      waiting.delete(look);
      clearTimeout(timer);
      act();
    };
    const missing = (why: string): Error =>
      new Error(`${why} before a line matched ${pattern}; it printed:\n${lines.slice(-40).join('\n')}`);
    const look = (): void => {
      const found = lines.find((line) => pattern.test(line));
      if (found !== undefined) settle(() => resolve(found));
      else if (child.exitCode !== null || child.signalCode !== null) settle(() => reject(missing('the program ended')));
    };
    const timer = setTimeout(() => settle(() => reject(missing(`${timeoutMs} ms passed`))), timeoutMs);
    waiting.add(look);
    look();
  });
}
