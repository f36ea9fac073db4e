import { Home } from '../home.ts';
import { runningInstance } from '../instance.ts';
import { findBinary } from '../machine/binaries.ts';
import { accountsFile } from '../platform/report.ts';
import { digestOfSources } from '../platform/sources.ts';
import { spawnSupervisor, type StartOptions } from '../platform/start.ts';
import { stopPlatform } from '../platform/stop.ts';
import { choosePort } from '../ports.ts';
import { type Progress, silently } from '../progress.ts';
import { newTestHome, removeHome, sweepTestHomes } from './test-homes.ts';

export interface TestPlatform {
  readonly home: Home;
  /** KAREZ_TEST_* for the specs. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends and removes it; a kept one goes on. */
  end(): Promise<void>;
}

export interface TestPlatformOptions {
  /** Leave it up for the next run, which is faster then. */
  readonly keep: boolean;
  /** Data need not survive a power cut. Measurements say no, to be honest. */
  readonly throwAway: boolean;
}

const keptHome = '.karez/test/kept';

/** A whole platform with demonstration data on free ports, beside whatever else runs. */
export async function startTestPlatform(
  { keep, throwAway }: TestPlatformOptions,
  progress: Progress,
  stop: AbortSignal,
): Promise<TestPlatform> {
  await sweepTestHomes();
  const home = keep ? new Home(keptHome) : newTestHome('platform');
  if (keep && isCurrent(home)) {
    progress.say(`  Using the platform that was kept. Stop it: KAREZ_HOME=${keptHome} npm run stop`);
    return { home, env: environmentOf(home), end: async () => undefined };
  }
  await stopPlatform(home, silently);
  const port = await choosePort(undefined, new Set());
  const options: StartOptions = { home, port, demonstration: true, throwAway };
  try {
    const supervising = await spawnSupervisor(options, progress, stop, !keep);
    if (keep) supervising.letGo();
  } catch (error) {
    if (!keep) removeHome(home);
    throw error;
  }
  const end = async (): Promise<void> => {
    await stopPlatform(home, silently);
    removeHome(home);
  };
  return { home, env: environmentOf(home), end: keep ? async () => undefined : end };
}

function environmentOf(home: Home): NodeJS.ProcessEnv {
  const ports = home.readJson<Record<string, number>>('ports.json') ?? {};
  const health = runningInstance(home)?.addresses?.Health ?? '';
  const secret = (name: string): string => home.secret(name);
  return {
    KAREZ_TEST_HOME: home.path,
    KAREZ_TEST_BASE_URL: health.replace(/\/api\/health$/, ''),
    KAREZ_TEST_DEMO_ACCOUNTS: home.file(accountsFile),
    KAREZ_TEST_STATE: home.file('state.json'),
    KAREZ_TEST_POSTGRES_URL:
      process.env.KAREZ_POSTGRES_URL ?? `postgres://karez:${secret('postgres')}@127.0.0.1:${ports.postgres}/postgres`,
    KAREZ_TEST_NATS_URL: process.env.KAREZ_NATS_URL ?? `nats://operator:${secret('nats.operator')}@127.0.0.1:${ports.nats}`,
    KAREZ_TEST_NATS_SERVER: findBinary('nats-server'),
    KAREZ_TEST_REDIS_URL: process.env.KAREZ_REDIS_URL ?? `redis://:${secret('redis')}@127.0.0.1:${ports.redis}`,
    KAREZ_TEST_REDIS_SERVER: findBinary('redis-server'),
  };
}

/** Whether the kept platform runs what the sources say now. */
function isCurrent(home: Home): boolean {
  const state = runningInstance(home);
  return state?.phase === 'running' && state.sources === digestOfSources();
}
