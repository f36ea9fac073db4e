import { identityApi } from '@karez/contracts-identity';
import { eventually, type Program, startProgram, testNats, type TestServer } from '@karez/testing';
import { jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gatewayVariables } from './gateway-under-test.js';
import { StandInIdentity } from './stand-in-identity.js';

jest.setTimeout(90_000);

let nats: TestServer;
let identity: StandInIdentity;
const dataDir = mkdtempSync(join(tmpdir(), 'karez-drain-'));
/** What the slow answers wait for. */
let slowMs = 2_000;

beforeAll(async () => {
  nats = await testNats();
  identity = await StandInIdentity.start(nats.url);
  identity.service.on(identityApi.listDirectory, async ({ q }) => {
    await pause(q === 'slow' ? slowMs : 5 + Math.random() * 40);
    return { items: [] };
  });
  await identity.service.settled();
});
afterAll(async () => {
  agent.destroy();
  await identity.service.close();
  await nats.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Replica {
  readonly program: Program;
  readonly url: string;
  readonly probe: string;
}

async function replica(more: Record<string, string> = {}): Promise<Replica> {
  const env = {
    ...gatewayVariables(nats.url, dataDir),
    KAREZ_LOG_LEVEL: 'info',
    KAREZ_DRAIN_NOTICE_MS: '1500',
    KAREZ_LIMIT_ADDRESS: '1000000/60',
    ...more,
  };
  const program = startProgram(new URL('../src/main.ts', import.meta.url), { env });
  const { url, healthPort } = JSON.parse(await program.line(/"msg":"started"/, 60_000)) as { url: string; healthPort: number };
  return { program, url, probe: `http://127.0.0.1:${healthPort}/health/ready` };
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
function get(url: string, path = '/api/identity/directory'): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url + path, { agent }, (answer) =>
      answer
        .resume()
        .once('end', () => resolve(answer.statusCode!))
        .once('error', reject),
    )
      .once('error', reject)
      .end();
  });
}

/** A balancer as Kubernetes has it: it asks every replica whether it is ready, and sends new calls to those that said so. */
function balancer(replicas: readonly Replica[]) {
  const ready = new Set(replicas);
  const asking = setInterval(() => {
    for (const each of replicas)
      void fetch(each.probe).then(
        ({ ok }) => (ok ? ready.add(each) : ready.delete(each)),
        () => ready.delete(each),
      );
  }, 100);
  let turn = 0;
  return { next: (): Replica => [...ready][turn++ % ready.size]!, ready, stop: () => clearInterval(asking) };
}

/** Callers that never rest, until told. */
function load(next: () => Replica, callers: number) {
  const statuses: Record<string, number> = {};
  let running = true;
  const call = async (): Promise<void> => {
    while (running) {
      const status = await get(next().url).catch((error: NodeJS.ErrnoException) => error.code ?? error.message);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  const calling = Promise.all(Array.from({ length: callers }, call));
  const stop = async (): Promise<Record<string, number>> => {
    running = false;
    await calling;
    return statuses;
  };
  return { stop };
}

it('G8: one of two replicas ends under load, and no request fails', async () => {
  const replicas = await Promise.all([replica(), replica()]);
  const [leaving, staying] = replicas;
  const balance = balancer(replicas);
  const callers = load(() => balance.next(), 24);
  try {
    await pause(1_500);
    const slow = Array.from({ length: 5 }, () => get(leaving.url, '/api/identity/directory?q=slow'));
    await pause(100);
    const told = Date.now();
    leaving.program.signal('SIGTERM');
    expect(await leaving.program.exited).toEqual({ code: 0, signal: null });
    expect(Date.now() - told).toBeLessThan(30_000);
    expect([...balance.ready]).toEqual([staying]);
    expect(await Promise.all(slow)).toEqual([200, 200, 200, 200, 200]);
    await pause(500);
  } finally {
    const statuses = await callers.stop();
    balance.stop();
    await staying.program.kill('SIGTERM');
    expect(Object.keys(statuses)).toEqual(['200']);
    expect(statuses['200']).toBeGreaterThan(200);
  }
});

it('ends in time also with lines that nobody uses, live lines, and an answer that never comes', async () => {
  slowMs = 8_000;
  const { program, url } = await replica({ KAREZ_DRAIN_NOTICE_MS: '0' });
  const { token } = await identity.signIn();
  const live = await fetch(`${url}/api/live`, { headers: { authorization: `Bearer ${token}` } });
  const text = live.text();
  const { connect } = await import('node:net');
  const unused = connect(Number(new URL(url).port), '127.0.0.1');
  const asked = identity.service.callsOf(identityApi.listDirectory).length;
  const hopeless = get(url, '/api/identity/directory?q=slow');
  await eventually(() => expect(identity.service.callsOf(identityApi.listDirectory).length).toBeGreaterThan(asked));
  const told = Date.now();
  expect(await program.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  expect(Date.now() - told).toBeLessThan(30_000);
  expect(await hopeless).toBe(504);
  expect(await text).toMatch(/retry: \d+\n\n$/);
  unused.destroy();
});
