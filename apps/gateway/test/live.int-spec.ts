import { newId } from '@karez/kernel';
import { eventually } from '@karez/testing';
import { GatewayUnderTest } from './gateway-under-test.js';

let edge: GatewayUnderTest;
beforeAll(async () => (edge = await GatewayUnderTest.start({ KAREZ_SESSION_POLL_MS: '300' })));
afterAll(() => edge.stop());

/** An open line: everything that came through it so far. */
async function listen(token: string, headers: Record<string, string> = {}) {
  const stop = new AbortController();
  const response = await fetch(`${edge.url}/api/live`, { headers: { authorization: `Bearer ${token}`, ...headers }, signal: stop.signal });
  const line = { status: response.status, headers: response.headers, text: '', ended: false, close: () => stop.abort() };
  const read = async (): Promise<void> => {
    for await (const chunk of response.body!) line.text += Buffer.from(chunk).toString();
  };
  void read()
    .catch(() => undefined)
    .finally(() => (line.ended = true));
  return line;
}
const happened = (audience: { personIds?: string[]; orgIds?: string[] } | undefined, aggregateId = newId()) =>
  edge.trial.publish({
    subject: 'evt.trial.thing-changed.v1',
    aggregateId,
    ...(audience ? { audience } : {}),
    data: { secret: 'content of the thing' },
  });

it('tells a person and a body that something happened, and nobody else, and never what', async () => {
  const clerk = await edge.identity.signIn();
  const other = await edge.identity.signIn();
  const lines = { clerk: await listen(clerk.token), other: await listen(other.token) };
  expect(lines.clerk.headers.get('content-type')).toBe('text/event-stream');
  await eventually(() => expect(lines.other.text).toContain('event: ready'));
  const forPerson = newId();
  const forBody = newId();
  await happened({ personIds: [clerk.actor.id] }, forPerson);
  await happened({ orgIds: [newId(), clerk.actor.orgId!] }, forBody);
  await happened({ personIds: [newId()], orgIds: [newId()] });
  await happened(undefined);
  await eventually(() => expect(lines.clerk.text).toContain(forBody));
  const hints = [...lines.clerk.text.matchAll(/event: hint\ndata: (.*)\n/g)].map(([, data]) => JSON.parse(data!) as object);
  expect(hints).toEqual([
    { subject: 'evt.trial.thing-changed.v1', aggregate: 'thing', aggregateId: forPerson, sequence: 1, occurredAt: expect.any(String) },
    { subject: 'evt.trial.thing-changed.v1', aggregate: 'thing', aggregateId: forBody, sequence: 1, occurredAt: expect.any(String) },
  ]);
  expect(lines.clerk.text).not.toContain('content of the thing');
  expect(lines.other.text).not.toContain('hint');
  lines.clerk.close();
  lines.other.close();
});

it('is for callers who are known, and tolerates a browser that comes back', async () => {
  expect((await edge.call('GET', '/api/live')).status).toBe(401);
  const { token } = await edge.identity.signIn();
  const line = await listen(token, { 'last-event-id': newId() });
  expect(line.status).toBe(200);
  line.close();
  expect((await edge.call('HEAD', '/api/live', { token })).status).toBe(200);
});

it('ends within five seconds of the session', async () => {
  const { token, sessionId } = await edge.identity.signIn();
  const line = await listen(token);
  await eventually(() => expect(line.text).toContain('ready'));
  const ended = Date.now();
  edge.identity.end(sessionId);
  await eventually(() => expect(line.ended).toBe(true));
  expect(Date.now() - ended).toBeLessThan(5_000);
  expect((await listen(token)).status).toBe(401);
});

it('has a bound for one session and room again when a line is closed', async () => {
  const { token } = await edge.identity.signIn();
  const lines = await Promise.all(Array.from({ length: 8 }, () => listen(token)));
  expect(lines.map(({ status }) => status)).toEqual(Array(8).fill(200));
  expect((await listen(token)).status).toBe(429);
  lines[0]!.close();
  await eventually(async () => {
    const line = await listen(token);
    expect(line.status).toBe(200);
    line.close();
  });
  lines.forEach(({ close }) => close());
});
