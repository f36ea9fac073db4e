import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Failure } from '../failure.ts';
import type { Home } from '../home.ts';
import { Instance } from '../instance.ts';
import { findBinary } from '../machine/binaries.ts';
import { Supervisor } from '../process/supervisor.ts';
import type { Progress } from '../progress.ts';
import { startServers, surroundingsOf } from '../servers/servers.ts';
import { newTestHome, removeHome, sweepTestHomes } from './test-homes.ts';

export interface ServersOptions {
  /** Of the folder under .karez/test. */
  readonly name: string;
  /** Data need not survive a power cut. Measurements say no, to be honest. */
  readonly throwAway: boolean;
}

/** Work on servers of its own, started for it and thrown away after it. */
export async function onServers<T>(
  { name, throwAway }: ServersOptions,
  progress: Progress,
  work: (env: NodeJS.ProcessEnv, home: Home) => Promise<T>,
): Promise<T> {
  await sweepTestHomes();
  const home = newTestHome(name);
  const instance = await Instance.claim(home);
  if (!instance) throw new Failure(`${home.path} is in use by another run`);
  const supervisor = new Supervisor(
    (processes) => instance.note({ processes }),
    (line) => progress.say(line),
  );
  const run = randomBytes(6).toString('hex');
  try {
    const servers = await startServers(surroundingsOf(home, progress, throwAway), supervisor);
    const env = {
      KAREZ_TEST_RUN: run,
      KAREZ_TEST_HOME: home.path,
      KAREZ_TEST_POSTGRES_URL: servers.postgres.url,
      KAREZ_TEST_NATS_URL: servers.nats.url,
      KAREZ_TEST_NATS_SERVER: servers.nats.process?.command ?? findBinary('nats-server'),
      KAREZ_TEST_REDIS_URL: servers.redis.url,
      KAREZ_TEST_REDIS_SERVER: servers.redis.process?.command ?? findBinary('redis-server'),
      KAREZ_TEST_CLAMD: servers.clamd?.url,
    };
    try {
      return await work(env, home);
    } finally {
      if (!servers.postgres.process) await dropDatabasesOf(run, servers.postgres.url);
    }
  } finally {
    await supervisor.stop();
    instance.release();
    removeHome(home);
  }
}

/** On a server that is not thrown away with the run, its databases and roles are. */
async function dropDatabasesOf(run: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const quoted = async (sql: string): Promise<string[]> =>
    (await client.query<{ name: string }>(sql, [`karez_test_${run}_%`])).rows.map(({ name }) => `"${name}"`);
  for (const name of await quoted('SELECT datname AS name FROM pg_database WHERE datname LIKE $1'))
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  for (const name of await quoted('SELECT rolname AS name FROM pg_roles WHERE rolname LIKE $1')) await client.query(`DROP ROLE ${name}`);
  await client.end();
}
