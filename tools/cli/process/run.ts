import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Output is appended to this file; without it, it goes to the terminal. */
  readonly logFile?: string;
  /** Ends the command when aborted. */
  readonly stop?: AbortSignal;
}

/** Runs a command to its end. Resolves with its exit code, 128 when a signal ended it, 127 when it could not start. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  const log = options.logFile === undefined ? undefined : openSync(options.logFile, 'a', 0o600);
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      env: options.env ?? process.env,
      cwd: options.cwd ?? process.cwd(),
      stdio: log === undefined ? ['ignore', 'inherit', 'inherit'] : ['ignore', log, log],
      ...(options.stop && { signal: options.stop }),
      ...(options.user && { uid: options.user.uid, gid: options.user.gid }),
    });
    if (log !== undefined) closeSync(log);
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 128));
  });
}

/** The last lines that a log got after it had `from` bytes, for an error message. */
export function tail(logFile: string, lines = 30, from = 0): string {
  return readFileSync(logFile).subarray(from).toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
}

export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
