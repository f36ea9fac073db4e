import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { bodyCalled, sealed, sent, until, uploaded, wellFormedPdf } from './exchange-acts.js';
import { baseUrl, call, signIn } from './platform-under-test.js';

jest.setTimeout(120_000);

const program = fileURLToPath(new URL('../../deploy/samples/bureau-client/bureau.mjs', import.meta.url));
const verifier = fileURLToPath(new URL('../../tools/verify-evidence.mjs', import.meta.url));
const clerk = [
  ...['exchange.document.read', 'exchange.document.write', 'exchange.document.seal', 'exchange.dispatch.read', 'exchange.dispatch.send'],
  ...['exchange.inbox.read', 'exchange.inbox.decide', 'exchange.directory.read', 'exchange.event.read'],
];
const folder = mkdtempSync(join(tmpdir(), 'karez-bureau-'));
const box = join(folder, 'box');
const secret = randomBytes(32).toString('hex');
const variables: NodeJS.ProcessEnv = {
  ...process.env,
  ...{ KAREZ_URL: baseUrl, BUREAU_KEY_FILE: join(folder, 'bureau.pem'), BUREAU_BOX: box, BUREAU_WEBHOOK_SECRET: secret },
};

let admin: string;
let department: string;
let county: string;
let countyId: string;
let clientId: string;
beforeAll(async () => {
  [{ token: admin }, { token: department }, { token: county }] = await Promise.all([
    signIn('admin'),
    signIn('office.clerk'),
    signIn('cele.clerk'),
  ]);
  countyId = await until(async () => bodyCalled(department, '策勒县水利局').catch(() => undefined));
  const publicJwk = JSON.parse((await run('key')).replace(/^.*?(?=\{)/s, '')) as object;
  const registered = await call('POST', '/api/identity/clients', {
    token: admin,
    body: { name: '策勒县办公系统', orgId: countyId, permissions: clerk, scope: 'unit', publicJwk },
  });
  expect(registered.status).toBe(201);
  clientId = registered.body.id;
  variables.BUREAU_CLIENT_ID = clientId;
  // what the county was sent before stays for its clerk
  keepPlace(await endOfFeed());
});
afterAll(async () => {
  if (clientId) await call('POST', `/api/identity/clients/${clientId}/disable`, { token: admin, body: {} });
  rmSync(folder, { recursive: true, force: true });
});

function keepPlace(cursor: string): void {
  mkdirSync(box, { recursive: true });
  writeFileSync(join(box, 'cursor'), cursor);
}

async function endOfFeed(): Promise<string> {
  for (let after = '0:0'; ;) {
    const { status, body } = await call('GET', `/api/exchange/events?after=${after}&limit=500`, { token: county });
    expect(status).toBe(200);
    if (body.items.length === 0) return body.cursor;
    after = body.cursor;
  }
}

/** Runs the sample to its end. @returns what it said */
async function run(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [program, ...args], { env: variables, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString('utf8')));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}: ${said}`);
  return said;
}

/** A document with a PDF that waits at the county. */
async function arrives(): Promise<{ readonly id: string; readonly pdf: Buffer }> {
  const before = readFileSync(join(box, 'cursor'), 'utf8');
  const pdf = wellFormedPdf();
  const fileId = await uploaded(department, '冬季输水/通知.pdf', pdf);
  const documentId = await sealed(department, { files: [{ fileId, role: 'layout' }] });
  const [{ id }] = (await sent(department, documentId, { primary: [countyId] })).deliveries;
  await until(async () => {
    const { body } = await call('GET', `/api/exchange/events?after=${before}`, { token: county });
    return body.items.find(({ deliveryId }: { deliveryId: string }) => deliveryId === id);
  });
  return { id, pdf };
}

it('signs for what the department’s clerk sends, with the files and the proof of it', async () => {
  const { id, pdf } = await arrives();
  expect(await run('poll')).toContain('signed for, receipt HZ-');
  const followed = await call('GET', `/api/exchange/deliveries/${id}`, { token: department });
  expect(followed.body).toMatchObject({ state: 'signed_for', decidedByName: '策勒县办公系统' });
  const [name] = readdirSync(join(box, 'in', id)).filter((each) => each.endsWith('.pdf'));
  expect(readFileSync(join(box, 'in', id, name!)).equals(pdf)).toBe(true);
  expect(spawnSync(process.execPath, [verifier, join(box, 'in', id, 'evidence.json')]).status).toBe(0);
});

it('after a crash before the cursor was written, the same event has no second effect', async () => {
  const before = readFileSync(join(box, 'cursor'), 'utf8');
  const { id } = await arrives();
  await run('poll');
  const first = (await call('GET', `/api/exchange/deliveries/${id}`, { token: department })).body;
  keepPlace(before);
  expect(await run('poll')).toContain(first.receiptNumber);
  const second = (await call('GET', `/api/exchange/deliveries/${id}`, { token: department })).body;
  expect(second.receiptNumber).toBe(first.receiptNumber);
  expect(second.timeline.filter(({ kind }: { kind: string }) => kind === 'signed_for')).toHaveLength(1);
});

it('sends a document with a PDF; the same command again sends it no second time', async () => {
  writeFileSync(join(folder, '正文.pdf'), wellFormedPdf());
  const serial = String(Math.floor(Math.random() * 900_000) + 1);
  const args = ['send', '--pdf', join(folder, '正文.pdf'), '--to', '新疆维吾尔自治区水利厅', '--title', '关于商请核定冬季输水量的函'];
  const said = await run(...args, '--number', `策水试:2026:${serial}`, '--signatory', '清源长');
  const dispatchId = /dispatch (\S+)/.exec(said)![1]!;
  const dispatch = await until(async () => {
    const { body } = await call('GET', `/api/exchange/dispatches/${dispatchId}`, { token: county });
    return body.deliveries.every(({ state }: { state: string }) => state === 'delivered') ? body : undefined;
  });
  expect(dispatch).toMatchObject({ number: `策水试〔2026〕${serial}号`, sentByName: '策勒县办公系统', recipients: 1 });
  expect(await run(...args, '--number', `策水试:2026:${serial}`, '--signatory', '清源长')).toContain(dispatchId);
});

it('its receiver believes only what is signed, and then takes in what the feed has', async () => {
  const child = spawn(process.execPath, [program, 'receive', '--port', '0'], { env: variables, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const said = listenTo(child);
    const port = await until(async () => /port (\d+)/.exec(said())?.[1]);
    const { id } = await arrives();
    const body = JSON.stringify({ id: randomUUID(), kind: 'delivery.arrived', deliveryId: id });
    expect(await post(port, body, '0'.repeat(64))).toBe(401);
    expect(await post(port, body, secret, Date.now() - 600_000)).toBe(401);
    expect(said()).not.toContain('told of');
    expect([await post(port, body, secret), await post(port, body, secret)]).toEqual([204, 204]);
    // other documents may lie in the feed before this one
    const followed = await until(async () => {
      const { body } = await call('GET', `/api/exchange/deliveries/${id}`, { token: department });
      return body.state === 'delivered' ? undefined : body;
    });
    expect(followed).toMatchObject({ state: 'signed_for', decidedByName: '策勒县办公系统' });
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }
});

function listenTo({ stdout }: ChildProcess): () => string {
  let text = '';
  stdout?.on('data', (part: Buffer) => (text += part.toString('utf8')));
  return () => text;
}

async function post(port: string, body: string, key: string, at = Date.now()): Promise<number> {
  const [timestamp, eventId] = [String(Math.floor(at / 1000)), randomUUID()];
  const mac = createHmac('sm3', Buffer.from(key, 'hex')).update(`${timestamp}.${eventId}.${body}`).digest('hex');
  const headers = { 'x-karez-event-id': eventId, 'x-karez-timestamp': timestamp, 'x-karez-signature': `HMAC-SM3 ${mac}` };
  return (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body })).status;
}
