import { newId } from '@karez/kernel';
import { traceparent } from '@karez/messaging';
import { databaseOptions } from '@karez/persistence';
import { DataSource } from 'typeorm';

export const demonstrationTask = 'oa.demonstration';

/** Sets the task that plays the demonstration: the service itself does it, through its own commands. Playing again changes nothing. */
export async function plantDemonstration(databaseUrl: string): Promise<void> {
  const options = databaseOptions({ url: databaseUrl, service: 'oa', entities: [], migrations: [], poolSize: 1 });
  const source = await new DataSource(options).initialize();
  try {
    await source.query('insert into task (id, kind, due_at, payload, trace) values ($1, $2, now(), $3, $4)', [
      ...[newId(), demonstrationTask, {}, traceparent()],
    ]);
  } finally {
    await source.destroy();
  }
}
