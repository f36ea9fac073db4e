import type { DataSourceOptions, MixedList } from 'typeorm';
import { DataSource } from 'typeorm';
import { SnakeNames } from './naming.js';
import { PlatformTables1764000000000 } from './platform-tables.js';
import { PreparingClient } from './preparing-client.js';

export interface DatabaseParts {
  readonly url: string;
  readonly service: string;
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- TypeORM's own type of an entity list
  readonly entities: MixedList<Function>;
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- TypeORM's own type of a migration list
  readonly migrations: readonly Function[];
  readonly poolSize?: number;
}

/** Options of a service's one data source. The platform's tables come first; `synchronize` stays off everywhere. */
export function databaseOptions({ url, service, entities, migrations, poolSize = 10 }: DatabaseParts): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: entities as never,
    migrations: [PlatformTables1764000000000, ...migrations] as never,
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNames(),
    applicationName: `karez-${service}`,
    synchronize: false,
    logging: false,
    poolSize,
    extra: {
      ...{ connectionTimeoutMillis: 3_000, statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 },
      Client: PreparingClient,
    },
  };
}

/** Runs the pending migrations of one service, one process at a time; a lock that cannot be had in 3 s ends the attempt. */
export async function migrate(options: DataSourceOptions): Promise<readonly string[]> {
  const source = await new DataSource({
    ...options,
    poolSize: 2,
    extra: { options: '-c lock_timeout=3000' },
  } as DataSourceOptions).initialize();
  const lock = source.createQueryRunner();
  try {
    // TypeORM's executor takes no lock of its own (typeorm #4588)
    await lock.query('set lock_timeout = 120000; ');
    await lock.query(`select pg_advisory_lock(hashtext('karez-migrate'))`);
    return (await source.runMigrations({ transaction: 'each' })).map(({ name }) => name);
  } finally {
    await lock.query(`select pg_advisory_unlock_all()`).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

/**
 * G1: an answer is a promise. Without `synchronous_commit` not even a killed server keeps it; without `fsync` a power cut breaks it,
 * which only throw-away databases of tests may accept.
 * @throws Error at start when the database acknowledges too early
 */
export async function assertDurable(source: DataSource, mode: 'development' | 'production'): Promise<void> {
  const [{ synchronous_commit: commit }] = await source.query<[{ synchronous_commit: string }]>('show synchronous_commit');
  const [{ fsync }] = await source.query<[{ fsync: string }]>('show fsync');
  if (commit === 'off' || (mode === 'production' && fsync !== 'on'))
    throw new Error(`PostgreSQL runs with synchronous_commit=${commit} and fsync=${fsync}; both must be on`);
}
