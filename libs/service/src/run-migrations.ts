import { databaseOptions, migrate } from '@karez/persistence';
import { readEnvironment } from './environment.js';
import { openLog } from './log.js';
import type { ServiceDefinition } from './start-service.js';

/** `migrate.ts` of a service: runs the pending migrations as the owner of the tables and ends. */
export async function runMigrations({ contract, entities, migrations }: ServiceDefinition): Promise<void> {
  const { migrationUrl, databaseUrl, logLevel } = readEnvironment({ KAREZ_NATS_URL: 'none', ...process.env });
  const ran = await migrate(databaseOptions({ url: migrationUrl ?? databaseUrl, service: contract.service, entities, migrations }));
  openLog(contract.service, logLevel).info({ ran }, 'migrated');
}
