import { mkdirSync } from 'node:fs';
import { apps, isWritten, type App } from '../apps.ts';
import { Failure } from '../failure.ts';
import type { Home } from '../home.ts';
import { Instance } from '../instance.ts';
import { isFree } from '../ports.ts';
import { Supervisor } from '../process/supervisor.ts';
import { duration, type Progress } from '../progress.ts';
import { startServers, surroundingsOf } from '../servers/servers.ts';
import type { Surroundings } from '../servers/server.ts';
import { build } from './build.ts';
import { dropDatabases, prepareDatabases } from './databases.ts';
import { dataFolderOf, type PlatformFacts } from './environment.ts';
import { startApps } from './launch.ts';
import { migrate, seed } from './prepare.ts';
import { addressesAt, report } from './report.ts';

export interface PlatformOptions {
  readonly home: Home;
  /** The gateway's. */
  readonly port: number;
  /** Fill an empty platform with invented people and texts on its first start. */
  readonly demonstration: boolean;
  /** For tests: data need not survive a power cut, and databases on a shared server go when it stops. */
  readonly throwAway: boolean;
  readonly progress: Progress;
  /** Stops the platform, also while it starts. */
  readonly stop: AbortSignal;
  /** Told once, when everything is healthy, with what to show. */
  readonly healthy: (report: string) => void;
}

/**
 * Brings up servers and apps, watches over them until `stop`, then ends them in order.
 * @throws Failure when something does not start; what was started is ended before
 */
export async function runPlatform(options: PlatformOptions): Promise<void> {
  const { home, progress, stop } = options;
  const instance = await Instance.claim(home);
  if (!instance) throw new Failure('Karez is already being started or stopped: npm run status shows how far it is');
  const supervisor = new Supervisor(
    (processes) => instance.note({ processes }),
    (line) => progress.say(line),
  );
  const prefix = options.throwAway ? `karez_test_${process.pid}` : 'karez';
  const started = Date.now();
  let sharedPostgres: string | undefined;
  stop.addEventListener('abort', () => void supervisor.stop(), { once: true });
  try {
    const written = writtenApps(progress);
    const port = await edgePort(options.port);
    const around = surroundingsOf(home, progress, options.throwAway);
    const servers = await startServers(around, supervisor);
    if (options.throwAway && !servers.postgres.process) sharedPostgres = servers.postgres.url;
    instance.note({ sources: await build(written, home, progress, stop) });
    const databases = await prepareDatabases(written, servers.postgres.url, home, prefix);
    const publicUrl = process.env.KAREZ_PUBLIC_URL ?? `http://127.0.0.1:${port}`;
    const facts: PlatformFacts = { home, servers, databases, edgePort: port, publicUrl, ...(await portsFor(written, around)) };
    for (const app of written) mkdirSync(dataFolderOf(app, home), { recursive: true, mode: 0o700 });
    await migrate(written, facts, options);
    await seed(written, facts, options);
    await startApps(written, facts, supervisor, progress);
    const addresses = addressesAt(publicUrl);
    instance.note({ phase: 'running', addresses });
    options.healthy(report(home, addresses, `Karez is running (started in ${duration(Date.now() - started)}).`));
    if (!stop.aborted) await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
  } catch (error) {
    if (!stop.aborted) throw error; // an interrupted start fails in a hundred ways, none of them news
  } finally {
    instance.note({ phase: 'stopping' });
    await supervisor.stop();
    if (sharedPostgres) await dropDatabases(sharedPostgres, prefix);
    instance.release();
  }
}

function writtenApps(progress: Progress): readonly App[] {
  for (const { name } of apps.filter((app) => !isWritten(app))) progress.say(`  ${name} has no source yet: left out`);
  return apps.filter(isWritten);
}

async function edgePort(port: number): Promise<number> {
  if (await isFree(port)) return port;
  throw new Failure(`Port ${port} is in use by another program. Choose another: KAREZ_PORT=${port + 1} npm start`);
}

async function portsFor(written: readonly App[], around: Surroundings): Promise<Pick<PlatformFacts, 'healthPorts' | 'httpPorts'>> {
  const healthPorts: Record<string, number> = {};
  const httpPorts: Record<string, number> = {};
  for (const { name, needs } of written) {
    healthPorts[name] = await around.port(`${name}.health`);
    if (needs.includes('http')) httpPorts[name] = await around.port(name);
  }
  return { healthPorts, httpPorts };
}
