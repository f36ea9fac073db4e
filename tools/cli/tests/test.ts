import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, reasonOf } from '../failure.ts';
import { root } from '../home.ts';
import type { Progress } from '../progress.ts';
import { browser } from './browser.ts';
import { CheckRun, lintChecks, typeChecks } from './checks.ts';
import { integration } from './integration.ts';
import { jest } from './jest.ts';
import { closingLine, summary, sum, type PartResult, type Tally } from './summary.ts';
import { startTestPlatform, type TestPlatform } from './test-platform.ts';

/** In the order in which they run: what is quick to fail comes first. */
const parts = ['lint', 'types', 'unit', 'int', 'e2e', 'web'] as const;
type Part = (typeof parts)[number];

/** `npm test` runs all parts, each even when an earlier one fails; a part can be named, and what follows goes to Jest. Resolves with the exit code. */
export async function test(args: readonly string[], progress: Progress, stop: AbortSignal): Promise<number> {
  const named = parts.filter((part) => part === args[0]);
  const rest = args.slice(named.length);
  if (named.length === 0 && rest.some((arg) => !arg.startsWith('-')))
    throw new Failure(`there is no part ${rest[0]}. Parts: ${parts.join(', ')}`);
  const wanted = named.length > 0 ? named : parts;
  const run = new TestRun({ parts: wanted, args: rest, progress, stop });
  const results: PartResult[] = [];
  try {
    for (const part of wanted) {
      if (stop.aborted) break;
      progress.say(`\n== ${part}`);
      const started = Date.now();
      const tally = await run.part(part).catch((error: unknown) => {
        progress.say(`FAIL ${part}: ${reasonOf(error)}`);
        return { passed: 0, failed: 1, skipped: 0 };
      });
      results.push({ part, ms: Date.now() - started, ...tally });
    }
  } finally {
    await run.end();
  }
  if (stop.aborted) return 130;
  progress.say(results.length > 1 ? summary(results) : `\n${closingLine(sum(results))}`);
  return sum(results).failed > 0 ? 1 : 0;
}

interface TestRunOptions {
  readonly parts: readonly Part[];
  readonly args: readonly string[];
  readonly progress: Progress;
  readonly stop: AbortSignal;
}

/** What the parts of one run share: the reports' folder and, for e2e and web, one platform. */
class TestRun {
  readonly #parts: readonly Part[];
  readonly #jestArgs: readonly string[];
  readonly #keep: boolean;
  readonly #progress: Progress;
  readonly #stop: AbortSignal;
  readonly #reports = join(root, '.karez', 'test', `.reports-${process.pid}`);
  readonly #checks: CheckRun;
  #platform: TestPlatform | undefined;

  constructor({ parts: wanted, args, progress, stop }: TestRunOptions) {
    this.#parts = wanted;
    this.#keep = args.includes('--keep');
    this.#jestArgs = args.filter((arg) => arg !== '--keep');
    this.#progress = progress;
    this.#stop = stop;
    mkdirSync(this.#reports, { recursive: true });
    this.#checks = new CheckRun(this.#reports, stop);
  }

  async part(part: Part): Promise<Tally> {
    const report = join(this.#reports, `${part}.json`);
    switch (part) {
      case 'lint':
        // ESLint takes longer than all the others together: the compilers need not wait for it
        this.#checks.start([...lintChecks, ...(this.#parts.includes('types') ? typeChecks : [])]);
        return this.#checks.tally(lintChecks, this.#progress);
      case 'types':
        return this.#checks.tally(typeChecks, this.#progress);
      case 'unit':
        return jest('unit', this.#jestArgs, {}, report, this.#stop);
      case 'int':
        return integration(this.#jestArgs, report, this.#progress, this.#stop);
      case 'e2e':
        return jest('e2e', this.#jestArgs, (await this.#running()).env, report, this.#stop);
      case 'web': {
        const { home, env } = await this.#running();
        const KAREZ_TEST_CHROMIUM = await browser(home, this.#progress);
        return jest('web', this.#jestArgs, { ...env, KAREZ_TEST_CHROMIUM }, report, this.#stop);
      }
    }
  }

  async end(): Promise<void> {
    await this.#platform?.end();
    rmSync(this.#reports, { recursive: true, force: true });
  }

  async #running(): Promise<TestPlatform> {
    return (this.#platform ??= await startTestPlatform({ keep: this.#keep, throwAway: true }, this.#progress, this.#stop));
  }
}
