import { Bus } from '@karez/messaging';
import { eventually, testNats, type TestServer } from '@karez/testing';
import { choosePort } from '../ports.ts';
import { type LeafSettings, natsConfig } from './nats-config.ts';
import { readServiceGraph, usersOf } from './service-graph.ts';

/** The real permissions of a province and of a prefecture whose broker joins the province's. */
const users = [
  { user: 'operator', password: 'p' },
  ...usersOf(readServiceGraph()).map(({ user, permissions }) => ({ user, password: 'p', permissions })),
];
const brokers: TestServer[] = [];
const open: Bus[] = [];

async function broker(leaf: LeafSettings): Promise<TestServer> {
  const { authorization, leafnodes, server_name, jetstream } = JSON.parse(
    natsConfig({ port: 0, storeDir: '', users, syncAlways: false, leaf }),
  ) as Record<string, object>;
  const { domain } = jetstream as { domain: string };
  const started = await testNats({ authorization, leafnodes, server_name }, { domain });
  brokers.push(started);
  return started;
}
async function bus(at: TestServer, user: string): Promise<Bus> {
  const made = await Bus.connect({ url: at.url.replace('//', `//${user}:p@`), service: user });
  open.push(made);
  return made;
}

let province: TestServer;
const here: Record<string, Bus> = {};
const there: Record<string, Bus> = {};

beforeAll(async () => {
  const port = await choosePort(undefined, new Set());
  province = await broker({ node: 'province', accept: { port, password: 'leaf-p' } });
  const prefecture = await broker({ node: 'hetian', join: `nats-leaf://leaf:leaf-p@127.0.0.1:${port}` });
  for (const user of ['operator', 'exchange', 'gateway']) {
    here[user] = await bus(province, user);
    there[user] = await bus(prefecture, user);
  }
  there.exchange!.connection.subscribe('node.hetian.post', { callback: (_, message) => void message.respond('from hetian') });
  here.exchange!.connection.subscribe('node.province.post', { callback: (_, message) => void message.respond('from the province') });
});
afterAll(async () => {
  await Promise.all(open.map((one) => one.close()));
  await Promise.all(brokers.map((one) => one.stop()));
});

const ask = (from: Bus, node: string): Promise<string> =>
  eventually(async () => (await from.connection.request(`node.${node}.post`, '', { timeout: 1_000 })).string(), { timeoutMs: 15_000 });

it('a post is answered across the link, in both directions', async () => {
  expect(await ask(here.exchange!, 'hetian')).toBe('from hetian');
  expect(await ask(there.exchange!, 'province')).toBe('from the province');
});

it.each(['cmd.identity.signIn.v1', 'qry.exchange.listPeers.v1', 'evt.exchange.moved.v1', '_INBOX.gateway.x', 'anything'])(
  'nothing else crosses: %s',
  async (subject) => {
    for (const [from, to] of [
      [here, there],
      [there, here],
    ] as const) {
      let heard = 0;
      const listening = to.operator!.connection.subscribe(subject, { callback: () => void heard++ });
      await to.operator!.connection.flush();
      await ask(here.exchange!, 'hetian'); // the interest has had the time of a round trip to cross
      from.operator!.connection.publish(subject, 'x');
      await from.operator!.connection.flush();
      await ask(from.exchange!, from === here ? 'hetian' : 'province');
      listening.unsubscribe();
      expect(heard).toBe(0);
    }
  },
);

it('each JetStream keeps to itself', async () => {
  const domainOf = async ({ connection }: Bus): Promise<string> =>
    (await connection.request('$JS.API.INFO', '', { timeout: 2_000 })).json<{ domain: string }>().domain;
  expect([await domainOf(here.operator!), await domainOf(there.operator!)]).toEqual(['province', 'hetian']);
  await expect(here.operator!.connection.request('$JS.hetian.API.INFO', '', { timeout: 1_000 })).rejects.toThrow();
});

it('the link comes back after the province’s broker was killed', async () => {
  await province.stop('SIGKILL');
  await province.start();
  expect(await ask(there.exchange!, 'province')).toBe('from the province');
  expect(await ask(here.exchange!, 'hetian')).toBe('from hetian');
}, 40_000);

it('only exchange takes and sends posts', async () => {
  await expect(here.gateway!.connection.request('node.hetian.post', '', { timeout: 500 })).rejects.toThrow();
});
