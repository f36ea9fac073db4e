import type { Progress } from '../progress.ts';
import { jest } from './jest.ts';
import { onServers } from './on-servers.ts';
import { poppler } from './poppler.ts';
import type { Tally } from './summary.ts';

/** Runs the integration specs on servers of their own, started for this run and thrown away after it. */
export function integration(args: readonly string[], reportFile: string, progress: Progress, stop: AbortSignal): Promise<Tally> {
  return onServers({ name: 'int', throwAway: true }, progress, async (env, home) => {
    await poppler(home, progress);
    return jest('int', args, env, reportFile, stop);
  });
}
