import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../apps.ts';
import { Failure } from '../failure.ts';
import { type Home, root } from '../home.ts';
import { run, tail } from '../process/run.ts';
import type { Progress } from '../progress.ts';

/** Builds the apps and what they stand on; what has not changed comes from Nx's cache. @throws Failure with the end of the log */
export async function build(apps: readonly App[], home: Home, progress: Progress, stop: AbortSignal): Promise<void> {
  if (apps.length === 0) return;
  const logFile = home.file('logs', 'build.log');
  rmSync(logFile, { force: true });
  const projects = apps.map(({ name }) => `@karez/${name}`).join(',');
  await progress.during(`Building ${apps.map(({ name }) => name).join(', ')}`, async () => {
    const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' };
    const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
    const code = await run(process.execPath, [nx, 'run-many', '-t', 'build', '-p', projects, '--outputStyle=static'], {
      cwd: root,
      env,
      logFile,
      stop,
    });
    if (code !== 0) throw new Failure(`The build failed. The end of ${logFile}:\n${tail(logFile)}`);
  });
}
