import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Failure } from '../failure.ts';
import type { Home } from '../home.ts';
import type { Progress } from '../progress.ts';
import { stopPlatform } from './stop.ts';

/** What an instance writes into its home. Named one by one: a mistyped KAREZ_HOME must not cost somebody else's files. */
const contents = [
  ...['postgres', 'postgres.json', 'nats', 'redis', 'clamd', 'data', 'logs', 'ports.json', 'secrets.json', 'servers'],
  ...['demonstration.json', 'demo-accounts.json', 'state.json', 'lock.json'],
];

/** `npm run reset`: stops the instance and removes its data, secrets and logs, after asking. Resolves with the exit code. */
export async function reset(home: Home, args: readonly string[], progress: Progress, stop: AbortSignal): Promise<number> {
  if (!args.includes('--yes') && !(await agreed(home, stop))) {
    progress.say('Nothing was removed.');
    return 1;
  }
  await stopPlatform(home, progress);
  removeContents(home);
  progress.say(`All data of ${home.path} is removed. Servers given by KAREZ_* addresses were left as they are.`);
  return 0;
}

export function removeContents(home: Home): void {
  const elsewhere = home.readJson<{ folder: string }>('postgres.json')?.folder;
  if (elsewhere) rmSync(elsewhere, { recursive: true, force: true });
  for (const name of contents) rmSync(join(home.path, name), { recursive: true, force: true });
}

async function agreed(home: Home, stop: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Failure('reset removes all data: say so with npm run reset -- --yes');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(`Remove all data, accounts and logs of ${home.path}? Type yes: `, { signal: stop });
    return answer.trim() === 'yes';
  } catch {
    return false;
  } finally {
    terminal.close();
  }
}
