import { caseApi, taskApi } from '@karez/contracts-approval';
import { ApprovalUnderTest } from './approval-under-test.js';
import { Centre } from './centre.js';

let approval: ApprovalUnderTest;
let centre: Centre;
beforeAll(async () => {
  approval = await ApprovalUnderTest.start();
  centre = await Centre.open(approval);
}, 90_000);
afterAll(() => approval.stop());

it('goes from the draft over a correction, three offices and the leader to the licence in hand', async () => {
  const { applicant, window, leader } = centre;
  const { id: caseId } = await centre.filled();
  expect(await approval.call(caseApi.checkCase, { caseId }, { as: applicant })).toEqual({ form: [], materials: [] });
  const submitted = await approval.call(caseApi.submitCase, { caseId }, { as: applicant });
  expect(submitted).toMatchObject({ state: 'submitted', number: expect.stringMatching(/^SL\d{4}-\d{6}$/), checkCode: expect.stringMatching(/^\d{6}$/) }); // prettier-ignore

  await approval.call(caseApi.reviewMaterial, { caseId, code: 'assessment', verdict: 'failed', remark: '缺公章' }, { as: window });
  await expect(approval.call(caseApi.acceptCase, { caseId }, { as: window })).rejects.toMatchObject({
    code: 'approval.case.review_missing',
  });
  const correcting = await approval.call(caseApi.correctCase, { caseId, items: ['水资源论证报告补盖公章'] }, { as: window });
  expect(correcting).toMatchObject({ state: 'correcting', corrections: ['水资源论证报告补盖公章'], documents: [{ kind: 'correction' }] });
  await centre.attach(caseId, 'assessment');
  await approval.call(caseApi.submitCase, { caseId }, { as: applicant });

  const accepted = await approval.call(caseApi.acceptCase, { caseId }, { as: window });
  expect(accepted.limits.filter(({ state }) => state === 'running').map(({ kind, workingDays }) => [kind, workingDays])).toEqual([
    ['statutory', 45],
    ['promised', 35],
    ['step', 5],
  ]);
  const [intake] = await centre.open(caseId);
  expect(intake).toMatchObject({ name: '初审分办', orgName: '行政审批处', state: 'pending' });
  const { next: three } = await approval.call(taskApi.completeTask, { taskId: intake!.id, opinion: 'agree' }, { as: window });
  expect(three.map(({ orgName }) => orgName)).toEqual(['水资源管理处', '河湖管理处', '规划计划处']);

  const river = centre.reviewer('河湖管理处');
  const own = three[1]!;
  // an office sees the case from the moment it takes part
  expect((await approval.call(caseApi.listCases, {}, { as: river })).items.map(({ id }) => id)).toEqual([caseId]);
  await expect(centre.view(caseId, centre.reviewer('水土保持处'))).rejects.toMatchObject({ code: 'not_found' });
  const list = await approval.call(taskApi.listTasks, { tab: 'claimable' }, { as: river });
  expect(list.items).toMatchObject([{ id: own.id, acts: ['claim', 'complete', 'return', 'transfer', 'delegate', 'add_sign', 'consult'], returnTo: [{ node: 'step1', name: '初审分办' }] }]); // prettier-ignore
  await approval.call(taskApi.claimTask, { taskId: own.id }, { as: river });
  expect((await approval.call(taskApi.listTasks, { tab: 'claimable' }, { as: river })).items).toEqual([]);
  const water = centre.reviewer('水资源管理处');
  await approval.call(taskApi.completeTask, { taskId: three[0]!.id, opinion: 'agree', text: '符合总量控制' }, { as: water });
  // one sends it back to the window; what came of that step is done again, in all its branches
  const returned = await approval.call(taskApi.returnTask, { taskId: own.id, toNode: 'step1', reason: '请补充位置图' }, { as: river });
  expect(returned.next.map(({ name }) => name)).toEqual(['初审分办']);
  for (let open = returned.next; open.length; open = await centre.open(caseId))
    await approval.call(taskApi.completeTask, { taskId: open[0]!.id, opinion: 'agree' }, { as: centre.holderOf(open[0]!) });

  const decided = await approval.call(
    caseApi.decideCase,
    { caseId, granted: true, text: '经审查，符合法定条件，准予取水。' },
    { as: leader },
  );
  expect(decided.documents.map(({ kind }) => kind)).toEqual(['correction', 'acceptance', 'grant', 'licence']);
  expect(decided.limits.find(({ kind }) => kind === 'delivery')).toMatchObject({ workingDays: 10, state: 'running' });
  await approval.call(caseApi.deliverCase, { caseId, way: 'window', receivedBy: '渠小满' }, { as: window });
  const rated = await approval.call(caseApi.rateCase, { caseId, level: 5, text: '办得快' }, { as: applicant });
  expect(rated).toMatchObject({ state: 'delivered', granted: true, rating: { level: 5 } });
  // the applicant reads what was done, not who did it, nor what the office does among itself
  expect(rated.timeline.every(({ personName }) => personName === undefined)).toBe(true);
  expect(rated.timeline.map(({ kind }) => kind)).not.toContain('task_returned');
  expect(rated.timeline.find(({ kind }) => kind === 'task_done')!.text).toBe('初审分办已办结');
  const { timeline } = await centre.view(caseId);
  expect(timeline.map(({ seq }) => seq)).toEqual(timeline.map((_, index) => index + 1));
  expect(timeline.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['drafted', 'submitted', 'correction_asked', 'corrected', 'accepted', 'task_done', 'task_returned', 'decided', 'delivered', 'rated']), // prettier-ignore
  );

  const progress = await approval.call(caseApi.getProgress, { caseNo: rated.number!, check: submitted.checkCode! });
  expect(progress).toMatchObject({ applicantName: '渠**', stateName: '已送达', itemName: '取水许可（新办）' });
  expect(await approval.database.query('select 1 from licence where case_id = $1', [caseId])).toHaveLength(1);
  const told = await approval.database.query<{ subject: string }[]>('select distinct subject from outbox where aggregate_id = $1', [
    caseId,
  ]);
  expect(told.map(({ subject }) => subject).sort()).toEqual([
    ...[
      'evt.approval.case-decided.v1',
      'evt.approval.case-moved.v1',
      'evt.approval.case-task-changed.v1',
      'evt.approval.document-issued.v1',
    ],
  ]);
}, 60_000);
