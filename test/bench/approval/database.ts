import pg from 'pg';
import { given } from '../../crowd/open-gateway.ts';

/** A database of its own on the run's PostgreSQL, as durable as it comes. @returns its address */
export async function freshDatabase(name: string): Promise<string> {
  const admin = new pg.Client({ connectionString: given('KAREZ_TEST_POSTGRES_URL') });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ setting: string }>(
      `select setting from pg_settings where name in ('fsync', 'synchronous_commit')`,
    );
    if (rows.some(({ setting }) => setting !== 'on'))
      throw new Error('this PostgreSQL does not wait for the disk: nothing here would be durable');
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`create database ${name}`);
  } finally {
    await admin.end();
  }
  const url = new URL(given('KAREZ_TEST_POSTGRES_URL'));
  url.pathname = `/${name}`;
  return url.href;
}
