import { newId } from '@karez/kernel';
import { traceparent } from '@karez/messaging';
import { databaseOptions } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { catalogueTask } from './catalogue.task.js';
import { demonstrationTask } from './demonstration.task.js';

/** Prepares an empty approval for its catalogue, and for its invented month: bodies are identity's, so that both are done when they have come. */
export async function plantCatalogue(databaseUrl: string, { withDemonstration = false } = {}): Promise<boolean> {
  const options = databaseOptions({ url: databaseUrl, service: 'approval', entities: [], migrations: [], poolSize: 1 });
  const source = await new DataSource(options).initialize();
  try {
    const [found] = await source.query<unknown[]>(`select 1 from item union all select 1 from task where kind = $1 limit 1`, [
      catalogueTask,
    ]);
    if (found) return false;
    for (const kind of withDemonstration ? [catalogueTask, demonstrationTask] : [catalogueTask])
      await source.query(`insert into task (id, kind, due_at, payload, trace) values ($1, $2, now(), '{}', $3)`, [
        ...[newId(), kind, traceparent()],
      ]);
    return true;
  } finally {
    await source.destroy();
  }
}
