import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { freshDatabase } from './database.ts';
import { type Driver, payload, steps, timed } from './drive.ts';

/** The ceiling: the same rows of instance, task and history with the procedure written into the program, and nothing else. */
export async function bareSql(): Promise<Driver> {
  const pool = new pg.Pool({ connectionString: await freshDatabase('bench_bare'), max: 16 });
  await pool.query(`create table instance (id uuid primary key, state text not null);
    create table task (id uuid primary key, instance_id uuid not null references instance, node text not null, state text not null, answer jsonb);
    create index on task (instance_id);
    create table event (instance_id uuid not null references instance, seq int not null, node text not null, at timestamptz not null, primary key (instance_id, seq))`);
  const inTransaction = async (work: (client: pg.PoolClient) => Promise<void>): Promise<void> => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await work(client);
      await client.query('commit');
    } finally {
      client.release();
    }
  };
  const open = (client: pg.PoolClient, id: string, nodes: readonly string[]): Promise<unknown> =>
    client.query(`insert into task (id, instance_id, node, state) select gen_random_uuid(), $1, unnest($2::text[]), 'open'`, [id, nodes]);
  const tell = (client: pg.PoolClient, id: string, node: string): Promise<unknown> =>
    client.query(
      'insert into event (instance_id, seq, node, at) select $1, coalesce(max(seq), 0) + 1, $2, now() from event where instance_id = $1',
      [id, node],
    );
  const complete = (id: string, node: string): Promise<void> =>
    inTransaction(async (client) => {
      await client.query('select 1 from instance where id = $1 for update', [id]);
      await client.query(`update task set state = 'done', answer = $3 where instance_id = $1 and node = $2 and state = 'open'`, [
        ...[id, node, JSON.stringify(payload)],
      ]);
      if (node === 'accept') await open(client, id, ['water', 'land', 'fire']);
      else if (node === 'leader') await client.query(`update instance set state = 'ended' where id = $1`, [id]);
      else {
        const { rowCount } = await client.query(`select 1 from task where instance_id = $1 and state = 'open'`, [id]);
        if (rowCount === 0) await open(client, id, ['leader']);
      }
      await tell(client, id, node);
    });
  return {
    name: 'bare_sql',
    async runOne() {
      const [id, times] = [randomUUID(), [] as number[]];
      await inTransaction(async (client) => {
        await client.query(`insert into instance (id, state) values ($1, 'running')`, [id]);
        await open(client, id, ['accept']);
        await tell(client, id, 'start');
      });
      for (const step of steps) await timed(times, () => complete(id, step));
      return times;
    },
    async assertDone(cases) {
      const { rows } = await pool.query<{ done: number }>(`select count(*)::int as done from task where state = 'done'`);
      if (rows[0]!.done !== 5 * cases) throw new Error(`bare SQL: ${rows[0]!.done} tasks of ${cases} cases`);
    },
    close: () => pool.end(),
  };
}
