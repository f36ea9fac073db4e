import { caseApi, taskApi, type TaskView } from '@karez/contracts-approval';
import { newId } from '@karez/kernel';
import { ApprovalUnderTest, type Caller } from './approval-under-test.js';
import { Centre } from './centre.js';

let approval: ApprovalUnderTest;
let centre: Centre;
beforeAll(async () => {
  approval = await ApprovalUnderTest.start();
  centre = await Centre.open(approval);
}, 90_000);
afterAll(() => approval.stop());

const complete = (taskId: string, as: Caller, more: object = {}) =>
  approval.call(taskApi.completeTask, { taskId, opinion: 'agree', ...more }, { as });
const to = ({ actor }: Caller) => ({ personId: actor.id, personName: actor.name, reason: '请办理' });

/** A case whose three offices have it now. */
async function atOffices(): Promise<{ caseId: string; water: TaskView; river: TaskView; plan: TaskView }> {
  const { id: caseId } = await centre.accepted();
  const [intake] = await centre.open(caseId);
  const { next } = await complete(intake!.id, centre.window);
  const [water, river, plan] = next;
  return { caseId, water: water!, river: river!, plan: plan! };
}
const water = () => centre.reviewer('水资源管理处');

it('lets one of a hundred completions win, and shows the others who did', async () => {
  const { caseId, water: task } = await atOffices();
  const org = centre.bodies.get('水资源管理处')!;
  const people = await Promise.all(
    Array.from({ length: 100 }, (_, index) => approval.caller({ permissions: ['approval.task.work'] }, org, `审查员${index}`)),
  );
  const answers = await Promise.all(people.map((as) => complete(task.id, as).catch((error: unknown) => error)));
  const won = answers.filter((answer) => !(answer instanceof Error)) as { task: TaskView }[];
  expect(won).toHaveLength(1);
  const winner = won[0]!.task.assigneeName!;
  for (const lost of answers.filter((answer) => answer instanceof Error))
    expect(lost).toMatchObject({ code: 'approval.task.over', params: { state: `${winner}：同意` }, evidence: { by: { name: winner } } });
  const { timeline, tasks } = await centre.view(caseId);
  expect(timeline.filter(({ kind, text }) => kind === 'task_done' && text.includes('水资源管理处'))).toHaveLength(1);
  expect(tasks.filter(({ state }) => state === 'done')).toHaveLength(2);
}, 60_000);

it('waits for all three offices, and goes to the leader then', async () => {
  const { caseId, ...three } = await atOffices();
  await complete(three.water.id, centre.holderOf(three.water));
  await complete(three.river.id, centre.holderOf(three.river), { opinion: 'disagree', text: '占用行洪断面' });
  const { next } = await complete(three.plan.id, centre.holderOf(three.plan));
  expect(next).toMatchObject([{ name: '决定', orgName: '行政审批处', acts: [] }]);
  // the leader sends it back to one office; the others' opinions stand
  const back = await approval.call(
    taskApi.returnTask,
    { taskId: next[0]!.id, toNode: three.river.node, reason: '请复核' },
    { as: centre.leader },
  );
  expect(back.next).toMatchObject([{ name: three.river.name }]);
  const again = await complete(back.next[0]!.id, centre.holderOf(three.river));
  expect(again.next).toMatchObject([{ name: '决定' }]);
  await complete(again.next[0]!.id, centre.leader);
  expect((await centre.view(caseId, centre.leader)).acts).toContainEqual({ act: 'decide' });
});

it('refuses whoever does not hold it', async () => {
  const { water: task } = await atOffices();
  const other = centre.reviewer('水土保持处');
  const acts = [
    () => approval.call(taskApi.claimTask, { taskId: task.id }, { as: other }),
    () => approval.call(taskApi.releaseTask, { taskId: task.id }, { as: other }),
    () => complete(task.id, other),
    () => approval.call(taskApi.returnTask, { taskId: task.id, toNode: 'step1', reason: '退' }, { as: other }),
    () => approval.call(taskApi.transferTask, { taskId: task.id, ...to(other) }, { as: other }),
    () => approval.call(taskApi.delegateTask, { taskId: task.id, ...to(other) }, { as: other }),
    () => approval.call(taskApi.addSign, { taskId: task.id, place: 'before', ...to(other) }, { as: other }),
    () => approval.call(taskApi.consultTask, { taskId: task.id, ...to(other) }, { as: other }),
  ];
  for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'approval.task.not_yours' });
  const nobody = await approval.caller({ permissions: ['approval.case.read'] }, centre.bodies.get('水资源管理处'));
  await expect(complete(task.id, nobody)).rejects.toMatchObject({ code: 'auth.forbidden' });
  await expect(complete(task.id, centre.applicant)).rejects.toMatchObject({ code: 'auth.forbidden' });
  await expect(complete(newId(), other)).rejects.toMatchObject({ code: 'not_found' });
});

it('names who took it, wants reasons, and goes back only to what it came from', async () => {
  const { water: task } = await atOffices();
  const colleague = await approval.caller({ permissions: ['approval.task.work'] }, centre.bodies.get('水资源管理处'), '同事');
  const taken = await approval.call(taskApi.claimTask, { taskId: task.id }, { as: water() });
  expect(taken.task).toMatchObject({ state: 'claimed', assigneeName: water().actor.name, acts: expect.arrayContaining(['release']) });
  await expect(approval.call(taskApi.claimTask, { taskId: task.id }, { as: colleague })).rejects.toMatchObject({
    ...{ code: 'approval.task.taken', params: { name: water().actor.name } },
  });
  await expect(complete(task.id, water(), { opinion: 'disagree' })).rejects.toMatchObject({ code: 'approval.task.opinion_missing' });
  await expect(
    approval.call(taskApi.returnTask, { taskId: task.id, toNode: 'step3', reason: '退' }, { as: water() }),
  ).rejects.toMatchObject({ code: 'approval.task.no_such_node' });
  const released = await approval.call(taskApi.releaseTask, { taskId: task.id }, { as: water() });
  expect(released.task).toMatchObject({ state: 'pending' });
  expect((await approval.call(taskApi.claimTask, { taskId: task.id }, { as: colleague })).task.assigneeName).toBe('同事');
});

it('hands a task over, lends it, has it signed before, and asks opinions', async () => {
  const { water: task, caseId } = await atOffices();
  const other = await approval.caller({ permissions: ['approval.task.work'] }, newId(), '专家丙');
  await approval.call(taskApi.claimTask, { taskId: task.id }, { as: water() });
  const consulted = await approval.call(taskApi.consultTask, { taskId: task.id, ...to(other) }, { as: water() });
  const question = consulted.next.find(({ assigneeId }) => assigneeId === other.actor.id)!;
  expect(question.name).toBe('审查（水资源管理处）（征求意见）');
  expect((await approval.call(taskApi.listTasks, {}, { as: other })).items).toMatchObject([{ id: question.id, acts: ['release', 'complete', 'transfer', 'delegate'].filter((act) => act !== 'release') }]); // prettier-ignore
  // whoever is asked by name sees the case
  expect((await centre.view(caseId, other)).id).toBe(caseId);
  await complete(question.id, other, { opinion: 'noted', text: '无意见' });

  const signed = await approval.call(taskApi.addSign, { taskId: task.id, place: 'before', ...to(other) }, { as: water() });
  const before = signed.next.find(({ assigneeId }) => assigneeId === other.actor.id)!;
  await expect(complete(task.id, water())).rejects.toMatchObject({ code: 'approval.task.waiting' });
  await complete(before.id, other);
  const lent = await approval.call(taskApi.delegateTask, { taskId: task.id, ...to(other) }, { as: water() });
  expect(lent.task.assigneeName).toBe(`${water().actor.name}(专家丙代)`);
  await approval.call(taskApi.transferTask, { taskId: task.id, ...to(other) }, { as: other });
  const done = await complete(task.id, other);
  expect(done.task).toMatchObject({ state: 'done', assigneeName: '专家丙' });
  expect((await approval.call(taskApi.listTasks, { tab: 'done' }, { as: other })).items.map(({ id }) => id).sort()).toEqual(
    [question.id, before.id, task.id].sort(),
  );
});

it('stands still while the case is in excluded time', async () => {
  const { caseId, water: task } = await atOffices();
  const suspend = { caseId, kind: 'hearing', workingDays: 5, reason: '举行听证' } as const;
  await approval.call(caseApi.suspendCase, suspend, { as: centre.window });
  await expect(complete(task.id, water())).rejects.toMatchObject({ code: 'approval.task.paused' });
  const list = await approval.call(taskApi.listTasks, { tab: 'claimable', caseId }, { as: water() });
  expect(list.items).toMatchObject([{ acts: [], lamp: 'none' }]);
  expect(list.items[0]!.dueAt).toBeUndefined();
  await approval.call(caseApi.resumeCase, { caseId, reason: '听证结束' }, { as: centre.window });
  expect((await complete(task.id, water())).task.state).toBe('done');
});
