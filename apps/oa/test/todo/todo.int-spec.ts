import { jest } from '@jest/globals';
import { CaseTaskChanged, type TaskFact } from '@karez/contracts-approval';
import { CustodyMoved } from '@karez/contracts-exchange';
import { type ListTodos, oaApi, TodoChanged } from '@karez/contracts-oa';
import { EditionMoved, LetterMoved } from '@karez/contracts-portal';
import { newId } from '@karez/kernel';
import { DeskUnderTest, type Worker } from './desk-under-test.js';

jest.setTimeout(60_000);
let desk: DeskUnderTest;
let office: string;
let other: string;
let handler: Worker;
let supervisor: Worker;
beforeAll(async () => {
  desk = await DeskUnderTest.open();
  [office, other] = [await desk.body('办公室'), await desk.body('河湖处')];
  handler = await desk.worker('石守闸', office, ['oa.supervision.handle']);
  supervisor = await desk.worker('泉映月', other, ['oa.supervision.write']);
}, 60_000);
afterAll(() => desk.oa.stop());
beforeEach(() => desk.oa.database.query('delete from todo'));

const list = (as: Worker, request: ListTodos = {}) => desk.oa.call(oaApi.listTodos, request, { as });
const titles = async (as: Worker, request?: ListTodos) => (await list(as, request)).items.map(({ title }) => title);
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);

describe('what lies on whose desk', () => {
  it('is what a person is asked, and what the body is asked whose permission the caller holds, and nothing else', async () => {
    await desk.ask(supervisor, { title: '给石守闸', personId: handler.id });
    await desk.ask(supervisor, { title: '给办公室办理', orgId: office });
    await desk.ask(supervisor, { title: '给办公室立项', orgId: office, step: 'establish' });
    await desk.ask(supervisor, { title: '给河湖处办理', orgId: other });
    expect(await titles(handler)).toEqual(['给石守闸', '给办公室办理']);
    expect(await titles(handler, { holder: 'org' })).toEqual(['给办公室办理']);
    expect(await titles(handler, { holder: 'person' })).toEqual(['给石守闸']);
    const elsewhere = await desk.worker('渠小满', other, ['oa.supervision.handle']);
    expect(await titles(elsewhere)).toEqual(['给河湖处办理']);
  });

  it('is refused to who may not open a to-do list at all', async () => {
    const nobody = await desk.oa.caller({ permissions: ['oa.notice.read'] }, office);
    const as = { as: nobody };
    for (const refused of [
      ...[desk.oa.call(oaApi.listTodos, {}, as), desk.oa.call(oaApi.countTodos, {}, as), desk.oa.call(oaApi.listDone, {}, as)],
      ...[desk.oa.call(oaApi.listSentTodos, {}, as), desk.oa.call(oaApi.urgeTodo, { todoId: newId() }, as)],
    ])
      await expect(refused).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  it('shows the work of every office below to nobody whose grant only reaches there', async () => {
    const leader = await desk.oa.caller({ permissions: ['oa.todo.read', 'oa.supervision.handle'], scope: 'all' }, other);
    await desk.ask(supervisor, { title: '给办公室办理', orgId: office });
    await desk.ask(supervisor, { title: '给河湖处办理', orgId: other });
    const { items } = await desk.oa.call(oaApi.listTodos, {}, { as: leader });
    expect(items.map(({ title }) => title)).toEqual(['给河湖处办理']);
  });
});

it('comes in order of what is due, what has no term last, page after page; or the newest first', async () => {
  await desk.ask(supervisor, { title: '无时限', personId: handler.id }, inHours(-3));
  await desk.ask(supervisor, { title: '下周', personId: handler.id, dueAt: inHours(200) }, inHours(-2));
  await desk.ask(supervisor, { title: '逾期', orgId: office, dueAt: inHours(-50) }, inHours(-1));
  const first = await list(handler, { limit: 2 });
  expect(first.items.map(({ title }) => title)).toEqual(['逾期', '下周']);
  expect(await titles(handler, { limit: 2, after: first.next! })).toEqual(['无时限']);
  expect(await titles(handler, { sort: '-opened' })).toEqual(['逾期', '下周', '无时限']);
  expect(await titles(handler, { q: '下' })).toEqual(['下周']);
  expect(await titles(handler, { q: '%' })).toEqual([]);
});

it('counts kinds and lamps so that either adds up to the total', async () => {
  await desk.ask(supervisor, { personId: handler.id, dueAt: inHours(-1) });
  await desk.ask(supervisor, { personId: handler.id, dueAt: inHours(0.5), kind: 'meeting' });
  await desk.ask(supervisor, { personId: handler.id, dueAt: inHours(24 * 30) });
  await desk.ask(supervisor, { orgId: office });
  const { total, more, cells } = await desk.oa.call(oaApi.countTodos, {}, { as: handler });
  expect([total, more]).toEqual([4, false]);
  const sum = (by: 'kind' | 'lamp') =>
    Object.fromEntries([...new Set(cells.map((cell) => cell[by]))].map((key) => [key, cells.filter((cell) => cell[by] === key).length]));
  expect(sum('lamp')).toEqual({ red: 1, yellow: 1, green: 1, none: 1 });
  expect(cells.filter(({ kind }) => kind === 'meeting')).toEqual([{ kind: 'meeting', lamp: 'yellow', count: 1 }]);
  for (const lamp of ['red', 'yellow', 'green', 'none'] as const) expect((await list(handler, { lamp })).items).toHaveLength(1);
});

it('failure 17: nothing is overdue before it is due, and what is overdue says so without a setting', async () => {
  await desk.ask(supervisor, { title: '一分钟后到期', personId: handler.id, dueAt: inHours(1 / 60) });
  await desk.ask(supervisor, { title: '刚刚到期', personId: handler.id, dueAt: new Date(Date.now() - 1) });
  const lamps = (await list(handler)).items.map(({ title, lamp }) => [title, lamp]);
  expect(lamps).toEqual([
    ['刚刚到期', 'red'],
    ['一分钟后到期', 'yellow'],
  ]);
});

describe('done', () => {
  it('lists what the caller did, with whether it was late, and not what another did', async () => {
    const { subjectId } = await desk.ask(supervisor, { title: '办晚了', personId: handler.id, dueAt: inHours(-1) });
    await desk.end(handler, subjectId);
    expect(await titles(handler)).toEqual([]);
    const { items } = await desk.oa.call(oaApi.listDone, {}, { as: handler });
    expect(items).toMatchObject([{ title: '办晚了', late: true, doneByName: '石守闸' }]);
    expect((await desk.oa.call(oaApi.listDone, {}, { as: supervisor })).items).toEqual([]);
  });
});

describe('failure 8: 催办', () => {
  it('reaches everybody who has the subject open, a body too, as often as it is asked, and shows on their rows', async () => {
    const colleague = await desk.worker('闸联通', office);
    const { id, subjectId } = await desk.ask(supervisor, { personId: handler.id, step: 'countersign' });
    await desk.ask(supervisor, { subjectId, personId: colleague.id, step: 'countersign' });
    await desk.ask(supervisor, { subjectId, orgId: office, step: 'handle' });
    expect(await desk.oa.call(oaApi.urgeTodo, { todoId: id }, { as: supervisor })).toEqual({ reached: 3 });
    expect(await desk.oa.call(oaApi.urgeTodo, { todoId: id }, { as: supervisor })).toEqual({ reached: 3 });
    expect((await list(handler)).items.map(({ urged }) => urged)).toEqual([2, 2]);
    expect((await list(colleague)).items.map(({ urged }) => urged)).toEqual([2]);
  });

  it('tells all of them once for an act, however many there are', async () => {
    const { id, subjectId } = await desk.ask(supervisor, { personId: handler.id });
    await desk.ask(supervisor, { subjectId, orgId: office });
    await desk.oa.database.query('delete from outbox where subject = $1', [TodoChanged.subject]);
    await desk.oa.call(oaApi.urgeTodo, { todoId: id }, { as: supervisor });
    const told = await desk.oa.database.query<{ envelope: { audience: object } }[]>('select envelope from outbox where subject = $1', [
      TodoChanged.subject,
    ]);
    expect(told.map(({ envelope }) => envelope.audience)).toEqual([{ personIds: [handler.id], orgIds: [office] }]);
  });

  it('is for the sender and for who answers for the body, of what is open and handled here', async () => {
    const { id, subjectId } = await desk.ask(supervisor, { personId: handler.id });
    const urge = (as: Worker, todoId = id) => desk.oa.call(oaApi.urgeTodo, { todoId }, { as });
    await expect(urge(handler)).rejects.toMatchObject({ code: 'not_found' });
    await expect(urge(await desk.worker('镜观澜', other, ['oa.todo.statistics']))).rejects.toMatchObject({ code: 'not_found' });
    expect(await urge(await desk.worker('江管渠', office, ['oa.todo.statistics']))).toEqual({ reached: 1 });
    const foreign = await desk.ask(supervisor, { service: 'approval', kind: 'approval', personId: handler.id });
    await expect(urge(supervisor, foreign.id)).rejects.toMatchObject({ code: 'oa.todo.urged_elsewhere' });
    await desk.end(handler, subjectId);
    await expect(urge(supervisor)).rejects.toMatchObject({ code: 'oa.todo.not_urgeable' });
  });

  it('finds what was sent to others and not done, with who has it', async () => {
    await desk.ask(supervisor, { title: '给人', personId: handler.id });
    await desk.ask(supervisor, { title: '给单位', orgId: office });
    const { items } = await desk.oa.call(oaApi.listSentTodos, {}, { as: supervisor });
    expect(items.map(({ title, holderName, acts }) => [title, holderName, acts])).toEqual([
      ['给单位', '办公室', ['urge']],
      ['给人', '石守闸', ['urge']],
    ]);
    expect((await desk.oa.call(oaApi.listSentTodos, {}, { as: handler })).items).toEqual([]);
  });
});

describe('work of other services', () => {
  it('an approval task lies with the body, then with who claimed it, and ends there', async () => {
    const reviewer = await desk.worker('审小渠', office, ['approval.task.work']);
    const [caseId, taskId] = [newId(), newId()];
    let sequence = 0;
    const task = (fact: Partial<TaskFact>) =>
      desk.hear(
        new CaseTaskChanged(caseId, taskId, {
          title: '审查：取水许可',
          state: 'pending',
          orgId: office,
          personId: null,
          dueAt: null,
          ...fact,
        }),
        { producer: 'approval', aggregateId: caseId, sequence: (sequence += 1) },
      );
    await task({});
    expect((await list(reviewer)).items).toMatchObject([{ act: '认领', orgName: '办公室', href: `/approval/cases/${caseId}` }]);
    await task({ state: 'claimed', personId: reviewer.id });
    expect((await list(reviewer)).items.map(({ act, orgName }) => [act, orgName])).toEqual([['办理', undefined]]);
    await task({ state: 'done', personId: reviewer.id });
    expect(await titles(reviewer)).toEqual([]);
    expect((await desk.oa.call(oaApi.listDone, {}, { as: reviewer })).items).toMatchObject([{ title: '审查：取水许可' }]);
  });

  it('a delivery is to be signed for from its arrival until somebody decides, and shows how often it was urged', async () => {
    const clerk = await desk.worker('文书', office, ['exchange.inbox.decide']);
    const deliveryId = newId();
    const moved = (state: string, kind: string) => {
      const delivery = { title: '关于冬灌的通知', senderName: '水利局', urgency: 'extra_urgent', dueAt: inHours(5).toISOString() };
      return desk.hear(new CustodyMoved(deliveryId, office, state, kind, delivery), { producer: 'exchange', aggregateId: deliveryId });
    };
    await moved('delivered', 'delivered');
    await moved('delivered', 'seen');
    await moved('delivered', 'urged');
    expect((await list(clerk)).items).toMatchObject([{ act: '签收', urgency: 'extra_urgent', urged: 1, fromName: '水利局' }]);
    await moved('signed_for', 'signed_for');
    expect(await titles(clerk)).toEqual([]);
  });

  it('a letter goes from the desk to the unit and back, an edition to each body that reviews it', async () => {
    const approver = await desk.worker('信访', office, ['portal.letter.approve', 'portal.article.review']);
    const writer = await desk.worker('承办', other, ['portal.letter.handle']);
    const letterId = newId();
    const letter = { subject: '咨询取水证', deskId: office, dueAt: inHours(80).toISOString() };
    const moved = (state: 'received' | 'routed' | 'drafted' | 'answered', orgId: string) =>
      desk.hear(new LetterMoved(letterId, newId(), orgId, state, [], letter), { producer: 'portal', aggregateId: letterId });
    await moved('received', office);
    expect((await list(approver)).items).toMatchObject([{ act: '转办' }]);
    await moved('routed', other);
    expect([await titles(approver), await titles(writer)]).toEqual([[], ['咨询取水证']]);
    await moved('drafted', other);
    expect([await titles(approver), await titles(writer)]).toEqual([['咨询取水证'], []]);
    await moved('answered', other);
    expect(await titles(approver)).toEqual([]);
    const editionId = newId();
    const edition = (state: 'in_review' | 'approved', waitsFor: string | null) =>
      desk.hear(new EditionMoved(editionId, newId(), state, '稿', waitsFor), { producer: 'portal', aggregateId: editionId });
    await edition('in_review', other);
    await edition('in_review', office);
    expect(await titles(approver)).toEqual(['稿']);
    await edition('approved', null);
    expect(await titles(approver)).toEqual([]);
  });
});
