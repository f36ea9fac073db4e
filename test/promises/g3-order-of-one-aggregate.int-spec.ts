import type { EventEnvelope } from '@karez/contracts-kernel';
import { newId } from '@karez/kernel';
import { eventually } from '@karez/testing';
import { jetstream } from '@nats-io/jetstream';
import { Bench } from './wells/bench.js';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.open();
  await Promise.all([bench.start('wells'), bench.start('meter')]);
}, 60_000);
afterAll(() => bench.close());

const event = (wellId: string, sequence: number, id = newId()): EventEnvelope => ({
  ...{ id, subject: 'evt.wells.water-raised.v1', producer: 'wells', aggregate: 'well', aggregateId: wellId, sequence },
  ...{ occurredAt: new Date().toISOString(), trace: '', data: { wellId, litres: 10 ** sequence, total: 0 } },
});
/** Tried again until the producer's relay has made the stream. */
const publish = (envelope: EventEnvelope): Promise<unknown> =>
  eventually(() => jetstream(bench.bus.connection).publish(envelope.subject, JSON.stringify(envelope)));
const reading = async (wellId: string): Promise<{ litres: number; sequences: number[] } | undefined> =>
  (await bench.pool('meter').query<{ litres: number; sequences: number[] }>('select * from reading where well_id = $1', [wellId])).rows[0];

it('G3: reordered and doubled events of one aggregate apply once, in the order of their sequence', async () => {
  const wellId = newId();
  const events = [1, 2, 3, 4].map((sequence) => event(wellId, sequence));
  for (const index of [0, 2, 1, 2, 3, 0, 3]) await publish(events[index]!);
  await eventually(async () => expect(await reading(wellId)).toMatchObject({ sequences: [1, 2, 3, 4], litres: 11110 }), {
    timeoutMs: 20_000,
  });
}, 40_000);

it('G2: an event that comes again after its note was tidied away takes no second effect', async () => {
  const wellId = newId();
  const events = [1, 2, 3].map((sequence) => event(wellId, sequence));
  for (const each of events.slice(0, 2)) await publish(each);
  await eventually(async () => expect(await reading(wellId)).toMatchObject({ sequences: [1, 2] }));
  // the notes of single events are kept for some weeks, the last sequence of an aggregate for good
  await bench.pool('meter').query('delete from inbox where event_id = any($1)', [events.map(({ id }) => id)]);
  for (const each of [events[0]!, events[1]!, events[2]!]) await publish(each);
  await eventually(async () => expect((await reading(wellId))?.sequences).toContain(3));
  expect(await reading(wellId)).toMatchObject({ sequences: [1, 2, 3], litres: 1110 });
}, 40_000);

it('G3: an event that never comes by the stream is fetched from the producer', async () => {
  const wellId = newId();
  const wells = bench.pool('wells');
  const events = [1, 2, 3].map((sequence) => event(wellId, sequence));
  // the producer committed all three, the broker only ever saw the third
  for (const { id, subject, aggregate, aggregateId, sequence, ...rest } of events) {
    const envelope = { id, subject, aggregate, aggregateId, sequence, ...rest };
    await wells.query(
      'insert into outbox (id, subject, aggregate, aggregate_id, sequence, envelope, sent_at) values ($1, $2, $3, $4, $5, $6, now())',
      [...[id, subject, aggregate, aggregateId, sequence, JSON.stringify(envelope)]],
    );
  }
  await publish(events[2]!);
  await eventually(async () => expect(await reading(wellId)).toMatchObject({ sequences: [1, 2, 3] }), { timeoutMs: 8_000 });
}, 30_000);
