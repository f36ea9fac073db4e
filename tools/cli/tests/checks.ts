import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from '../home.ts';
import { run } from '../process/run.ts';
import { duration, type Progress } from '../progress.ts';
import { sum, type Tally } from './summary.ts';

export interface Check {
  readonly name: string;
  /** A program of node_modules, or npm itself. */
  readonly program: string;
  readonly args: readonly string[];
}

interface Ended {
  readonly passed: boolean;
  readonly ms: number;
  readonly output: string;
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

/** Each checker uses one core: as many run side by side as there are, and no more than memory is likely to bear. */
const atOnce = Math.min(availableParallelism(), 4);

/** Checkers that run side by side, in the order in which they were asked for; one counts as one test. */
export class CheckRun {
  readonly #folder: string;
  readonly #stop: AbortSignal;
  readonly #ended = new Map<Check, Promise<Ended>>();
  readonly #waiting: (() => void)[] = [];
  #free = atOnce;

  /** @param folder takes what the checkers print */
  constructor(folder: string, stop: AbortSignal) {
    this.#folder = folder;
    this.#stop = stop;
  }

  /** Starts those that are not started yet. */
  start(checks: readonly Check[]): void {
    for (const check of checks) if (!this.#ended.has(check)) this.#ended.set(check, this.#run(check));
  }

  /** Waits for these and says of each, in their order, how it ended. */
  async tally(checks: readonly Check[], progress: Progress): Promise<Tally> {
    this.start(checks);
    const results: Tally[] = [];
    for (const check of checks) {
      const ended = await this.#ended.get(check);
      if (!ended || this.#stop.aborted) break;
      progress.write(ended.output);
      progress.say(`${ended.passed ? 'PASS' : 'FAIL'} ${check.name} (${duration(ended.ms)})`);
      results.push({ passed: ended.passed ? 1 : 0, failed: ended.passed ? 0 : 1, skipped: 0 });
    }
    return sum(results);
  }

  async #run(check: Check): Promise<Ended> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return this.#stop.aborted ? { passed: false, ms: 0, output: '' } : await this.#check(check);
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }

  async #check({ name, program, args }: Check): Promise<Ended> {
    const started = Date.now();
    const logFile = join(this.#folder, `${name.replace(/\W+/g, '-')}.log`);
    const options = { cwd: root, env: { ...process.env, NX_DAEMON: 'false' }, logFile, stop: this.#stop };
    const code = await (program === 'npm'
      ? run('npm', args, options)
      : run(process.execPath, [join(root, 'node_modules', program), ...args], options));
    return { passed: code === 0, ms: Date.now() - started, output: readFileSync(logFile, 'utf8') };
  }
}
