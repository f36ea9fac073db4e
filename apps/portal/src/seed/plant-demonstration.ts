import { newId } from '@karez/kernel';
import { traceparent } from '@karez/messaging';
import { databaseOptions } from '@karez/persistence';
import { DataSource } from 'typeorm';

export const plantingTask = 'portal.planting';
export interface Planting {
  /** Without it: only the word lists, which every installation begins with. */
  readonly demonstration: boolean;
}

/** Sets the task that plants: the service itself does it, through its own entities, as soon as it runs. Planting again changes nothing. */
export async function plantDemonstration(databaseUrl: string, demonstration: boolean): Promise<void> {
  const options = databaseOptions({ url: databaseUrl, service: 'portal', entities: [], migrations: [], poolSize: 1 });
  const source = await new DataSource(options).initialize();
  try {
    const planting: Planting = { demonstration };
    await source.query(`insert into task (id, kind, due_at, payload, trace) values ($1, $2, now(), $3, $4)`, [
      ...[newId(), plantingTask, planting, traceparent()],
    ]);
  } finally {
    await source.destroy();
  }
}
