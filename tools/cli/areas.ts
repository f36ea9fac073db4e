import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { apps } from './apps.ts';
import { Failure } from './failure.ts';
import { root } from './home.ts';
import { build } from './platform/build.ts';
import type { Progress } from './progress.ts';
import { onServers } from './tests/on-servers.ts';
import { startTestPlatform } from './tests/test-platform.ts';

/** Runs one of the project's own programs on this terminal; resolves with its exit code. */
export function runProgram(path: string, args: readonly string[], env: NodeJS.ProcessEnv, stop: AbortSignal): Promise<number> {
  if (!existsSync(join(root, path))) throw new Failure(`${path} is not written yet`);
  const child = spawn(process.execPath, [join(root, path), ...args], { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
  stop.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 128));
  });
}

/** Areas that bring all they need themselves. */
const onTheirOwn: readonly string[] = ['chaos/promises'];
/** Areas that measure a library: services beside them would only take their processor. By name: whose build they need. */
const onServersAlone: Readonly<Record<string, string>> = { 'bench/approval': 'approval', 'bench/oa-rendition': 'oa' };

/** `npm run bench|chaos -- <area>`: test/<kind>/<area>.ts on a platform of its own, started for it and removed after it. */
export async function runArea(kind: 'bench' | 'chaos', args: readonly string[], progress: Progress, stop: AbortSignal): Promise<number> {
  const folder = join(root, 'test', kind);
  const areas = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => /^[a-z0-9-]+\.ts$/.test(name))
    .map((name) => basename(name, '.ts'));
  const area = args[0] && !args[0].startsWith('-') ? args[0] : undefined;
  const all = kind === 'chaos' && area === undefined ? areas : [area];
  if (areas.length === 0 || all.some((name) => name === undefined || !areas.includes(name))) {
    throw new Failure(`${kind}: name an area: npm run ${kind} -- ${areas.join('|') || '<area>'}`);
  }
  const rest = args.slice(area === undefined ? 0 : 1);
  let worst = 0;
  for (const name of all) {
    const program = `test/${kind}/${name}.ts`;
    if (onTheirOwn.includes(`${kind}/${name}`)) {
      worst = Math.max(worst, await runProgram(program, rest, {}, stop));
      continue;
    }
    const built = apps.filter((app) => app.name === onServersAlone[`${kind}/${name}`]);
    if (built.length) {
      const measured = await onServers({ name: kind, throwAway: false }, progress, async (env, home) => {
        await build(built, home, progress, stop);
        return runProgram(program, rest, env, stop);
      });
      worst = Math.max(worst, measured);
      continue;
    }
    const platform = await startTestPlatform({ keep: false, throwAway: false }, progress, stop);
    try {
      worst = Math.max(worst, await runProgram(program, rest, platform.env, stop));
    } finally {
      await platform.end();
    }
  }
  return worst;
}
