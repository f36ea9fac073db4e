import { jest } from '@jest/globals';
import { type GrantDelegation, oaApi, type TodoKind } from '@karez/contracts-oa';
import { StandIns } from '../../src/delegation/stand-ins.js';
import { DeskUnderTest, type Worker } from './desk-under-test.js';

jest.setTimeout(60_000);
let desk: DeskUnderTest;
let office: string;
let [away, deputy, third]: Worker[] = [];
beforeAll(async () => {
  desk = await DeskUnderTest.open();
  office = await desk.body('办公室');
  [away, deputy, third] = [await desk.worker('甲出差', office), await desk.worker('乙代办', office), await desk.worker('丙旁观', office)];
}, 60_000);
afterAll(() => desk.oa.stop());
beforeEach(async () => {
  await desk.oa.database.query('delete from todo');
  await desk.oa.database.query('delete from delegation');
});

const hour = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
const grant = (as: Worker, to: Worker, more: Partial<GrantDelegation> = {}) =>
  desk.oa.call(oaApi.grantDelegation, { toId: to.id, kinds: [], from: at(-1), until: at(48), ...more }, { as });
const actingFor = (as: Worker, holder: Worker, kind: TodoKind = 'outgoing', now = new Date()) =>
  desk.act(as, async (tx) => ({ for: (await desk.oa.service.app.get(StandIns).actingFor(tx, holder.id, kind)) ?? null }), now);

describe('failure 14: while somebody is away', () => {
  it('the deputy sees and does the work in the name of both, and it is found again by both', async () => {
    const { subjectId } = await desk.ask(third!, { title: '急件', kind: 'outgoing', personId: away!.id });
    await grant(away!, deputy!);
    const { items } = await desk.oa.call(oaApi.listTodos, {}, { as: deputy! });
    expect(items).toMatchObject([{ title: '急件', forName: '甲出差' }]);
    expect(await actingFor(deputy!, away!)).toEqual({ for: { id: away!.id, name: '甲出差' } });
    await desk.end(deputy!, subjectId, away!.id);
    for (const as of [away!, deputy!])
      expect((await desk.oa.call(oaApi.listDone, {}, { as })).items).toMatchObject([{ title: '急件', doneByName: '甲出差（乙代办代）' }]);
  });

  it('only the kinds that were entrusted are', async () => {
    await desk.ask(third!, { title: '公文', kind: 'outgoing', personId: away!.id });
    await desk.ask(third!, { title: '会议', kind: 'meeting', personId: away!.id });
    await grant(away!, deputy!, { kinds: ['meeting'] });
    const { items } = await desk.oa.call(oaApi.listTodos, {}, { as: deputy! });
    expect(items.map(({ title }) => title)).toEqual(['会议']);
    await expect(actingFor(deputy!, away!, 'outgoing')).rejects.toMatchObject({ code: 'auth.out_of_scope' });
  });

  it('several may stand in for one, each for something else', async () => {
    await grant(away!, deputy!, { kinds: ['meeting'] });
    await grant(away!, third!, { kinds: ['outgoing'] });
    expect(await actingFor(third!, away!, 'outgoing')).toMatchObject({ for: { name: '甲出差' } });
  });
});

it('an ended delegation gives nothing: by time, or because it was taken back', async () => {
  await desk.ask(third!, { personId: away!.id });
  const { id, acts } = await grant(away!, deputy!);
  expect(acts).toEqual(['revoke']);
  await expect(actingFor(deputy!, away!, 'outgoing', new Date(Date.now() + 49 * hour))).rejects.toMatchObject({
    code: 'oa.delegation.ended',
  });
  const revoked = await desk.oa.call(oaApi.revokeDelegation, { delegationId: id }, { as: away! });
  expect(revoked).toMatchObject({ standing: 'revoked', acts: [] });
  expect((await desk.oa.call(oaApi.listTodos, {}, { as: deputy! })).items).toEqual([]);
  await expect(actingFor(deputy!, away!)).rejects.toMatchObject({ code: 'oa.delegation.ended', params: { name: '甲出差' } });
  await expect(actingFor(third!, away!)).rejects.toMatchObject({ code: 'auth.out_of_scope' });
  await expect(desk.oa.call(oaApi.revokeDelegation, { delegationId: id }, { as: away! })).rejects.toMatchObject({
    code: 'state.move_refused',
  });
});

it('is not in force before it begins', async () => {
  expect(await grant(away!, deputy!, { from: at(5) })).toMatchObject({ standing: 'coming' });
  await expect(actingFor(deputy!, away!)).rejects.toMatchObject({ code: 'auth.out_of_scope' });
});

describe('refused are', () => {
  it.each<[string, Partial<GrantDelegation>]>([
    ['the past', { from: at(-5), until: at(-1) }],
    ['an end before the beginning', { from: at(5), until: at(2) }],
    ['more than a year', { from: at(0), until: at(24 * 367) }],
  ])('%s', async (_, more) => {
    await expect(grant(away!, deputy!, more)).rejects.toMatchObject({ code: 'oa.delegation.period' });
  });
  it('oneself, and who does not work there any more', async () => {
    await expect(grant(away!, away!)).rejects.toMatchObject({ code: 'oa.delegation.self' });
    const gone = await desk.worker('丁离职', office);
    await desk.person(gone.id, gone.name, office, 'disabled');
    await expect(grant(away!, gone)).rejects.toMatchObject({ code: 'oa.person.not_there' });
  });
  it('a second one of the same work in the same period', async () => {
    await grant(away!, deputy!, { kinds: ['meeting', 'outgoing'] });
    await expect(grant(away!, third!, { kinds: ['outgoing'] })).rejects.toMatchObject({
      ...{ code: 'oa.delegation.overlaps', params: { kinds: '发文', name: '乙代办' } },
    });
    await expect(grant(away!, third!)).rejects.toMatchObject({ code: 'oa.delegation.overlaps' });
    expect(await grant(away!, third!, { from: at(48), until: at(60) })).toMatchObject({ standing: 'coming' });
  });
  it('a chain, from either end, and a loop', async () => {
    await grant(away!, deputy!);
    await expect(grant(deputy!, third!)).rejects.toMatchObject({ code: 'oa.delegation.chain' });
    await expect(grant(third!, away!)).rejects.toMatchObject({ code: 'oa.delegation.chain' });
    await expect(grant(deputy!, away!)).rejects.toMatchObject({ code: 'oa.delegation.loop' });
  });
  it('one of two that would make a chain, granted at the same moment', async () => {
    const both = await Promise.allSettled([grant(away!, deputy!), grant(deputy!, third!)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

it('is seen by its two sides only, and taken back by who granted it', async () => {
  const { id } = await grant(away!, deputy!);
  const seen = async (as: Worker) =>
    (await desk.oa.call(oaApi.listDelegations, { standing: 'running' }, { as })).items.map((each) => each.id);
  expect([await seen(away!), await seen(deputy!), await seen(third!)]).toEqual([[id], [id], []]);
  await expect(desk.oa.call(oaApi.revokeDelegation, { delegationId: id }, { as: deputy! })).rejects.toMatchObject({ code: 'not_found' });
  const nobody = await desk.oa.caller({ permissions: ['oa.notice.read'] }, office);
  await expect(desk.oa.call(oaApi.listDelegations, {}, { as: nobody })).rejects.toMatchObject({ code: 'auth.forbidden' });
});
