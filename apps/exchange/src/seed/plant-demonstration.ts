import { newId } from '@karez/kernel';
import { traceparent } from '@karez/messaging';
import { databaseOptions } from '@karez/persistence';
import { DataSource } from 'typeorm';

export const demonstrationTask = 'exchange.demonstration';
const backMs = 60 * 86_400_000;

/**
 * Prepares an empty exchange for its invented month: bodies and people are identity's, so that it is played when they have come. First keys are
 * valid from before that month.
 * @returns whether there was anything to do
 */
export async function plantDemonstration(databaseUrl: string): Promise<boolean> {
  const options = databaseOptions({ url: databaseUrl, service: 'exchange', entities: [], migrations: [], poolSize: 1 });
  const source = await new DataSource(options).initialize();
  try {
    const [found] = await source.query<unknown[]>('select 1 from document limit 1');
    if (found) return false;
    await source.query(`insert into node_setting (name, value) values ('keys_valid_from', $1) on conflict do nothing`, [
      new Date(Date.now() - backMs).toISOString(),
    ]);
    await source.query(`insert into task (id, kind, due_at, payload, trace) values ($1, $2, now(), '{}', $3)`, [
      ...[newId(), demonstrationTask, traceparent()],
    ]);
    return true;
  } finally {
    await source.destroy();
  }
}
