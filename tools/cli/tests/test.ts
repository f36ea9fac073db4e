import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../failure.ts';
import { root } from '../home.ts';
import type { Progress } from '../progress.ts';
import { integration } from './integration.ts';
import { jest } from './jest.ts';
import { closingLine, summary, sum, type PartResult, type Tally } from './summary.ts';

const parts = ['unit', 'int'] as const;
type Part = (typeof parts)[number];

/** `npm test` runs all parts, `npm run test:<part>` one; what follows goes to Jest. Resolves with the exit code. */
export async function test(args: readonly string[], progress: Progress, stop: AbortSignal): Promise<number> {
  const chosen = parts.filter((part) => part === args[0]);
  const rest = chosen.length > 0 ? args.slice(1) : args;
  const results: PartResult[] = [];
  const reports = join(root, '.karez', 'test', `.reports-${process.pid}`);
  mkdirSync(reports, { recursive: true });
  try {
    for (const part of chosen.length > 0 ? chosen : parts) {
      if (stop.aborted) break;
      progress.say(`\n== ${part}`);
      const started = Date.now();
      const tally = await runPart(part, rest, join(reports, `${part}.json`), progress, stop).catch((error: unknown) => {
        progress.say(`${part}: ${reasonOf(error)}`);
        return { passed: 0, failed: 1, skipped: 0 };
      });
      results.push({ part, ms: Date.now() - started, ...tally });
    }
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  progress.say(chosen.length > 0 ? `\n${closingLine(sum(results))}` : summary(results));
  if (stop.aborted) return 130;
  return sum(results).failed > 0 ? 1 : 0;
}

function runPart(part: Part, args: readonly string[], reportFile: string, progress: Progress, stop: AbortSignal): Promise<Tally> {
  switch (part) {
    case 'unit':
      return jest('unit', args, {}, reportFile, stop);
    case 'int':
      return integration(args, reportFile, progress, stop);
  }
}
