import { type Ctx, newId } from '@karez/kernel';
import { systemActor, traceparent } from '@karez/messaging';
import { databaseOptions, UnitOfWork } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { entities, migrations } from '../tables.js';
import { firstAdministrator, people } from './demonstration.js';
import { plantBodies, plantPeople, plantRoles, type SeededAccount } from './planting.js';

export interface Seeding {
  readonly databaseUrl: string;
  /** One first administrator in place of the people of the demonstration. */
  readonly base: boolean;
  /** Told the passwords before anything is committed: accounts whose passwords nobody was told are worse than none. */
  readonly handOver: (accounts: readonly SeededAccount[]) => void;
}

/**
 * Fills an empty identity, in one transaction: the bodies of the region, the built-in roles, people. Does nothing where
 * there are bodies already.
 * @returns how many accounts were made
 */
export async function seedDatabase({ databaseUrl, base, handOver }: Seeding): Promise<number> {
  const source = await new DataSource(
    databaseOptions({ url: databaseUrl, service: 'identity', entities, migrations, poolSize: 1 }),
  ).initialize();
  try {
    const id = newId();
    const now = new Date();
    const ctx: Ctx = {
      actor: systemActor('identity'),
      commandId: id,
      operation: 'seed',
      requestDigest: id,
      trace: traceparent(),
      deadline: now.getTime() + 60_000,
      now,
    };
    const { made } = await new UnitOfWork(source, 'identity').run(
      ctx,
      async (tx) => {
        await tx.manager.query(`select pg_advisory_xact_lock(hashtext('identity.seed'))`);
        const [found] = await tx.manager.query<unknown[]>('select 1 from org limit 1');
        if (found) return { made: 0 };
        const ground = { bodies: await plantBodies(tx), roles: await plantRoles(tx) };
        const accounts = await plantPeople(tx, base ? [firstAdministrator] : people, ground, base);
        handOver(accounts);
        return { made: accounts.length };
      },
      { keep: false },
    );
    return made;
  } finally {
    await source.destroy();
  }
}
