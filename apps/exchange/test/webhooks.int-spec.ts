import { jest } from '@jest/globals';
import { type CreateWebhook, eventFeedApi, type FeedKind, type WebhookView } from '@karez/contracts-exchange';
import { newId } from '@karez/kernel';
import { silentWatch } from '@karez/messaging';
import { eventually } from '@karez/testing';
import { WebhookCourier } from '../src/feed/webhook-courier.js';
import { WebhookLeases } from '../src/feed/webhook-leases.js';
import { WebhookRound } from '../src/feed/webhook-round.js';
import { type Caller, ExchangeUnderTest } from './exchange-under-test.js';
import { expectedSignature, WebhookReceiver } from './webhook-receiver.js';

jest.setTimeout(40_000);

let exchange: ExchangeUnderTest;
let receiver: WebhookReceiver;
let unlisted: WebhookReceiver;
let county: string;
let clerk: Caller;

beforeAll(async () => {
  [receiver, unlisted] = await Promise.all([WebhookReceiver.start(), WebhookReceiver.start()]);
  process.env.KAREZ_WEBHOOK_HOSTS = receiver.host;
  exchange = await ExchangeUnderTest.start();
  delete process.env.KAREZ_WEBHOOK_HOSTS;
  county = exchange.region.counties[0];
  clerk = await exchange.clerkOf(county);
}, 60_000);
afterEach(() => exchange.rows('delete from webhook'));
afterAll(async () => {
  await exchange.stop();
  await Promise.all([receiver.stop(), unlisted.stop()]);
});

let serial = 0;
const create = (as: Caller, more: Partial<CreateWebhook> = {}): Promise<WebhookView> =>
  exchange.call(eventFeedApi.createWebhook, { url: `http://${receiver.host}/in/${++serial}`, ...more }, { as });
const pathOf = ({ url }: WebhookView): string => new URL(url).pathname;
async function happens(orgId: string, kind: FeedKind = 'delivery.urged'): Promise<string> {
  const id = newId();
  await exchange.rows(
    `insert into feed_event (id, org_id, kind, at, delivery_id, dispatch_id, side, state)
     values ($1, $2, $3, now(), $4, $5, 'recipient', 'delivered')`,
    [id, orgId, kind, newId(), newId()],
  );
  return id;
}
const comes = (hook: WebhookView, ids: readonly string[]): Promise<void> =>
  eventually(async () => expect(receiver.idsAt(pathOf(hook))).toEqual(ids), { timeoutMs: 15_000 });
const shown = async (id: string): Promise<WebhookView | undefined> =>
  (await exchange.call(eventFeedApi.listWebhooks, {}, { as: clerk })).items.find((hook) => hook.id === id);
const becomes = (id: string, view: Partial<WebhookView>): Promise<void> =>
  eventually(async () => expect(await shown(id)).toMatchObject(view), { timeoutMs: 15_000 });
const again = (id: string): Promise<unknown> => exchange.rows('update webhook set next_at = now() where id = $1', [id]);

it('what happens is posted in order, signed with the secret that was shown once', async () => {
  const hook = await create(clerk);
  expect(hook.secret).toMatch(/^[0-9a-f]{64}$/);
  const ids = [await happens(county), await happens(county, 'delivery.recalled'), await happens(county)];
  await comes(hook, ids);
  for (const [index, posted] of receiver.at(pathOf(hook)).entries()) {
    expect(posted.headers['x-karez-event-id']).toBe(ids[index]);
    expect(posted.headers['x-karez-signature']).toBe(expectedSignature(posted, hook.secret!));
  }
  expect(JSON.parse(receiver.at(pathOf(hook))[1]!.body)).toMatchObject({ kind: 'delivery.recalled', orgId: county, state: 'delivered' });
  await becomes(hook.id, { waiting: 0, failures: 0, lastDeliveredAt: expect.any(String) as string });
  expect(await shown(hook.id)).not.toHaveProperty('secret');
  const [row] = await exchange.rows<{ text: string }>(`select encode(wrapped, 'hex') as text from webhook where id = $1`, [hook.id]);
  expect(row!.text).not.toContain(hook.secret);
});

it('a real delivery is told to its recipient', async () => {
  const hook = await create(clerk, { kinds: ['delivery.arrived'] });
  const deliveryId = await exchange.delivered(await exchange.clerkOf(exchange.region.department), county);
  await eventually(async () => expect(receiver.at(pathOf(hook))).toHaveLength(1), { timeoutMs: 15_000 });
  expect(JSON.parse(receiver.at(pathOf(hook))[0]!.body)).toMatchObject({ kind: 'delivery.arrived', deliveryId });
});

it('after a 500 the same event comes again, unchanged and before the next', async () => {
  receiver.answers = [500];
  const hook = await create(clerk);
  const [first, second] = [await happens(county), await happens(county)];
  await becomes(hook.id, { failures: 1, waiting: 2, paused: false, lastError: '对方返回 500' });
  await again(hook.id);
  await comes(hook, [first, first, second]);
  const [one, other] = receiver.at(pathOf(hook));
  expect(other!.body).toBe(one!.body);
  expect(other!.headers['x-karez-event-id']).toBe(one!.headers['x-karez-event-id']);
  // a system that keeps events by their id has two, whatever came how often
  expect(new Set(receiver.idsAt(pathOf(hook))).size).toBe(2);
  await becomes(hook.id, { failures: 0, waiting: 0 });
  expect(await shown(hook.id)).not.toHaveProperty('lastError');
});

it('a redirect is not followed', async () => {
  receiver.answers = [302];
  const hook = await create(clerk);
  await happens(county);
  await becomes(hook.id, { failures: 1, lastError: '对方返回 302' });
  expect(receiver.at('/elsewhere')).toEqual([]);
});

it('only the chosen kinds are posted, and the others hold nothing up', async () => {
  const hook = await create(clerk, { kinds: ['delivery.revoked'] });
  await happens(county);
  const wanted = await happens(county, 'delivery.revoked');
  await comes(hook, [wanted]);
  await becomes(hook.id, { waiting: 0 });
});

it('after a day of failures it rests and says why; resumed, it goes on where it was', async () => {
  receiver.answers = [503, 503];
  const hook = await create(clerk);
  const id = await happens(county);
  await becomes(hook.id, { failures: 1 });
  await exchange.rows(`update webhook set failing_since = now() - interval '25 hours', next_at = now() where id = $1`, [hook.id]);
  await becomes(hook.id, { paused: true, lastError: '对方返回 503', failures: 2, waiting: 1 });
  await again(hook.id);
  const second = await happens(county);
  expect(receiver.idsAt(pathOf(hook))).toEqual([id, id]);
  expect(await exchange.call(eventFeedApi.resumeWebhook, { webhookId: hook.id }, { as: clerk })).toMatchObject({ paused: false });
  await comes(hook, [id, id, id, second]);
});

it('a webhook that was removed hears no more', async () => {
  const [gone, kept] = [await create(clerk), await create(clerk)];
  const before = await happens(county);
  await comes(gone, [before]);
  await exchange.call(eventFeedApi.removeWebhook, { webhookId: gone.id }, { as: clerk });
  const after = await happens(county);
  await comes(kept, [before, after]);
  expect(receiver.idsAt(pathOf(gone))).toEqual([before]);
});

it.each([
  'http://8.8.8.8/in',
  'https://127.0.0.1/in',
  'https://localhost/in',
  'https://10.20.30.40/in',
  'https://[::1]/in',
  'https://[::ffff:10.0.0.1]/in',
  'https://169.254.169.254/in',
  'https://0x7f000001/in',
])('%s is refused', async (url) => {
  await expect(create(clerk, { url })).rejects.toMatchObject({
    code: expect.stringMatching(/^(exchange\.webhook\.address|request\.invalid)$/) as string,
  });
});

it('an address is checked again before each post', async () => {
  await expect(create(clerk, { url: `http://${unlisted.host}/in` })).rejects.toMatchObject({ code: 'exchange.webhook.address' });
  const hook = await create(clerk);
  await exchange.rows('update webhook set url = $2 where id = $1', [hook.id, `http://${unlisted.host}/in`]);
  await happens(county);
  await becomes(hook.id, { failures: 1, lastError: `推送地址 ${unlisted.host} 不在允许的范围内，或域名解析不到` });
  expect(unlisted.posted).toEqual([]);
});

it('a body has five at most', async () => {
  for (let made = 0; made < 5; made++) await create(clerk);
  await expect(create(clerk)).rejects.toMatchObject({ code: 'exchange.webhook.limit', params: { limit: 5 } });
});

it('the same command twice makes one, and does not show the secret again', async () => {
  const [commandId, url] = [newId(), `http://${receiver.host}/once`];
  const first = await exchange.call(eventFeedApi.createWebhook, { url }, { as: clerk, commandId });
  const { secret: _once, ...known } = first;
  expect(await exchange.call(eventFeedApi.createWebhook, { url }, { as: clerk, commandId })).toEqual(known);
});

it('another body’s events are not posted, and its webhooks are as unknown as none', async () => {
  const hook = await create(clerk);
  await happens(exchange.region.counties[1]);
  const own = await happens(county);
  await comes(hook, [own]);
  const other = await exchange.clerkOf(exchange.region.counties[1]);
  expect(await exchange.call(eventFeedApi.listWebhooks, {}, { as: other })).toEqual({ items: [] });
  for (const operation of [eventFeedApi.resumeWebhook, eventFeedApi.removeWebhook])
    await expect(exchange.call(operation, { webhookId: hook.id }, { as: other })).rejects.toMatchObject({ code: 'not_found' });
  await expect(create(other, { orgId: county })).rejects.toMatchObject({ code: 'exchange.document.body_unknown' });
});

it('who may not set up webhooks is refused', async () => {
  const reader = await exchange.caller({ permissions: ['exchange.event.read'] }, county);
  await expect(create(reader)).rejects.toMatchObject({ code: 'auth.forbidden' });
  await expect(exchange.call(eventFeedApi.listWebhooks, {}, { as: reader })).rejects.toMatchObject({ code: 'auth.forbidden' });
});

it('beside another replica each event is posted once, and one that stops leaves its work to the other', async () => {
  const { app } = exchange.service;
  const second = new WebhookCourier(app.get(WebhookLeases), app.get(WebhookRound), silentWatch);
  second.onApplicationBootstrap();
  const hooks = await Promise.all([create(clerk), create(clerk), create(clerk)]);
  const ids: string[] = [];
  for (let made = 0; made < 5; made++) ids.push(await happens(county));
  for (const hook of hooks) await comes(hook, ids);
  await second.onModuleDestroy();
  ids.push(await happens(county));
  for (const hook of hooks) await comes(hook, ids);
});
