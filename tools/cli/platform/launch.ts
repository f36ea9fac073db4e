import { existsSync, renameSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { folderOf, mainOf, type App } from '../apps.ts';
import { Failure } from '../failure.ts';
import type { ProcessSpec } from '../process/child.ts';
import type { Supervisor } from '../process/supervisor.ts';
import type { Progress } from '../progress.ts';
import { environmentOf, type PlatformFacts } from './environment.ts';
import { readinessOf, respondsAt } from './health.ts';

const startTimeoutMs = 90_000;
const largestLog = 20_000_000;

/** Starts every app as its own process; resolves when all are ready and the gateway says so to the outside. */
export async function startApps(apps: readonly App[], facts: PlatformFacts, supervisor: Supervisor, progress: Progress): Promise<void> {
  if (apps.length === 0) return;
  await progress.during(`Starting ${apps.map(({ name }) => name).join(', ')}`, async () => {
    await Promise.all(apps.map((app) => supervisor.start(specOf(app, facts), startTimeoutMs)));
    if (apps.some(({ needs }) => needs.includes('edge'))) await untilHealthy(facts);
  });
}

async function untilHealthy({ edgePort, home }: PlatformFacts): Promise<void> {
  const url = `http://127.0.0.1:${edgePort}/api/health`;
  const deadline = Date.now() + 30_000;
  while (!(await respondsAt(url))) {
    if (Date.now() > deadline) throw new Failure(`${url} does not answer with 200; ${home.file('logs', 'gateway.log')} may say why`);
    await pause(200);
  }
}

function specOf(app: App, facts: PlatformFacts): ProcessSpec {
  const logFile = facts.home.file('logs', `${app.name}.log`);
  if (existsSync(logFile) && statSync(logFile).size > largestLog) renameSync(logFile, `${logFile}.1`);
  return {
    name: app.name,
    command: process.execPath,
    args: ['--enable-source-maps', mainOf(app)],
    env: environmentOf(app, facts),
    cwd: folderOf(app),
    logFile,
    patienceMs: 30_000, // a service may drain that long (promise G8)
    ready: readinessOf(app, facts.healthPorts[app.name] ?? 0, facts.httpPorts[app.name]),
  };
}
