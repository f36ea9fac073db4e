import { endLeftovers, runningInstance } from '../instance.ts';
import type { Home } from '../home.ts';
import { end } from '../process/identity.ts';
import type { Progress } from '../progress.ts';

/** Every app may take its half minute to drain. */
const patienceMs = 240_000;

/** Stops the home's instance, wherever it was started from. Resolves with the exit code. */
export async function stopPlatform(home: Home, progress: Progress): Promise<number> {
  const state = runningInstance(home);
  if (state) await progress.during('Stopping', () => end(state.owner, 'SIGTERM', patienceMs));
  else progress.say('Karez is not running.');
  await endLeftovers(home); // of an owner that was killed, now or before
  return 0;
}
