import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that cannot be mistaken for a later one with the same pid. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Start time as the system tells it; opaque, only compared. */
  readonly born: string;
}

/** Field 22 of /proc/<pid>/stat; the name in brackets before it may hold spaces and brackets itself. */
export function bornFromStat(stat: string): string | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : fields[19];
}

function bornAt(pid: number): string | undefined {
  if (process.platform === 'linux') {
    try {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      const ticks = bornFromStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
      return ticks && `${boot}:${ticks}`;
    } catch {
      return undefined;
    }
  }
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim() || undefined;
}

export function identify(pid: number): ProcessIdentity | undefined {
  const born = bornAt(pid);
  return born ? { pid, born } : undefined;
}

export function isAlive(identity: ProcessIdentity | undefined): identity is ProcessIdentity {
  return identity !== undefined && bornAt(identity.pid) === identity.born;
}

/** Asks a process to end and forces it after the time given. Resolves when it is gone. */
export async function end(identity: ProcessIdentity, signal: NodeJS.Signals = 'SIGTERM', patienceMs = 15_000): Promise<void> {
  const send = (which: NodeJS.Signals): void => {
    try {
      if (isAlive(identity)) process.kill(identity.pid, which);
    } catch {
      // it ended between the look and the signal
    }
  };
  send(signal);
  const deadline = Date.now() + patienceMs;
  while (isAlive(identity)) {
    if (Date.now() > deadline) send('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
