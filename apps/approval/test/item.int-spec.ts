import { OrgChanged } from '@karez/contracts-identity';
import { itemApi } from '@karez/contracts-approval';
import type { EventEnvelope, Permission } from '@karez/contracts-kernel';
import { newId } from '@karez/kernel';
import { OrgCopy } from '@karez/service';
import { type Caller, ApprovalUnderTest } from './approval-under-test.js';

const permissions: Permission[] = ['approval.item.read', 'approval.item.write'];
let approval: ApprovalUnderTest;
let clerk: Caller;
beforeAll(async () => {
  approval = await ApprovalUnderTest.start();
  clerk = await approval.caller({ permissions });
}, 60_000);
afterAll(() => approval.stop());

const registered = (name: string, as: Caller) => approval.call(itemApi.registerItem, { name }, { as });

it('registers, shows and closes, with its events and its audit record in the same transaction', async () => {
  const { id, acts } = await registered('一号', clerk);
  expect(acts).toEqual(['close']);
  const closed = await approval.call(itemApi.closeItem, { itemId: id, reason: '停用' }, { as: clerk });
  expect(closed).toMatchObject({ id, state: 'closed', closedReason: '停用', acts: [] });
  expect(await approval.call(itemApi.getItem, { itemId: id }, { as: clerk })).toEqual(closed);
  const events = await approval.database.query<{ subject: string }[]>(
    'select subject from outbox where aggregate_id = $1 order by sequence',
    [id],
  );
  expect(events.map(({ subject }) => subject)).toEqual(['evt.approval.item-registered.v1', 'evt.approval.item-closed.v1']);
  const audits = `select 1 from outbox where aggregate = 'act' and envelope->'data'->'targets' ->> 0 = $1`;
  expect(await approval.database.query(audits, [`item/${id}`])).toHaveLength(2);
});

it('does a repeated command once', async () => {
  const commandId = newId();
  const first = await approval.call(itemApi.registerItem, { name: '重复' }, { as: clerk, commandId });
  expect(await approval.call(itemApi.registerItem, { name: '重复' }, { as: clerk, commandId })).toEqual(first);
  expect(await approval.database.query(`select 1 from item where name = '重复'`)).toHaveLength(1);
});

it('lists page by page what belongs to the caller’s body, and nothing else', async () => {
  const other = await approval.caller({ permissions });
  for (const name of ['甲', '乙', '丙']) await registered(name, other);
  const { items, next } = await approval.call(itemApi.listItems, { limit: 2, sort: 'name' }, { as: other });
  const rest = await approval.call(itemApi.listItems, { limit: 2, sort: 'name', after: next! }, { as: other });
  expect([...items, ...rest.items].map(({ name }) => name).sort()).toEqual(['甲', '乙', '丙'].sort());
  expect(rest.next).toBeUndefined();
});

it('reaches the bodies below once identity has told of them', async () => {
  const [above, below] = [newId(), newId()];
  const theirs = await registered('下级', await approval.caller({ permissions }, below));
  const head = await approval.caller({ permissions, scope: 'unit_and_below' }, above);
  const look = () => approval.call(itemApi.getItem, { itemId: theirs.id }, { as: head });
  await expect(look()).rejects.toMatchObject({ code: 'not_found' });
  const told = { data: new OrgChanged(below, '下级机构', 'office', null, above, null) } as EventEnvelope<OrgChanged>;
  await approval.database.transaction((manager) => approval.service.app.get(OrgCopy).keep(told, { manager }));
  expect(await look()).toEqual(theirs);
});

describe('access', () => {
  let itemId: string;
  beforeAll(async () => {
    itemId = (await registered('权限', clerk)).id;
  });
  const calls: [string, (as: Caller) => Promise<object>][] = [
    ['listItems', (as) => approval.call(itemApi.listItems, {}, { as })],
    ['getItem', (as) => approval.call(itemApi.getItem, { itemId }, { as })],
    ['registerItem', (as) => registered('越权', as)],
    ['closeItem', (as) => approval.call(itemApi.closeItem, { itemId, reason: '越权' }, { as })],
  ];

  it.each(calls)('%s refuses a caller without the permission', async (_name, call) => {
    await expect(call(await approval.caller())).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  it.each(calls.filter(([name]) => /^(get|close)/.test(name)))('%s knows nothing of another body’s item', async (_name, call) => {
    await expect(call(await approval.caller({ permissions }))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('registers nothing for a body that the grant does not reach', async () => {
    const stranger = await approval.caller({ permissions, orgIds: [newId()] });
    await expect(registered('越权', stranger)).rejects.toMatchObject({ code: 'auth.out_of_scope' });
  });
});
