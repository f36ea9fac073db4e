import { newId } from '@karez/kernel';
import { traceparent } from '@karez/messaging';
import { databaseOptions } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { catalogueTask } from './catalogue.task.js';

/** Prepares an empty approval for its catalogue: bodies are identity's, so that it is published when they have come. */
export async function plantCatalogue(databaseUrl: string): Promise<boolean> {
  const options = databaseOptions({ url: databaseUrl, service: 'approval', entities: [], migrations: [], poolSize: 1 });
  const source = await new DataSource(options).initialize();
  try {
    const [found] = await source.query<unknown[]>(`select 1 from item union all select 1 from task where kind = $1 limit 1`, [
      catalogueTask,
    ]);
    if (found) return false;
    await source.query(`insert into task (id, kind, due_at, payload, trace) values ($1, $2, now(), '{}', $3)`, [
      ...[newId(), catalogueTask, traceparent()],
    ]);
    return true;
  } finally {
    await source.destroy();
  }
}
