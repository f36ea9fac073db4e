import { jest } from '@jest/globals';
import type { NeedsPerson } from '@karez/contracts-exchange';
import type { Permission } from '@karez/contracts-kernel';
import { newId } from '@karez/kernel';
import { Attention } from '../src/attention/attention.js';
import { DeadLetterAttention } from '../src/attention/dead-letter.attention.js';
import { KeyAttention } from '../src/attention/key.attention.js';
import { PeerAttention } from '../src/attention/peer.attention.js';
import { SentAttention } from '../src/attention/sent.attention.js';
import { ctxOf, Rooms, staff } from './rooms.js';

jest.setTimeout(30_000);

let rooms: Rooms;
let attention: Attention;
let department: string;
let counties: readonly string[];
const began = new Date('2026-11-02T02:00:00Z');
const now = new Date('2026-11-24T02:00:00Z');

beforeAll(async () => {
  rooms = await Rooms.open();
  department = rooms.region.department;
  counties = rooms.region.counties;
  const { source } = rooms;
  attention = new Attention(
    new SentAttention(source),
    new KeyAttention(source),
    new PeerAttention(source),
    new DeadLetterAttention(source),
  );
  await rooms.keys.run(began);
}, 60_000);
afterAll(() => rooms.close());

const matters = async (permission: Permission, orgId: string, scope: 'unit' | 'all' = 'unit'): Promise<NeedsPerson[]> =>
  (await attention.list({}, ctxOf(staff([permission], orgId, { scope }), now))).items;

it('shows the sender what stopped, what was refused and what came back, until somebody has seen to it', async () => {
  const stopped = await rooms.sent(department, [counties[0]!, counties[1]!], began);
  await rooms.source.query(
    `update delivery set state = 'stalled', last_error = 'exchange.peer.silent', first_failed_at = $2 where id = any($1)`,
    [stopped, now],
  );
  const refused = await rooms.arrived(department, counties[0]!, began);
  await rooms.decide(refused, counties[0]!, 'reject', new Date('2026-11-05T02:00:00Z'));
  const back = await rooms.arrived(department, counties[1]!, began);
  await rooms.decide(back, counties[1]!, 'sign', new Date('2026-11-05T02:00:00Z'));
  await rooms.decide(back, counties[1]!, 'return', new Date('2026-11-06T02:00:00Z'));
  await rooms.arrived(department, counties[2]!, began);
  const title = '《关于做好冬季输水工作的通知》';
  const seen = await matters('exchange.dispatch.read', department);
  expect(seen.map(({ kind, title: said, deliveryId }) => [kind, said, deliveryId])).toEqual([
    ['stalled', `${title}送不到甲泉县水利局等 2 家：对方节点长时间没有应答`, undefined],
    ['returned', `乙溪县水利局退回${title}（试）`, back],
    ['rejected', `甲泉县水利局拒收${title}（试）`, refused],
  ]);
  await rooms.act(staff(['exchange.dispatch.send'], department), now, async (tx) =>
    rooms.sending.acknowledge(tx, await rooms.sending.load(tx, back, 'acknowledge')),
  );
  await rooms.source.query('update delivery set superseded_by_id = id where id = $1', [refused]);
  expect((await matters('exchange.dispatch.read', department)).map(({ kind }) => kind)).toEqual(['stalled']);
  expect(await matters('exchange.dispatch.read', counties[0]!)).toEqual([]);
  expect(await matters('exchange.inbox.read', department, 'all')).toEqual([]);
});

it('shows who answers for keys the bodies that lack one, or soon will', async () => {
  expect(await matters('exchange.key.read', department, 'all')).toEqual([]);
  const [ending, ended, revoked, elsewhere] = counties;
  const change = (owner: string, set: string): Promise<unknown> =>
    rooms.source.query(`update body_key set ${set} where owner = $1 and use = 'signature'`, [owner]);
  await change(ending!, `valid_until = '2026-12-10'`);
  await change(ended!, `valid_until = '2026-11-10'`);
  await change(revoked!, `revoked_at = '2026-11-12'`);
  await rooms.source.query(`delete from body_key where owner = $1`, [elsewhere]);
  await rooms.source.query('insert into body_node values ($1, $2)', [elsewhere, 'prefecture-652100']);
  await rooms.source.query(`insert into org_copy (id, name, kind) values ($1, '新渠管理处', 'subordinate_unit')`, [newId()]);
  const titles = (await matters('exchange.key.read', department, 'all')).map(({ title }) => title);
  expect(titles.slice(0, 2).sort()).toEqual(['新渠管理处还没有加密密钥', '新渠管理处还没有签名密钥']);
  expect(titles.slice(2)).toEqual([
    '丙渠县水利局的签名密钥已撤销，还没有换新的',
    '甲泉县水利局的签名密钥即将到期，还没有下一枚',
    '乙溪县水利局的签名密钥已到期，还没有换新的',
  ]);
  expect((await matters('exchange.key.read', ended!)).map(({ title }) => title)).toEqual(['乙溪县水利局的签名密钥已到期，还没有换新的']);
  // the next key is there: nobody has to do anything
  await rooms.keys.run(now);
  expect((await matters('exchange.key.read', ending!)).map(({ title }) => title)).toEqual([]);
});

it('shows dead letters to who may read them', async () => {
  await rooms.source.query(
    `insert into dead_letter (event_id, producer, subject, aggregate, aggregate_id, sequence, envelope, state)
     select gen_random_uuid(), 'identity', '', 'org', n::text, 1, '{}', case when n < 3 then 'dead' else 'trying' end from generate_series(1, 3) n`,
  );
  expect((await matters('exchange.dead_letter.read', department)).map(({ title }) => title)).toEqual([
    '来自 identity 的 2 条消息没有处理成功，后面的在等它',
  ]);
  expect((await matters('exchange.dispatch.read', counties[0]!)).map(({ kind }) => kind)).toEqual([]);
});

it('names another node that is silent while letters wait for it, and one for which letters are parked, to who may see the nodes', async () => {
  await rooms.source.query(
    `insert into body_key (key_id, owner, use, public_key, fingerprint, valid_from, root) values ('root-east', 'node:east', 'signature', '04', '00', $1, true)`,
    [began],
  );
  await rooms.source.query(
    `insert into peer (node_id, name, link, root_key_id, versions, joined_at, heard_at) values ('east', '东原节点', 'nats', 'root-east', '{1}', $1, $1)`,
    [began],
  );
  expect(await matters('exchange.peer.read', department)).toEqual([]);
  const write = (state: string): Promise<unknown> =>
    rooms.source.query(`insert into letter (id, delivery_id, node_id, kind, state) values ($1, $2, 'east', 'urge', $3)`, [
      ...[newId(), newId(), state],
    ]);
  await write('waiting');
  expect(await matters('exchange.peer.read', department)).toMatchObject([{ kind: 'peer', since: began.toISOString() }]);
  expect(await matters('exchange.inbox.read', department)).toEqual([]);
  await rooms.source.query(`update peer set heard_at = $1`, [now]);
  expect(await matters('exchange.peer.read', department)).toEqual([]);
  await write('parked');
  expect(await matters('exchange.peer.read', department)).toMatchObject([{ kind: 'peer' }]);
  await rooms.source.query('delete from letter');
});
