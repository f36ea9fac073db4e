import { jetstream } from '@nats-io/jetstream';
import { Bus, ensureConsumer, ensureStream, managerOf, streamOf } from '@karez/messaging';
import { testNats, type TestServer } from '@karez/testing';
import { natsConfig } from './nats-config.ts';
import { readServiceGraph, usersOf, type ServiceGraph } from './service-graph.ts';

const { subjects } = readServiceGraph();
/** The real patterns on a graph of four: the shop calls and hears the mill, the window shows what happens there, the stranger has nothing to do with it. */
const graph: ServiceGraph = {
  services: { mill: {}, shop: { calls: ['mill'], consumes: ['mill'] }, window: { watches: ['mill'] }, stranger: {} },
  subjects,
};

let broker: TestServer;
const buses = new Map<string, Bus>();
const bus = (service: string): Bus => buses.get(service) as Bus;

beforeAll(async () => {
  const users = usersOf(graph).map((user) => ({ ...user, password: 'p' }));
  const { authorization } = JSON.parse(natsConfig({ port: 0, storeDir: '', users, syncAlways: false })) as { authorization: object };
  broker = await testNats({ authorization });
  for (const service of Object.keys(graph.services)) {
    buses.set(service, await Bus.connect({ url: broker.url.replace('//', `//${service}:p@`), service }));
  }
});
afterAll(async () => {
  await Promise.all([...buses.values()].map((one) => one.close()));
  await broker.stop();
});

/** A refused publication is reported on the connection, not to the publisher. */
async function refusals(service: string, act: () => void | Promise<unknown>): Promise<string[]> {
  const { connection } = bus(service);
  const refused: string[] = [];
  const status = connection.status();
  const watching = (async () => {
    for await (const event of status) if (event.type === 'error') refused.push(event.error.message);
  })();
  await Promise.resolve(act()).catch(() => undefined);
  await connection.flush();
  await connection.flush();
  (status as unknown as { stop?: () => void }).stop?.();
  await Promise.race([watching, new Promise((resolve) => setTimeout(resolve, 100))]);
  return refused;
}

it('lets a service be called by those whose edge leads to it, and answer', async () => {
  bus('mill').connection.subscribe('qry.mill.list-sacks.v1', { callback: (_, message) => void message.respond('12 sacks') });
  await bus('mill').connection.flush();
  const answer = await bus('shop').connection.request('qry.mill.list-sacks.v1', '', { timeout: 2000 });
  expect(answer.string()).toBe('12 sacks');
});

it('lets a producer keep its stream and a consumer read and acknowledge it', async () => {
  await ensureStream(await managerOf(bus('mill')), 'mill', { replicas: 1 });
  await jetstream(bus('mill').connection).publish('evt.mill.sack-filled.v1', 'sack 1');
  await ensureConsumer(await managerOf(bus('shop')), 'mill', 'shop');
  const consumer = await jetstream(bus('shop').connection).consumers.get(streamOf('mill'), 'shop');
  const message = await consumer.next({ expires: 2000 });
  expect(message?.string()).toBe('sack 1');
  expect(await message?.ackAck()).toBe(true);
});

it('lets a live view watch events pass, and nothing more', async () => {
  const passing = bus('window').connection.subscribe('evt.mill.>', { max: 1, timeout: 2000 });
  await bus('window').connection.flush();
  await jetstream(bus('mill').connection).publish('evt.mill.sack-filled.v1', 'sack 2');
  for await (const message of passing) expect(message.string()).toBe('sack 2');
  expect(await refusals('window', () => bus('window').connection.publish('cmd.mill.close-mill.v1'))).toHaveLength(1);
});

it.each([
  ['call a service without an edge to it', 'cmd.mill.close-mill.v1'],
  ['publish an event in another’s name', 'evt.mill.sack-filled.v1'],
  ['write to another’s inbox', '_INBOX.shop.anything'],
  ['delete another’s stream', '$JS.API.STREAM.DELETE.EVT_mill'],
  ['make a consumer on another’s stream', '$JS.API.CONSUMER.CREATE.EVT_mill.stranger'],
])('does not let a stranger %s', async (_, subject) => {
  expect(await refusals('stranger', () => bus('stranger').connection.publish(subject, '{}'))).toEqual([
    expect.stringMatching(/permissions violation/i),
  ]);
});

it.each(['>', 'cmd.mill.>', 'evt.mill.>', '_INBOX.>', '_INBOX.shop.>'])('does not let a stranger listen to %s', async (subject) => {
  const refused = await refusals('stranger', () => {
    bus('stranger').connection.subscribe(subject, { callback: () => undefined });
  });
  expect(refused).toEqual([expect.stringMatching(/permissions violation/i)]);
});

it('does not let a consumer delete the stream that it reads', async () => {
  const refused = await refusals('shop', () => bus('shop').connection.publish('$JS.API.STREAM.DELETE.EVT_mill', ''));
  expect(refused).toEqual([expect.stringMatching(/permissions violation/i)]);
});
