import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../apps.ts';
import { Failure } from '../failure.ts';
import { Home, root } from '../home.ts';
import { exclusively } from '../process/lock.ts';
import { run, tail } from '../process/run.ts';
import type { Progress } from '../progress.ts';

const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
/** The instances of one clone share its dist folders: one of them builds at a time. */
const lock = (): string => new Home(join(root, '.karez')).file('building');

/** Builds the apps and what they stand on; what has not changed comes from Nx's cache. @throws Failure with the end of the log */
export async function build(apps: readonly App[], home: Home, progress: Progress, stop: AbortSignal): Promise<void> {
  if (apps.length === 0) return;
  const logFile = home.file('logs', 'build.log');
  rmSync(logFile, { force: true });
  const args = [nx, 'run-many', '-t', 'build', '-p', apps.map(({ name }) => `@karez/${name}`).join(','), '--outputStyle=static'];
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' };
  await progress.during(`Building ${apps.map(({ name }) => name).join(', ')}`, async () => {
    const code = await exclusively(lock(), stop, () => run(process.execPath, args, { cwd: root, env, logFile, stop }));
    if (code !== 0) throw new Failure(`The build failed. The end of ${logFile}:\n${tail(logFile)}`);
  });
}
