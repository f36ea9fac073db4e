import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { identify, isAlive, type ProcessIdentity } from './identity.ts';

/** Takes a lock file for this process; false when another living process has it. One left by a dead process is taken over. */
export async function takeLock(path: string): Promise<boolean> {
  const self = identify(process.pid);
  for (let tries = 0; tries < 3; tries++) {
    try {
      writeFileSync(path, JSON.stringify(self), { flag: 'wx', mode: 0o600 });
      await pause(50); // two processes that both removed a dead one's lock: the later writer has it
      return holderOf(path)?.pid === process.pid;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isAlive(holderOf(path))) return false;
      rmSync(path, { force: true });
    }
  }
  return false;
}

export function releaseLock(path: string): void {
  rmSync(path, { force: true });
}

/** Does the work while no other process does. @throws when `stop` is aborted while it waits */
export async function exclusively<T>(path: string, stop: AbortSignal, work: () => Promise<T>): Promise<T> {
  while (!(await takeLock(path))) await pause(300, undefined, { signal: stop });
  try {
    return await work();
  } finally {
    releaseLock(path);
  }
}

function holderOf(path: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}
