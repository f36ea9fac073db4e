import { jest } from '@jest/globals';
import { verifyDetached } from '@karez/crypto';
import { newId } from '@karez/kernel';
import { RevokeKeyHandler } from '../src/key/commands/revoke-key.handler.js';
import { RotateKeyHandler } from '../src/key/commands/rotate-key.handler.js';
import { EnsureKeysJob } from '../src/key/ensure-keys.job.js';
import { KeyChanges } from '../src/key/key-changes.js';
import { KeyLists } from '../src/key/key.lists.js';
import { KeyRing } from '../src/key/key-ring.js';
import { ctxOf, Rooms, staff } from './rooms.js';

jest.setTimeout(30_000);

const dayMs = 86_400_000;
const began = new Date('2026-11-02T02:00:00Z');
const later = (days: number): Date => new Date(began.getTime() + days * dayMs);

let rooms: Rooms;
let lists: KeyLists;
let rotate: RotateKeyHandler;
let revoke: RevokeKeyHandler;
let department: string;
let county: string;
let elsewhere: string;
const read = ['exchange.key.read', 'exchange.key.write'] as const;

beforeAll(async () => {
  rooms = await Rooms.open();
  [department, county, elsewhere] = [rooms.region.department, rooms.region.counties[0], rooms.region.counties[3]];
  lists = new KeyLists(rooms.source, rooms.config);
  const changes = new KeyChanges(rooms.maker);
  rotate = new RotateKeyHandler(rooms.unitOfWork, rooms.bodies, changes, lists);
  revoke = new RevokeKeyHandler(rooms.unitOfWork, changes, rooms.ring, lists);
  await rooms.source.query('insert into body_node values ($1, $2)', [elsewhere, 'prefecture-653200']);
  await rooms.source.query(`update org_copy set abolished_on = '2026-01-01' where id = $1`, [rooms.region.counties[2]]);
}, 60_000);
afterAll(() => rooms.close());

interface Row {
  readonly keyId: string;
  readonly use: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
}
const keysOf = (owner: string, use = 'signature'): Promise<Row[]> =>
  rooms.source.query(
    `select key_id as "keyId", use, valid_from as "validFrom", valid_until as "validUntil" from body_key where owner = $1 and use = $2 order by valid_from`,
    [owner, use],
  );
const whole = { scope: 'all' } as const;

it('gives every body that exchanges here its two keys, once, however many replicas do so', async () => {
  const other = await rooms.beside();
  const beside = new EnsureKeysJob(other, rooms.maker);
  const made = await Promise.all([rooms.keys.run(began), beside.run(began)]);
  await other.destroy();
  // ten bodies, without the office, the one that is no more and the one that another node serves
  expect(made[0] + made[1]).toBe(14);
  const owners = await rooms.source.query<{ owner: string; keys: number }[]>(
    `select owner, count(distinct use)::int as keys, count(*)::int as rows from body_key where not root group by owner having count(*) = 2`,
  );
  expect(owners.map(({ keys }) => keys)).toEqual(Array(7).fill(2));
  const [{ roots }] = await rooms.source.query<[{ roots: number }]>(`select count(*)::int as roots from body_key where root`);
  expect(roots).toBe(1);
  expect(await rooms.keys.run(began)).toBe(0);
});

it('vouches for each key with the signature of the node’s root', async () => {
  const [key] = await keysOf(county);
  const [certificate] = await rooms.ring.certificates(rooms.source.manager, [key!.keyId]);
  const { body, signature } = certificate!;
  expect(JSON.parse(body)).toMatchObject({ keyId: key!.keyId, owner: county, ownerName: '甲泉县水利局', use: 'signature' });
  const expected = { purpose: 'exchange.certificate', directory: rooms.ring, seenAt: began };
  await verifyDetached(rooms.crypto, Buffer.from(body), signature, expected);
});

it('makes the next key a month before one ends, to begin where that ends', async () => {
  const [first] = await keysOf(department);
  const days = (first!.validUntil.getTime() - began.getTime()) / dayMs;
  expect(await rooms.keys.run(later(days - 31))).toBe(0);
  expect(await rooms.keys.run(later(days - 29))).toBe(14);
  const [, next] = await keysOf(department);
  expect(next!.validFrom).toEqual(first!.validUntil);
});

it('lets a body that comes later have keys as early as the history that was brought along', async () => {
  await rooms.source.query(`insert into node_setting values ('keys_valid_from', '2026-06-01T00:00:00Z')`);
  const id = newId();
  await rooms.source.query(`insert into org_copy (id, name, kind) values ($1, '新渠管理处', 'subordinate_unit')`, [id]);
  await rooms.keys.run(began);
  expect((await keysOf(id))[0]!.validFrom).toEqual(new Date('2026-06-01T00:00:00Z'));
});

it('signs with the new key after a rotation, and still believes what the old one signed', async () => {
  const body = await rooms.bodies.get(rooms.source.manager, department);
  const ref = { deliveryId: newId(), dispatchId: newId(), documentDigest: '0'.repeat(64), senderId: department, recipientId: county };
  const say = (at: Date) => rooms.act(staff([], department), at, (tx) => rooms.statements.make(tx, ref, { kind: 'urge' }));
  const [before] = await keysOf(department);
  const old = await say(later(1));
  const { keyId, current } = await rotate.execute({ orgId: department, use: 'signature' }, ctxOf(staff(read, department), later(2)));
  expect([keyId === before!.keyId, current]).toEqual([false, true]);
  const fresh = await say(later(3));
  expect([old.signature.keyId, fresh.signature.keyId]).toEqual([before!.keyId, keyId]);
  rooms.ring.forget(before!.keyId);
  await expect(rooms.statements.verify(old, later(4))).resolves.toMatchObject({ senderId: body.id });
  // the one that had been made ahead of its time never begins, and the old one ends by its certificate too
  const [ended] = (await keysOf(department)).filter((key) => key.keyId === before!.keyId);
  const [certificate] = await rooms.ring.certificates(rooms.source.manager, [before!.keyId]);
  expect(JSON.parse(certificate!.body)).toMatchObject({ validUntil: ended!.validUntil.toISOString() });
  expect(ended!.validUntil.getTime()).toBeLessThan(later(2.01).getTime());
  await expect(rooms.ring.signingKeyOf(rooms.source.manager, body, later(800))).rejects.toMatchObject({ code: 'exchange.key.missing' });
});

it('refuses on arrival what a revoked key signed, makes no new one by itself, and a person may', async () => {
  const prefecture = rooms.region.prefectures[0];
  const body = await rooms.bodies.get(rooms.source.manager, prefecture);
  const ref = { deliveryId: newId(), dispatchId: newId(), documentDigest: '0'.repeat(64), senderId: prefecture, recipientId: county };
  const statement = await rooms.act(staff([], prefecture), later(1), (tx) => rooms.statements.make(tx, ref, { kind: 'recall' }));
  const security = staff(read, prefecture);
  const keyId = statement.signature.keyId;
  const revoked = await revoke.execute({ keyId, reason: '介质遗失' }, ctxOf(security, later(2)));
  expect(revoked).toMatchObject({ revokedReason: '介质遗失', current: false, ownerName: '东原地区水利局' });
  await expect(rooms.statements.verify(statement, later(3))).rejects.toMatchObject({
    ...{ code: 'exchange.letter.signature', params: { code: 'crypto.key_revoked' } },
  });
  await expect(rooms.statements.verify(statement, later(1.5))).resolves.toMatchObject({ kind: 'recall' });
  await expect(revoke.execute({ keyId, reason: '再次' }, ctxOf(security))).rejects.toMatchObject({ code: 'exchange.key.revoked' });
  for (const next of (await keysOf(prefecture)).slice(1))
    await revoke.execute({ keyId: next.keyId, reason: '同上' }, ctxOf(security, later(2)));
  expect(await rooms.keys.run(later(3))).toBe(0);
  await expect(rooms.ring.signingKeyOf(rooms.source.manager, body, later(3))).rejects.toMatchObject({ code: 'exchange.key.missing' });
  const { keyId: renewed } = await rotate.execute({ orgId: prefecture, use: 'signature' }, ctxOf(security, later(4)));
  expect((await rooms.ring.signingKeyOf(rooms.source.manager, body, later(4))).keyId).toBe(renewed);
});

it('opens a wrapped key in its own row only', async () => {
  const [one] = await keysOf(rooms.region.counties[1]);
  const [other] = await keysOf(rooms.region.basin);
  await rooms.source.query(
    `update body_key set wrapped = swapped.wrapped from body_key swapped
     where (body_key.key_id, swapped.key_id) in (($1, $2), ($2, $1))`,
    [one!.keyId, other!.keyId],
  );
  const ring = new KeyRing(rooms.source, rooms.crypto);
  for (const id of [rooms.region.counties[1], rooms.region.basin])
    await expect(ring.signingKeyOf(rooms.source.manager, { id, name: '' }, later(1))).rejects.toMatchObject({
      code: 'crypto.unwrap_failed',
    });
});

it('shows and changes keys of the bodies in reach only', async () => {
  const [own] = await keysOf(county);
  const [others] = await keysOf(department);
  const here = ctxOf(staff(read, county));
  const owners = new Set((await lists.list({}, here)).items.map(({ ownerName }) => ownerName));
  expect([...owners]).toEqual(['甲泉县水利局']);
  await expect(rotate.execute({ orgId: department, use: 'encryption' }, here)).rejects.toMatchObject({ code: 'not_found' });
  await expect(revoke.execute({ keyId: others!.keyId, reason: '' }, here)).rejects.toMatchObject({ code: 'exchange.key.unknown' });
  const readOnly = ctxOf(staff(['exchange.key.read'], county));
  await expect(revoke.execute({ keyId: own!.keyId, reason: '' }, readOnly)).rejects.toMatchObject({ code: 'exchange.key.unknown' });
  const security = ctxOf(staff(read, department, whole));
  await expect(rotate.execute({ orgId: elsewhere, use: 'signature' }, security)).rejects.toMatchObject({ code: 'not_found' });
  const [root] = await rooms.source.query<[{ keyId: string }]>('select key_id as "keyId" from body_key where root');
  await expect(revoke.execute({ keyId: root.keyId, reason: '' }, security)).rejects.toMatchObject({ code: 'exchange.key.unknown' });
});

it('lists keys in the order of the directory, page by page, without one twice', async () => {
  const security = ctxOf(staff(read, department, whole));
  const seen: string[] = [];
  for (let after: string | undefined, pages = 0; pages < 20; pages += 1) {
    const page = await lists.list({ limit: 4, ...(after && { after }) }, security);
    seen.push(...page.items.map(({ ownerName, use, keyId }) => `${ownerName} ${use} ${keyId}`));
    after = page.next;
    if (!after) break;
  }
  const [{ count }] = await rooms.source.query<[{ count: number }]>('select count(*)::int as count from body_key');
  expect([seen.length, new Set(seen).size]).toEqual([count, count]);
  expect(seen[0]).toContain('水利部');
  expect(seen.at(-1)).toContain('试水省交换节点');
  const found = await lists.list({ q: '流域' }, security);
  expect(new Set(found.items.map(({ ownerName }) => ownerName))).toEqual(new Set(['清河流域管理局']));
});
