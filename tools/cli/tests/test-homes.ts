import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Home, root } from '../home.ts';
import { endLeftovers, runningInstance } from '../instance.ts';

const folder = join(root, '.karez', 'test');

/** A home for one run of tests; several runs may go on side by side. */
export function newTestHome(part: string): Home {
  return new Home(join(folder, `${part}-${process.pid}`));
}

/** Removes a stopped home with everything that it stored, wherever it stored it. */
export function removeHome(home: Home): void {
  const elsewhere = home.readJson<{ folder: string }>('postgres.json')?.folder;
  if (elsewhere) rmSync(elsewhere, { recursive: true, force: true });
  rmSync(home.path, { recursive: true, force: true });
}

/** Ends and removes what runs that were killed have left. */
export async function sweepTestHomes(): Promise<void> {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const home = new Home(join(folder, name));
    if (/^[a-z0-9]+-\d+$/.test(name) && !runningInstance(home)) {
      await endLeftovers(home);
      removeHome(home);
    }
  }
}
