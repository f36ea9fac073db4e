import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Failure } from '../failure.ts';
import { Instance } from '../instance.ts';
import { findBinary } from '../machine/binaries.ts';
import { Supervisor } from '../process/supervisor.ts';
import type { Progress } from '../progress.ts';
import { startServers, surroundingsOf } from '../servers/servers.ts';
import { jest } from './jest.ts';
import type { Tally } from './summary.ts';
import { newTestHome, removeHome, sweepTestHomes } from './test-homes.ts';

/** Runs the integration specs on servers of their own, started for this run and thrown away after it. */
export async function integration(args: readonly string[], reportFile: string, progress: Progress, stop: AbortSignal): Promise<Tally> {
  await sweepTestHomes();
  const home = newTestHome('int');
  const instance = await Instance.claim(home);
  if (!instance) throw new Failure(`${home.path} is in use by another run`);
  const supervisor = new Supervisor(
    (processes) => instance.note({ processes }),
    (line) => progress.say(line),
  );
  const run = randomBytes(6).toString('hex');
  try {
    const servers = await startServers(surroundingsOf(home, progress, true), supervisor);
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
      return await jest('int', args, env, reportFile, stop);
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
