import { spawnSync } from 'node:child_process';
import { Failure } from '../failure.ts';
import type { Home } from '../home.ts';
import { run } from '../process/run.ts';
import type { Progress } from '../progress.ts';
import { findBinary } from './binaries.ts';

export interface SystemPackages {
  /** What the reader calls it, as in "PostgreSQL". */
  readonly title: string;
  readonly apt: readonly string[];
  readonly brew?: readonly string[];
  /** The way out of an installation, as in "give KAREZ_NATS_URL". */
  readonly otherwise?: string;
}

/**
 * Installs packages with the system's own package manager.
 * @throws Failure with the command that the reader can run instead
 */
export async function install(packages: SystemPackages, home: Home, progress: Progress): Promise<void> {
  const apt = findBinary('apt-get');
  const brew = findBinary('brew');
  const logFile = home.file('logs', 'install.log');
  if (apt) await aptInstall(apt, packages, logFile, progress);
  else if (brew && packages.brew) await brewInstall(brew, packages, logFile, progress);
  else
    throw new Failure(`${packages.title} is missing and this system has neither apt-get nor brew: install it by hand${wayOut(packages)}.`);
}

async function aptInstall(apt: string, packages: SystemPackages, logFile: string, progress: Progress): Promise<void> {
  const byHand = `apt-get install -y ${packages.apt.join(' ')}`;
  const root = process.getuid?.() === 0;
  const sudo = findBinary('sudo');
  if (!root && !(sudo && maySudo(sudo))) {
    throw new Failure(`${packages.title} is missing and this user may not install it. Run as root: ${byHand}${wayOut(packages)}.`);
  }
  const asRoot = (...args: string[]): Promise<number> => {
    // another program of the machine may be installing just now: wait for it
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', apt, '-o', 'DPkg::Lock::Timeout=300', ...args];
    return root ? run('env', command.slice(1), { logFile }) : run(sudo as string, command, { logFile });
  };
  const installation = (): Promise<number> => asRoot('install', '-y', '--no-install-recommends', ...packages.apt);
  await progress.during(`Installing ${packages.title} (apt-get)`, async () => {
    // The package index of a fresh or old machine is empty or stale: then it is read again, once.
    if ((await installation()) === 0 || ((await asRoot('update')) === 0 && (await installation()) === 0)) return;
    throw new Failure(`${packages.title} could not be installed; ${logFile} says why. Run as root: apt-get update && ${byHand}`);
  });
}

/** Without a password, or with one that the reader can type. */
function maySudo(sudo: string): boolean {
  if (spawnSync(sudo, ['-n', 'true'], { stdio: 'ignore' }).status === 0) return true;
  return process.stdin.isTTY && spawnSync(sudo, ['-v'], { stdio: 'inherit' }).status === 0;
}

async function brewInstall(brew: string, packages: SystemPackages, logFile: string, progress: Progress): Promise<void> {
  const args = ['install', ...(packages.brew ?? [])];
  await progress.during(`Installing ${packages.title} (brew)`, async () => {
    if ((await run(brew, args, { logFile })) !== 0)
      throw new Failure(`${packages.title} could not be installed. Run: brew ${args.join(' ')}`);
  });
}

function wayOut(packages: SystemPackages): string {
  return packages.otherwise ? `, or ${packages.otherwise}` : '';
}
