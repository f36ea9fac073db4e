import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../apps.ts';
import { Failure } from '../failure.ts';
import { Home, root } from '../home.ts';
import { exclusively } from '../process/lock.ts';
import { run, tail } from '../process/run.ts';
import type { Progress } from '../progress.ts';
import { digestOfSources } from './sources.ts';

const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
/** The instances of one clone share its dist folders: one of them builds at a time, and what is right stays untouched. */
const clone = new Home(join(root, '.karez'));
const builtFile = 'built.json';

interface Built {
  readonly digest: string;
  readonly apps: readonly string[];
  readonly outputs: readonly string[];
  readonly at: number;
}

/**
 * Builds the apps and what they stand on. Nothing is run when the sources are those of the last build; else Nx builds what changed.
 * @returns the digest of the sources that were built
 * @throws Failure with the end of the log
 */
export async function build(apps: readonly App[], home: Home, progress: Progress, stop: AbortSignal): Promise<string> {
  const digest = digestOfSources();
  if (apps.length === 0 || isBuilt(apps, digest)) return digest;
  const logFile = home.file('logs', 'build.log');
  rmSync(logFile, { force: true });
  const args = [nx, 'run-many', '-t', 'build', '-p', apps.map(({ name }) => `@karez/${name}`).join(','), '--outputStyle=static'];
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' };
  await progress.during(`Building ${apps.map(({ name }) => name).join(', ')}`, async () => {
    await exclusively(clone.file('building'), stop, async () => {
      if (isBuilt(apps, digest)) return; // by the one we waited for
      const code = await run(process.execPath, args, { cwd: root, env, logFile, stop });
      if (code !== 0) throw new Failure(`The build failed. The end of ${logFile}:\n${tail(logFile)}`);
      clone.writeJson(builtFile, { digest, apps: apps.map(({ name }) => name), outputs: outputs(), at: Date.now() } satisfies Built);
    });
  });
  return digest;
}

/** Also when somebody built by hand since, the outputs are looked upon as unknown. */
function isBuilt(apps: readonly App[], digest: string): boolean {
  const built = clone.readJson<Built>(builtFile);
  if (built?.digest !== digest || !apps.every(({ name }) => built.apps.includes(name))) return false;
  return built.outputs.every((folder) => (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) <= built.at);
}

function outputs(): string[] {
  const packages = ['apps', 'libs', 'libs/contracts', 'libs/web'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => join(root, parent, name, 'dist')),
  );
  return packages.filter((folder) => existsSync(folder));
}
