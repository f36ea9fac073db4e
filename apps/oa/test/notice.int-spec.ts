import { OrgChanged } from '@karez/contracts-identity';
import { noticeApi } from '@karez/contracts-oa';
import type { EventEnvelope, Permission } from '@karez/contracts-kernel';
import { newId } from '@karez/kernel';
import { OrgCopy } from '@karez/service';
import { type Caller, OaUnderTest } from './oa-under-test.js';

const permissions: Permission[] = ['oa.notice.read', 'oa.notice.write'];
let oa: OaUnderTest;
let clerk: Caller;
beforeAll(async () => {
  oa = await OaUnderTest.start();
  clerk = await oa.caller({ permissions });
}, 60_000);
afterAll(() => oa.stop());

const registered = (name: string, as: Caller) => oa.call(noticeApi.registerNotice, { name }, { as });

it('registers, shows and closes, with its events and its audit record in the same transaction', async () => {
  const { id, acts } = await registered('一号', clerk);
  expect(acts).toEqual(['close']);
  const closed = await oa.call(noticeApi.closeNotice, { noticeId: id, reason: '停用' }, { as: clerk });
  expect(closed).toMatchObject({ id, state: 'closed', closedReason: '停用', acts: [] });
  expect(await oa.call(noticeApi.getNotice, { noticeId: id }, { as: clerk })).toEqual(closed);
  const events = await oa.database.query<{ subject: string }[]>('select subject from outbox where aggregate_id = $1 order by sequence', [
    id,
  ]);
  expect(events.map(({ subject }) => subject)).toEqual(['evt.oa.notice-registered.v1', 'evt.oa.notice-closed.v1']);
  const audits = `select 1 from outbox where aggregate = 'act' and envelope->'data'->'targets' ->> 0 = $1`;
  expect(await oa.database.query(audits, [`notice/${id}`])).toHaveLength(2);
});

it('does a repeated command once', async () => {
  const commandId = newId();
  const first = await oa.call(noticeApi.registerNotice, { name: '重复' }, { as: clerk, commandId });
  expect(await oa.call(noticeApi.registerNotice, { name: '重复' }, { as: clerk, commandId })).toEqual(first);
  expect(await oa.database.query(`select 1 from notice where name = '重复'`)).toHaveLength(1);
});

it('lists page by page what belongs to the caller’s body, and nothing else', async () => {
  const other = await oa.caller({ permissions });
  for (const name of ['甲', '乙', '丙']) await registered(name, other);
  const { items, next } = await oa.call(noticeApi.listNotices, { limit: 2, sort: 'name' }, { as: other });
  const rest = await oa.call(noticeApi.listNotices, { limit: 2, sort: 'name', after: next! }, { as: other });
  expect([...items, ...rest.items].map(({ name }) => name).sort()).toEqual(['甲', '乙', '丙'].sort());
  expect(rest.next).toBeUndefined();
});

it('reaches the bodies below once identity has told of them', async () => {
  const [above, below] = [newId(), newId()];
  const theirs = await registered('下级', await oa.caller({ permissions }, below));
  const head = await oa.caller({ permissions, scope: 'unit_and_below' }, above);
  const look = () => oa.call(noticeApi.getNotice, { noticeId: theirs.id }, { as: head });
  await expect(look()).rejects.toMatchObject({ code: 'not_found' });
  const told = { data: new OrgChanged(below, '下级机构', 'office', null, above, null) } as EventEnvelope<OrgChanged>;
  await oa.database.transaction((manager) => oa.service.app.get(OrgCopy).keep(told, { manager }));
  expect(await look()).toEqual(theirs);
});

describe('access', () => {
  let noticeId: string;
  beforeAll(async () => {
    noticeId = (await registered('权限', clerk)).id;
  });
  const calls: [string, (as: Caller) => Promise<object>][] = [
    ['listNotices', (as) => oa.call(noticeApi.listNotices, {}, { as })],
    ['getNotice', (as) => oa.call(noticeApi.getNotice, { noticeId }, { as })],
    ['registerNotice', (as) => registered('越权', as)],
    ['closeNotice', (as) => oa.call(noticeApi.closeNotice, { noticeId, reason: '越权' }, { as })],
  ];

  it.each(calls)('%s refuses a caller without the permission', async (_name, call) => {
    await expect(call(await oa.caller())).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  it.each(calls.filter(([name]) => /^(get|close)/.test(name)))('%s knows nothing of another body’s notice', async (_name, call) => {
    await expect(call(await oa.caller({ permissions }))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('registers nothing for a body that the grant does not reach', async () => {
    const stranger = await oa.caller({ permissions, orgIds: [newId()] });
    await expect(registered('越权', stranger)).rejects.toMatchObject({ code: 'auth.out_of_scope' });
  });
});
