import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PlatformProcess {
  readonly name: string;
  readonly pid: number;
  /** ISO 8601. */
  readonly since: string;
}

const servers = new Set(['postgres', 'nats', 'redis', 'clamd']);

/** The platform's own processes, as the launcher wrote them down. */
export function processesOf(stateFile: string): PlatformProcess[] {
  const { processes } = JSON.parse(readFileSync(stateFile, 'utf8')) as { processes: PlatformProcess[] };
  return processes.filter(({ name }) => !servers.has(name));
}

/** Resident memory in MB. */
export const memoryOf = (pid: number): number => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;

/** Milliseconds from its beginning to the line in its log that says that it serves; undefined when it says no such thing. */
export function startUpOf({ name, since }: PlatformProcess, home: string): number | undefined {
  const log = join(home, 'logs', `${name}.log`);
  if (!existsSync(log)) return undefined;
  for (const line of readFileSync(log, 'utf8').split('\n').reverse()) {
    const found = /"time":"?([^",]+)"?.*"msg":"(started|.* listens on .*)"/.exec(line);
    const at = found && Date.parse(/^\d+$/.test(found[1]!) ? new Date(Number(found[1])).toISOString() : found[1]!);
    if (at) return at >= Date.parse(since) ? at - Date.parse(since) : undefined;
  }
  return undefined;
}

export interface Started {
  readonly child: ChildProcess;
  /** What the line that says it is ready holds. */
  readonly url: string;
  readonly startUpMs: number;
}

/** Starts a program of this workspace and waits for the address that it prints. */
export async function start(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Started> {
  const began = performance.now();
  const child = spawn(process.execPath, [...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const chunk of child.stdout) {
    text += String(chunk);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
    if (url) {
      child.stdout.resume();
      return { child, url, startUpMs: performance.now() - began };
    }
  }
  throw new Error(`${args.join(' ')} ended before it served:\n${text}`);
}
