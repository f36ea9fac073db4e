import { newId } from '@karez/kernel';
import { Bench } from './wells/bench.js';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.open();
  await bench.start('wells');
}, 60_000);
afterAll(() => bench.close());

it('G12: every committed act has its audit record in the same transaction, and a refused one leaves none', async () => {
  const wellId = newId();
  for (let i = 0; i < 5; i++) await bench.raise({ wellId, litres: 1 });
  await expect(bench.raise({ wellId, litres: 1, fault: 'x' })).rejects.toMatchObject({ code: 'wells.well.fault' });
  const { rows } = await bench.pool('wells').query<{ same: boolean; data: { operation: string; targets: string[]; outcome: string } }>(
    `select a.txid = w.txid as same, a.envelope->'data' as data from outbox a
     join outbox w on w.aggregate = 'well' and w.txid = a.txid where a.subject = 'evt.wells.act-audited.v1' and w.aggregate_id = $1`,
    [wellId],
  );
  expect(rows).toHaveLength(5);
  expect(rows[0]).toMatchObject({
    same: true,
    data: { operation: 'cmd.wells.raiseWater.v1', targets: [`well/${wellId}`], outcome: 'done' },
  });
  const acts = await bench.pool('wells').query(`select 1 from outbox where subject = 'evt.wells.act-audited.v1'`);
  expect(acts.rowCount).toBe(5);
}, 60_000);
