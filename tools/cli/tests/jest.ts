import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../home.ts';
import type { Tally } from './summary.ts';

/** The part of Jest's --json report that is read. */
interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** A suite that could not even be loaded has no tests to count: it counts as one failure. */
export function tallyOf(report: JestReport): Tally {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

const lingerMs = 15_000;

/** How many specs run side by side. An integration spec waits for servers and tools most of its time, so there is room for one more. */
const workers: Readonly<Record<string, number>> = {
  unit: availableParallelism(),
  int: availableParallelism() + 1,
  e2e: 1,
  web: 2,
};

/** Runs one Jest project to its end; ends whatever its specs left running. */
export async function jest(
  project: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  reportFile: string,
  stop: AbortSignal,
): Promise<Tally> {
  const program = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const jestArgs = [
    '--selectProjects',
    project,
    ...(args.some((arg) => !arg.startsWith('-')) ? [] : ['--passWithNoTests']),
    ...(args.some((arg) => /^(--maxWorkers|--runInBand|-[wi])/.test(arg)) ? [] : [`--maxWorkers=${workers[project] ?? 1}`]),
    '--json',
    `--outputFile=${reportFile}`,
    ...args,
  ];
  const child = spawn(process.execPath, ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', program, ...jestArgs], {
    cwd: root,
    env: { ...process.env, ...env },
    detached: true, // a process group of its own: what is left in it at the end is killed
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const interrupt = (): void => killGroup(child, 'SIGKILL');
  stop.addEventListener('abort', interrupt);
  const code = await new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (exit) => resolve(exit ?? 128));
    void lingering(child, reportFile).then(resolve);
  });
  stop.removeEventListener('abort', interrupt);
  killGroup(child, 'SIGKILL');
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, skipped: 0 };
  const tally = tallyOf(JSON.parse(readFileSync(reportFile, 'utf8')) as JestReport);
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** Resolves with 0 when Jest has reported and does not end: a spec left a connection open. Not a failure, but not to be waited for. */
async function lingering(child: ChildProcess, reportFile: string): Promise<number> {
  while (!existsSync(reportFile)) await pause(1000, undefined, { ref: false });
  await pause(lingerMs, undefined, { ref: false });
  if (child.exitCode === null && child.signalCode === null) console.error('Jest did not end by itself: a spec left something open.');
  return 0;
}

function killGroup(leader: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (leader.pid) process.kill(-leader.pid, signal);
  } catch {
    // nobody is left in the group
  }
}
