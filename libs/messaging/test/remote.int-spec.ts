import { defineApi, Empty, query } from '@karez/contracts-kernel';
import { Bus, Remote, traceIdOf, traceparent } from '@karez/messaging';
import { testNats, type TestServer } from '@karez/testing';

const api = defineApi('well', {
  look: query({ version: 1, needs: 'anyone', request: Empty, response: Empty, summary: '看' }),
  glance: query({ version: 1, needs: 'anyone', request: Empty, response: Empty, summary: '瞥', deadlineMs: 300 }),
});
const from = { commandId: 'c1', trace: traceparent() };
let nats: TestServer;
let bus: Bus;
let remote: Remote;
beforeAll(async () => {
  nats = await testNats();
  bus = await Bus.connect({ url: nats.url, service: 'caller' });
  remote = new Remote(bus);
}, 30_000);
afterAll(async () => {
  await bus.close();
  await nats.stop('SIGKILL');
});
const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'answered',
    (error: { code: string }) => error.code,
  );
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

it('refuses at once, not at the deadline, when nobody answers to the subject', async () => {
  const started = Date.now();
  expect(await code(remote.call(api.look, {}, from))).toBe('service.unavailable');
  expect(Date.now() - started).toBeLessThan(api.look.deadlineMs);
});

it("gives up at the operation's deadline, and at the caller's when that is sooner", async () => {
  const silent = [api.look, api.glance].map(({ subject }) => bus.connection.subscribe(subject));
  expect(await code(remote.call(api.glance, {}, from))).toBe('service.deadline');
  expect(await code(remote.call(api.look, {}, { ...from, deadline: Date.now() - 1 }))).toBe('service.deadline');
  silent.forEach((each) => each.unsubscribe());
});

it("passes the service's refusal on with its parameters and evidence", async () => {
  const refusal = { code: 'well.closed', params: { by: '林溪' }, evidence: { at: '2026-11-23' } };
  const answering = bus.connection.subscribe(api.look.subject, {
    callback: (_error, message) => void message.respond(JSON.stringify({ error: refusal })),
  });
  await expect(remote.call(api.look, {}, from)).rejects.toMatchObject(refusal);
  answering.unsubscribe();
});

it('says so at once while the broker is away, and works again when it is back', async () => {
  await nats.stop('SIGKILL');
  while (bus.up) await pause(20);
  expect(await code(remote.call(api.look, {}, from))).toBe('service.unavailable');
  await nats.start();
  while (!bus.up) await pause(20);
  const answering = bus.connection.subscribe(api.look.subject, { callback: (_error, message) => void message.respond('{"ok":{}}') });
  await bus.connection.flush();
  expect(await code(remote.call(api.look, {}, from))).toBe('answered');
  answering.unsubscribe();
}, 20_000);

it('continues a well-formed trace and starts a new one otherwise', () => {
  const first = traceparent();
  expect(traceIdOf(traceparent(first))).toBe(traceIdOf(first));
  expect(traceparent(first)).not.toBe(first);
  expect(traceIdOf(traceparent('00-evil'))).toMatch(/^[0-9a-f]{32}$/);
});
