import { jest } from '@jest/globals';
import { type HandoverPart, oaApi } from '@karez/contracts-oa';
import { newId } from '@karez/kernel';
import { DeskUnderTest, type Worker } from './desk-under-test.js';

jest.setTimeout(60_000);
let desk: DeskUnderTest;
let [office, other]: string[] = [];
let [leaver, heir, second, manager]: Worker[] = [];
beforeAll(async () => {
  desk = await DeskUnderTest.open();
  [office, other] = [await desk.body('办公室'), await desk.body('河湖处')];
  [leaver, heir, second] = [await desk.worker('甲离任', office), await desk.worker('乙接任', office), await desk.worker('丙接任', office)];
  manager = await desk.worker('主任', office, ['oa.handover.write', 'oa.todo.statistics']);
}, 60_000);
afterAll(() => desk.oa.stop());
beforeEach(async () => {
  await desk.oa.database.query('delete from todo');
  await desk.person(leaver!.id, leaver!.name, office!);
});

const handOver = (parts: HandoverPart[], fromId = leaver!.id, as = manager!) =>
  desk.oa.call(oaApi.handOver, { fromId, parts, reason: '调离' }, { as });
const titles = async (as: Worker) => (await desk.oa.call(oaApi.listTodos, {}, { as })).items.map(({ title }) => title);
const all = (to: Worker): HandoverPart[] => [{ toId: to.id, kinds: [] }];

it('moves all open work to one person, and keeps who got what', async () => {
  await desk.ask(manager!, { title: '公文', kind: 'outgoing', personId: leaver!.id });
  await desk.ask(manager!, { title: '督办', personId: leaver!.id });
  expect(await handOver(all(heir!))).toMatchObject({ fromName: '甲离任', byName: '主任', shares: [{ toName: '乙接任', moved: 2 }] });
  expect([await titles(leaver!), (await titles(heir!)).sort()]).toEqual([[], ['公文', '督办']]);
  expect((await desk.oa.call(oaApi.listHandovers, {}, { as: manager! })).items[0]).toMatchObject({ reason: '调离' });
  await expect(desk.oa.database.query(`update handover set reason = ''`)).rejects.toThrow('never changed');
});

it('splits it by kind, and a step that the successor has already is one thing to do', async () => {
  const { subjectId } = await desk.ask(manager!, { title: '公文', kind: 'outgoing', personId: leaver!.id });
  await desk.ask(manager!, { title: '公文', kind: 'outgoing', subjectId, personId: heir!.id });
  await desk.ask(manager!, { title: '督办', personId: leaver!.id });
  await handOver([{ toId: heir!.id, kinds: ['outgoing'] }, ...all(second!)]);
  expect([await titles(heir!), await titles(second!), await titles(leaver!)]).toEqual([['公文'], ['督办'], []]);
});

it('takes the turn of a document along, so that the successor can act on it', async () => {
  const { subjectId } = await desk.ask(manager!, { title: '公文', kind: 'outgoing', step: 'reviewing', personId: leaver!.id });
  await desk.oa.database.query(
    `insert into handling_step (id, subject_id, phase, person_id, org_id, name, org_name, state, sent_by, sent_by_name, opened_at)
     values ($1, $2, 'reviewing', $3, $4, '甲离任', '办公室', 'open', $5, '主任', now())`,
    [newId(), subjectId, leaver!.id, office, manager!.id],
  );
  await handOver(all(heir!));
  const steps = await desk.oa.database.query<object[]>('select name, person_id, state from handling_step where subject_id = $1', [
    subjectId,
  ]);
  expect(steps).toEqual([{ name: '乙接任', person_id: heir!.id, state: 'open' }]);
});

it('shows the work of a disabled person to the office manager until it is handed over', async () => {
  await desk.ask(manager!, { personId: leaver!.id });
  await desk.ask(manager!, { service: 'approval', kind: 'approval', personId: leaver!.id });
  const stranded = () => desk.oa.call(oaApi.getStrandedWork, {}, { as: manager! });
  expect(await stranded()).toEqual({ people: [] });
  await desk.person(leaver!.id, leaver!.name, office!, 'disabled');
  expect((await stranded()).people).toMatchObject([{ name: '甲离任', open: [{ kind: 'supervision', count: 1 }], elsewhere: 1 }]);
  await handOver(all(heir!));
  expect((await stranded()).people).toMatchObject([{ open: [], elsewhere: 1 }]);
});

it('is refused where nothing is open, to the same person, to two for one kind, with a rest, to who has left', async () => {
  await expect(handOver(all(heir!))).rejects.toMatchObject({ code: 'oa.handover.nothing', params: { name: '甲离任' } });
  await desk.ask(manager!, { personId: leaver!.id });
  await expect(handOver(all(leaver!))).rejects.toMatchObject({ code: 'oa.handover.to_self' });
  const [a, b]: HandoverPart[] = [
    { toId: heir!.id, kinds: ['supervision'] },
    { toId: second!.id, kinds: ['supervision'] },
  ];
  await expect(handOver([a!, b!])).rejects.toMatchObject({ code: 'oa.handover.kind_twice', params: { kind: '督办' } });
  await expect(handOver([{ toId: heir!.id, kinds: ['outgoing'] }])).rejects.toMatchObject({ code: 'oa.handover.left_over' });
  await expect(handOver([{ toId: newId(), kinds: [] }])).rejects.toMatchObject({ code: 'oa.person.not_there' });
  expect(await titles(leaver!)).toHaveLength(1);
});

it('is done by nobody without the permission, and for nobody of another body', async () => {
  await desk.ask(manager!, { personId: leaver!.id });
  const as = { as: heir! };
  for (const refused of [
    ...[desk.oa.call(oaApi.getStrandedWork, {}, as), desk.oa.call(oaApi.getLeaver, { personId: leaver!.id }, as)],
    ...[desk.oa.call(oaApi.listHandovers, {}, as), handOver(all(second!), leaver!.id, heir)],
    desk.oa.call(oaApi.getCycleTimes, { from: '2026-01-01', to: '2026-01-02' }, as),
  ])
    await expect(refused).rejects.toMatchObject({ code: 'auth.forbidden' });
  const elsewhere = await desk.worker('邻处', other!, ['oa.handover.write']);
  await expect(handOver(all(heir!), leaver!.id, elsewhere)).rejects.toMatchObject({ code: 'not_found' });
  await expect(desk.oa.call(oaApi.getLeaver, { personId: leaver!.id }, { as: elsewhere })).rejects.toMatchObject({ code: 'not_found' });
  expect((await desk.oa.call(oaApi.listHandovers, {}, { as: elsewhere })).items).toEqual([]);
});

describe('cycle times', () => {
  it('are office hours from opening to done, with the share that was late, of bodies in reach only', async () => {
    const at = (time: string) => new Date(`2026-11-${time}+08:00`);
    const done = async (opened: string, ended: string, due: string | null, holder: Worker) => {
      const { id } = await desk.ask(manager!, { personId: holder.id, ...(due && { dueAt: at(due) }) }, at(opened));
      await desk.oa.database.query(`update todo set state = 'done', ended_at = $2, done_by = person_id where id = $1`, [id, at(ended)]);
    };
    // Tuesday to Wednesday, winter hours: eight a day
    await done('24T10:00', '24T12:00', '24T19:30', leaver!);
    await done('24T10:00', '25T12:00', '24T19:30', heir!);
    await done('24T10:00', '24T14:00', null, heir!);
    await done('24T10:00', '24T11:00', null, await desk.worker('邻人', other!));
    const times = await desk.oa.call(oaApi.getCycleTimes, { from: '2026-11-24', to: '2026-11-25' }, { as: manager! });
    expect(times.total).toEqual({ count: 3, medianHours: 4, p90Hours: 10, overdueShare: 0.5 });
    expect(times.byBody).toMatchObject([{ orgName: '办公室', count: 3 }]);
    expect(times.byKind).toMatchObject([{ kind: 'supervision', count: 3 }]);
    const none = await desk.oa.call(oaApi.getCycleTimes, { from: '2026-01-01', to: '2026-01-02' }, { as: manager! });
    expect(none).toEqual({ from: '2026-01-01', to: '2026-01-02', read: 0, byKind: [], byBody: [] });
  });

  it.each([
    ['2026-02-02', '2026-02-01'],
    ['2024-01-01', '2026-02-01'],
  ])('of %s to %s are refused', async (from, to) => {
    await expect(desk.oa.call(oaApi.getCycleTimes, { from, to }, { as: manager! })).rejects.toMatchObject({ code: 'oa.todo.period' });
  });
});
