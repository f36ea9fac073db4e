import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { given } from './environment.js';

/** Addresses of one database, as a service has them. */
export interface DatabaseAddresses {
  /** The owner: runs migrations (`KAREZ_MIGRATION_URL`). */
  readonly url: string;
  /** The role of the running service: rows only, and what migrations revoked is missing (`KAREZ_DATABASE_URL`). */
  readonly runtimeUrl: string;
}

export interface TestDatabase extends DatabaseAddresses {
  /** Ends its connections and removes it. What is not dropped goes with the server at the end of the run. */
  drop(): Promise<void>;
}

const rights = new URL('../../../deploy/postgres/service-database.sql', import.meta.url);

/**
 * A fresh database on the run's PostgreSQL. `setup` (usually: migrate) runs once for each name and text of the function;
 * its result is a template that every further call copies, in about 50 ms.
 */
export async function testDatabase(
  name: string,
  setup: (database: DatabaseAddresses) => Promise<void> = async () => undefined,
): Promise<TestDatabase> {
  const run = `karez_test_${given('KAREZ_TEST_RUN')}`;
  const template = `${run}_${name}_${createHash('sha256').update(setup.toString()).digest('hex').slice(0, 8)}`;
  const copy = `${run}_${name}_${randomBytes(5).toString('hex')}`;
  await asAdministrator(async (admin) => {
    // Workers of one run race for the template; the lock ends with the connection.
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [run]);
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount === 0) await makeTemplate(admin, run, template, setup);
    await admin.query(`CREATE DATABASE "${copy}" TEMPLATE "${template}" OWNER "${run}_owner"`);
  });
  return {
    ...addresses(run, copy),
    drop: () => asAdministrator(async (admin) => void (await admin.query(`DROP DATABASE IF EXISTS "${copy}" WITH (FORCE)`))),
  };
}

async function makeTemplate(
  admin: pg.Client,
  run: string,
  template: string,
  setup: (database: DatabaseAddresses) => Promise<void>,
): Promise<void> {
  for (const role of [`${run}_owner`, `${run}_runtime`]) {
    const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
    if (rowCount === 0) {
      await admin.query(`CREATE ROLE "${role}" LOGIN PASSWORD '${password(run)}'`);
      await admin.query(`GRANT "${role}" TO CURRENT_USER`);
    }
  }
  const draft = `${template}_draft`;
  await admin.query(`DROP DATABASE IF EXISTS "${draft}" WITH (FORCE)`);
  await admin.query(`CREATE DATABASE "${draft}" OWNER "${run}_owner"`);
  const sql = readFileSync(rights, 'utf8').replaceAll(':"owner"', `"${run}_owner"`).replaceAll(':"runtime"', `"${run}_runtime"`);
  await connected(addressOf(draft), (client) => client.query(sql));
  await setup(addresses(run, draft));
  // A pool that setup left open would make every copy fail.
  await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [draft]);
  await admin.query(`ALTER DATABASE "${draft}" RENAME TO "${template}"`);
}

function addresses(run: string, database: string): DatabaseAddresses {
  return { url: addressOf(database, `${run}_owner`, run), runtimeUrl: addressOf(database, `${run}_runtime`, run) };
}

function addressOf(database: string, role?: string, run = ''): string {
  const address = new URL(given('KAREZ_TEST_POSTGRES_URL'));
  address.pathname = `/${database}`;
  if (role) Object.assign(address, { username: role, password: password(run) });
  return address.href;
}

/** The same in every worker of a run, unknown outside it. */
function password(run: string): string {
  return createHash('sha256')
    .update(`${given('KAREZ_TEST_POSTGRES_URL')} ${run}`)
    .digest('base64url');
}

function asAdministrator<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  return connected(given('KAREZ_TEST_POSTGRES_URL'), work);
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
