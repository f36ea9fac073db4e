import { OrgChanged } from '@karez/contracts-identity';
import { articleApi } from '@karez/contracts-portal';
import type { EventEnvelope, Permission } from '@karez/contracts-kernel';
import { newId } from '@karez/kernel';
import { OrgCopy } from '@karez/service';
import { type Caller, PortalUnderTest } from './portal-under-test.js';

const permissions: Permission[] = ['portal.article.read', 'portal.article.write'];
let portal: PortalUnderTest;
let clerk: Caller;
beforeAll(async () => {
  portal = await PortalUnderTest.start();
  clerk = await portal.caller({ permissions });
}, 60_000);
afterAll(() => portal.stop());

const registered = (name: string, as: Caller) => portal.call(articleApi.registerArticle, { name }, { as });

it('registers, shows and closes, with its events and its audit record in the same transaction', async () => {
  const { id, acts } = await registered('一号', clerk);
  expect(acts).toEqual(['close']);
  const closed = await portal.call(articleApi.closeArticle, { articleId: id, reason: '停用' }, { as: clerk });
  expect(closed).toMatchObject({ id, state: 'closed', closedReason: '停用', acts: [] });
  expect(await portal.call(articleApi.getArticle, { articleId: id }, { as: clerk })).toEqual(closed);
  const events = await portal.database.query<{ subject: string }[]>(
    'select subject from outbox where aggregate_id = $1 order by sequence',
    [id],
  );
  expect(events.map(({ subject }) => subject)).toEqual(['evt.portal.article-registered.v1', 'evt.portal.article-closed.v1']);
  const audits = `select 1 from outbox where aggregate = 'act' and envelope->'data'->'targets' ->> 0 = $1`;
  expect(await portal.database.query(audits, [`article/${id}`])).toHaveLength(2);
});

it('does a repeated command once', async () => {
  const commandId = newId();
  const first = await portal.call(articleApi.registerArticle, { name: '重复' }, { as: clerk, commandId });
  expect(await portal.call(articleApi.registerArticle, { name: '重复' }, { as: clerk, commandId })).toEqual(first);
  expect(await portal.database.query(`select 1 from article where name = '重复'`)).toHaveLength(1);
});

it('lists page by page what belongs to the caller’s body, and nothing else', async () => {
  const other = await portal.caller({ permissions });
  for (const name of ['甲', '乙', '丙']) await registered(name, other);
  const { items, next } = await portal.call(articleApi.listArticles, { limit: 2, sort: 'name' }, { as: other });
  const rest = await portal.call(articleApi.listArticles, { limit: 2, sort: 'name', after: next! }, { as: other });
  expect([...items, ...rest.items].map(({ name }) => name).sort()).toEqual(['甲', '乙', '丙'].sort());
  expect(rest.next).toBeUndefined();
});

it('reaches the bodies below once identity has told of them', async () => {
  const [above, below] = [newId(), newId()];
  const theirs = await registered('下级', await portal.caller({ permissions }, below));
  const head = await portal.caller({ permissions, scope: 'unit_and_below' }, above);
  const look = () => portal.call(articleApi.getArticle, { articleId: theirs.id }, { as: head });
  await expect(look()).rejects.toMatchObject({ code: 'not_found' });
  const told = { data: new OrgChanged(below, '下级机构', 'office', null, above, null) } as EventEnvelope<OrgChanged>;
  await portal.database.transaction((manager) => portal.service.app.get(OrgCopy).keep(told, { manager }));
  expect(await look()).toEqual(theirs);
});

describe('access', () => {
  let articleId: string;
  beforeAll(async () => {
    articleId = (await registered('权限', clerk)).id;
  });
  const calls: [string, (as: Caller) => Promise<object>][] = [
    ['listArticles', (as) => portal.call(articleApi.listArticles, {}, { as })],
    ['getArticle', (as) => portal.call(articleApi.getArticle, { articleId }, { as })],
    ['registerArticle', (as) => registered('越权', as)],
    ['closeArticle', (as) => portal.call(articleApi.closeArticle, { articleId, reason: '越权' }, { as })],
  ];

  it.each(calls)('%s refuses a caller without the permission', async (_name, call) => {
    await expect(call(await portal.caller())).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  it.each(calls.filter(([name]) => /^(get|close)/.test(name)))('%s knows nothing of another body’s article', async (_name, call) => {
    await expect(call(await portal.caller({ permissions }))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('registers nothing for a body that the grant does not reach', async () => {
    const stranger = await portal.caller({ permissions, orgIds: [newId()] });
    await expect(registered('越权', stranger)).rejects.toMatchObject({ code: 'auth.out_of_scope' });
  });
});
