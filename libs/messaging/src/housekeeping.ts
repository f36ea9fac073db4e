import type { DataSource } from 'typeorm';

/** Deletes what no promise needs any more: answers after two days, outbox rows 30 days after every subscriber had them. */
export async function keepHouse(dataSource: DataSource): Promise<void> {
  await dataSource.query(`delete from handled_command where handled_at < now() - interval '48 hours'`);
  await dataSource.query(`delete from inbox where handled_at < now() - interval '90 days'`);
  await dataSource.query(`delete from task where state in ('done', 'cancelled') and done_at < now() - interval '30 days'`);
  await dataSource.query(`
    delete from outbox o where o.sent_at < now() - interval '30 days'
      and not exists (select 1 from outbox_receipt r where (r.txid, r.position) < (o.txid, o.position))`);
}
