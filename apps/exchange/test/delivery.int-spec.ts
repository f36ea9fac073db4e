import { deliveryApi, dispatchApi } from '@karez/contracts-exchange';
import { KeyRing } from '../src/key/key-ring.js';
import { type Caller, ExchangeUnderTest } from './exchange-under-test.js';

let exchange: ExchangeUnderTest;
let sender: Caller;
let recipient: Caller;
let department: string;
let county: string;

beforeAll(async () => {
  exchange = await ExchangeUnderTest.start();
  department = exchange.region.department;
  county = exchange.region.counties[0];
  sender = await exchange.clerkOf(department, '文若溪');
  recipient = await exchange.clerkOf(county, '泉映月');
}, 60_000);
afterAll(() => exchange.stop());

it('a document that is sent is delivered with a receipt, and signed for with another', async () => {
  const id = await exchange.delivered(sender, county);
  const arrived = await exchange.view(id, recipient);
  expect(arrived).toMatchObject({ side: 'recipient', state: 'delivered', direction: 'downward', senderName: '试水省水利厅' });
  expect(arrived.checks.map(({ kind, passed }) => [kind, passed])).toEqual([
    ['seal', true],
    ['signature', true],
    ['digest', true],
  ]);
  const signed = await exchange.call(deliveryApi.signDelivery, { deliveryId: id, incomingNumber: '收〔2026〕7号' }, { as: recipient });
  expect(signed).toMatchObject({ state: 'signed_for', decidedByName: '泉映月', incomingNumber: '收〔2026〕7号' });
  const followed = await exchange.view(id, sender);
  expect(followed).toMatchObject({ side: 'sender', state: 'signed_for', decidedByName: '泉映月', receiptNumber: signed.receiptNumber });
  expect(followed.timeline.map(({ kind }) => kind)).toEqual(['queued', 'attempt', 'delivered', 'signed_for']);
});

it('the second clerk of a body who signs gets the receipt of the first', async () => {
  const id = await exchange.delivered(sender, county);
  const other = await exchange.clerkOf(county, '溪知秋');
  const first = await exchange.call(deliveryApi.signDelivery, { deliveryId: id }, { as: recipient });
  const second = await exchange.call(deliveryApi.signDelivery, { deliveryId: id }, { as: other });
  expect(second).toMatchObject({ state: 'signed_for', decidedByName: '泉映月', receiptNumber: first.receiptNumber });
});

it('a recall before sign-for withdraws it, and the recipient can sign no more', async () => {
  const id = await exchange.delivered(sender, county);
  const recalled = await exchange.call(deliveryApi.recallDelivery, { deliveryId: id, reason: '附件有误' }, { as: sender });
  expect(recalled.state).toBe('recalled');
  await expect(exchange.call(deliveryApi.signDelivery, { deliveryId: id }, { as: recipient })).rejects.toMatchObject({
    code: 'exchange.delivery.recalled',
  });
});

it('a recall after sign-for is refused with the winning receipt', async () => {
  const id = await exchange.delivered(sender, county);
  const { receiptNumber } = await exchange.call(deliveryApi.signDelivery, { deliveryId: id }, { as: recipient });
  await expect(exchange.call(deliveryApi.recallDelivery, { deliveryId: id, reason: '改稿' }, { as: sender })).rejects.toMatchObject({
    code: 'exchange.delivery.already_signed',
    params: { who: '泉映月', receipt: receiptNumber },
    evidence: { receiptNumber, state: 'signed_for' },
  });
});

it('the reason of a refusal is on the sender’s desk', async () => {
  const id = await exchange.delivered(sender, county);
  await exchange.call(deliveryApi.rejectDelivery, { deliveryId: id, reason: 'attachment_missing', text: '附件 2 缺页' }, { as: recipient });
  expect(await exchange.view(id, sender)).toMatchObject({ state: 'rejected', reason: 'attachment_missing', reasonText: '附件 2 缺页' });
});

it('a document that was signed for can be handed back, and its return is acknowledged', async () => {
  const id = await exchange.delivered(sender, county);
  await exchange.call(deliveryApi.signDelivery, { deliveryId: id }, { as: recipient });
  await exchange.call(deliveryApi.returnDelivery, { deliveryId: id, reason: 'format', text: '缺签发人' }, { as: recipient });
  const acknowledged = await exchange.call(deliveryApi.acknowledgeReturn, { deliveryId: id }, { as: sender });
  expect(acknowledged).toMatchObject({ state: 'returned', reasonText: '缺签发人' });
  expect((await exchange.view(id, recipient)).timeline.map(({ kind }) => kind)).toEqual([
    'delivered',
    'signed_for',
    'returned',
    'acknowledged',
  ]);
});

it('after sign-for it is void only when both sides agree', async () => {
  const id = await exchange.delivered(sender, county, { printQuota: 3 });
  await exchange.call(deliveryApi.signDelivery, { deliveryId: id }, { as: recipient });
  await exchange.call(deliveryApi.printDelivery, { deliveryId: id, copies: 2 }, { as: recipient });
  await exchange.call(deliveryApi.revokeDelivery, { deliveryId: id, reason: '数据有误' }, { as: sender });
  await exchange.call(deliveryApi.answerRevoke, { deliveryId: id, agree: false, text: '已据此执行' }, { as: recipient });
  expect(await exchange.view(id, sender)).toMatchObject({ state: 'signed_for' });
  await exchange.call(deliveryApi.revokeDelivery, { deliveryId: id, reason: '确需收回' }, { as: sender });
  await exchange.call(deliveryApi.answerRevoke, { deliveryId: id, agree: true }, { as: recipient });
  expect(await exchange.view(id, sender)).toMatchObject({ state: 'revoked' });
  expect((await exchange.view(id, recipient)).prints).toMatchObject(
    [{ copies: 2, personName: '试用人' }].map(({ copies }) => ({ copies })),
  );
});

it('urging is seen by the recipient, and not repeated within ten minutes', async () => {
  const id = await exchange.delivered(sender, county);
  await exchange.call(deliveryApi.urgeDelivery, { deliveryId: id, text: '请尽快签收' }, { as: sender });
  expect(await exchange.view(id, recipient)).toMatchObject({ urged: 1 });
  await expect(exchange.call(deliveryApi.urgeDelivery, { deliveryId: id }, { as: sender })).rejects.toMatchObject({
    code: 'exchange.delivery.urged_recently',
  });
});

it('a re-issue supersedes, and both show the link', async () => {
  const id = await exchange.delivered(sender, county);
  await exchange.call(deliveryApi.rejectDelivery, { deliveryId: id, reason: 'format', text: '格式' }, { as: recipient });
  const again = await exchange.call(deliveryApi.reissueDelivery, { deliveryId: id }, { as: sender });
  expect(again.supersedesId).toBe(id);
  expect(await exchange.view(id, sender)).toMatchObject({ supersededById: again.id });
});

it('a dispatch to many goes to each once, whoever is named twice', async () => {
  const { counties } = exchange.region;
  const dispatch = await exchange.sent(sender, ['group:counties', counties[0]], { cc: [counties[1]] });
  const rows = await exchange.settled(sender, dispatch.id, 'delivered');
  expect(rows.map(({ recipientId }) => recipientId).sort()).toEqual([...counties].sort());
  const all = await exchange.call(dispatchApi.urgeDispatch, { dispatchId: dispatch.id }, { as: sender });
  expect(all).toEqual({ done: 4, refused: [] });
});

it('a document to a body that was set up a moment ago waits for its key, and needs nobody', async () => {
  const [, , young] = exchange.region.counties;
  await exchange.database.query('delete from body_key where owner = $1', [young]);
  const id = await exchange.delivered(sender, young);
  const { timeline } = await exchange.view(id, sender);
  expect(timeline.map(({ kind }) => kind)).not.toContain('stalled');
});

it('more bodies sign at once than the pool has connections, and none waits for a connection that another holds', async () => {
  const ids = await Promise.all(Array.from({ length: 24 }, () => exchange.delivered(sender, county)));
  const ring = exchange.service.app.get(KeyRing);
  const keys = await exchange.database.query<{ keyId: string }[]>('select key_id as "keyId" from body_key');
  keys.forEach(({ keyId }) => ring.forget(keyId));
  const signed = await Promise.all(ids.map((deliveryId) => exchange.call(deliveryApi.signDelivery, { deliveryId }, { as: recipient })));
  expect(signed.map(({ state }) => state)).toEqual(ids.map(() => 'signed_for'));
}, 60_000);
