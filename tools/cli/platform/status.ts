import { apps } from '../apps.ts';
import type { Home } from '../home.ts';
import { runningInstance, type InstanceState } from '../instance.ts';
import { isAlive } from '../process/identity.ts';
import type { Progress } from '../progress.ts';
import { readinessOf } from './health.ts';
import { table } from './table.ts';

/** Prints one line for each process. Resolves with 0 when everything runs and is ready, else 1. */
export async function printStatus(home: Home, progress: Progress): Promise<number> {
  const state = runningInstance(home);
  if (!state) {
    progress.say('Karez is not running. Start it with: npm start');
    return 1;
  }
  const ports = home.readJson<Record<string, number>>('ports.json') ?? {};
  const rows = await Promise.all(
    state.processes.map(async (entry) => [
      entry.name,
      await conditionOf(entry, ports),
      String(entry.pid),
      localTime(entry.since),
      String(entry.restarts),
    ]),
  );
  progress.say(`Karez is ${state.phase}.\n`);
  progress.say(table([['Process', 'Condition', 'Pid', 'Since', 'Restarts'], ...rows], true));
  if (state.addresses) progress.say(`\n${table(Object.entries(state.addresses))}`);
  return state.phase === 'running' && rows.every(([, condition]) => condition === 'ready' || condition === 'running') ? 0 : 1;
}

/** A server is running or not; an app also says whether it is ready. */
async function conditionOf(entry: InstanceState['processes'][number], ports: Readonly<Record<string, number>>): Promise<string> {
  if (!isAlive(entry)) return 'stopped';
  const app = apps.find(({ name }) => name === entry.name);
  if (!app) return 'running';
  return (await readinessOf(app, ports[`${app.name}.health`] ?? 0, ports[app.name])()) ? 'ready' : 'not ready';
}

function localTime(iso: string): string {
  return new Date(iso).toLocaleString('sv-SE');
}
