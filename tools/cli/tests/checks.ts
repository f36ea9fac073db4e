import { join } from 'node:path';
import { root } from '../home.ts';
import { run } from '../process/run.ts';
import { duration, type Progress } from '../progress.ts';
import { sum, type Tally } from './summary.ts';

interface Check {
  readonly name: string;
  /** A program of node_modules, or npm itself. */
  readonly program: string;
  readonly args: readonly string[];
}

const tsc = (config: string): Check => ({ name: `tsc ${config}`, program: 'typescript/bin/tsc', args: ['-p', config] });

export const lintChecks: readonly Check[] = [
  { name: 'eslint', program: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  { name: 'prettier', program: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  {
    name: 'dependency-cruiser',
    program: 'dependency-cruiser/bin/dependency-cruiser.mjs',
    args: ['apps', 'libs', '--config', '.dependency-cruiser.mjs', '--output-type', 'err'],
  },
  // A lock file that does not fit the manifests stops every fresh clone at its first command.
  { name: 'lock file', program: 'npm', args: ['ci', '--dry-run', '--offline', '--no-audit', '--no-fund', '--loglevel=error'] },
];

export const typeChecks: readonly Check[] = [tsc('tsconfig.json'), tsc('tsconfig.web.json'), tsc('tsconfig.tools.json')];

/** Runs each checker; one counts as one test. */
export async function runChecks(checks: readonly Check[], progress: Progress, stop: AbortSignal): Promise<Tally> {
  const results: Tally[] = [];
  for (const { name, program, args } of checks) {
    if (stop.aborted) break;
    const started = Date.now();
    const env = { ...process.env, NX_DAEMON: 'false' };
    const own = join(root, 'node_modules', program);
    const code = await (program === 'npm'
      ? run('npm', args, { cwd: root, env, stop })
      : run(process.execPath, [own, ...args], { cwd: root, env, stop }));
    progress.say(`${code === 0 ? 'PASS' : 'FAIL'} ${name} (${duration(Date.now() - started)})`);
    results.push({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });
  }
  return sum(results);
}
