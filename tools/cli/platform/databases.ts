import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { App } from '../apps.ts';
import { type Home, root } from '../home.ts';

export interface DatabaseUrls {
  /** The role of the running service. */
  readonly runtime: string;
  /** The owner, who migrates. */
  readonly migration: string;
}

/**
 * One database and two roles for each app, made when missing and given their passwords anew.
 * @param adminUrl a role that may create databases and roles
 * @param prefix keeps apart the instances that share a server
 */
export async function prepareDatabases(
  apps: readonly App[],
  adminUrl: string,
  home: Home,
  prefix: string,
): Promise<Record<string, DatabaseUrls>> {
  const urls: Record<string, DatabaseUrls> = {};
  await connected(adminUrl, async (admin) => {
    for (const app of apps.filter(({ needs }) => needs.includes('database'))) {
      const database = `${prefix}_${app.name.replaceAll('-', '_')}`;
      const roles = { owner: `${database}_owner`, runtime: database };
      for (const role of Object.values(roles)) await prepareRole(admin, role, home.secret(`postgres.${role}`));
      const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [database]);
      if (rowCount === 0) await admin.query(`CREATE DATABASE "${database}" OWNER "${roles.owner}"`);
      await admin.query(`REVOKE ALL ON DATABASE "${database}" FROM PUBLIC`);
      await admin.query(`GRANT CONNECT ON DATABASE "${database}" TO "${roles.runtime}"`);
      await connected(addressOf(adminUrl, database), (client) => client.query(rightsFor(roles)));
      const url = (role: string): string => addressOf(adminUrl, database, role, home.secret(`postgres.${role}`));
      urls[app.name] = { runtime: url(roles.runtime), migration: url(roles.owner) };
    }
  });
  return urls;
}

/** Removes what prepareDatabases made with this prefix; for instances that share a server and are thrown away. */
export async function dropDatabases(adminUrl: string, prefix: string): Promise<void> {
  await connected(adminUrl, async (admin) => {
    const named = async (sql: string): Promise<string[]> =>
      (await admin.query<{ name: string }>(sql, [`${prefix}\\_%`])).rows.map(({ name }) => `"${name}"`);
    for (const name of await named('SELECT datname AS name FROM pg_database WHERE datname LIKE $1'))
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    for (const name of await named('SELECT rolname AS name FROM pg_roles WHERE rolname LIKE $1')) await admin.query(`DROP ROLE ${name}`);
  });
}

async function prepareRole(admin: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  // Names and passwords are the launcher's own: letters, digits, hyphen and underscore.
  await admin.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE "${role}" LOGIN PASSWORD '${password}'`);
  await admin.query(`GRANT "${role}" TO CURRENT_USER`);
}

function rightsFor({ owner, runtime }: { owner: string; runtime: string }): string {
  const sql = readFileSync(join(root, 'deploy', 'postgres', 'service-database.sql'), 'utf8');
  return sql.replaceAll(':"owner"', `"${owner}"`).replaceAll(':"runtime"', `"${runtime}"`);
}

function addressOf(adminUrl: string, database: string, username?: string, password?: string): string {
  const address = new URL(adminUrl);
  address.pathname = `/${database}`;
  if (username && password) Object.assign(address, { username, password });
  return address.href;
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
