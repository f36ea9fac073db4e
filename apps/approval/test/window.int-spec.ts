import { caseApi, itemApi } from '@karez/contracts-approval';
import { newId } from '@karez/kernel';
import { SilenceJob } from '../src/case/silence.job.js';
import { ApprovalUnderTest, type Caller } from './approval-under-test.js';
import { Centre, sheetOf } from './centre.js';

let approval: ApprovalUnderTest;
let centre: Centre;
beforeAll(async () => {
  approval = await ApprovalUnderTest.start();
  centre = await Centre.open(approval);
}, 90_000);
afterAll(() => approval.stop());
const act = (
  operation: 'acceptCase' | 'correctCase' | 'refuseCase' | 'decideCase' | 'deliverCase' | 'supersedeCase',
  request: object,
  as: Caller,
) => approval.call(caseApi[operation], request as never, { as });

it.each([
  [{ kind: 'not_needed', reason: '按规定不需要许可' }, undefined, 'not_needed'],
  [{ kind: 'out_of_jurisdiction', reason: '不属于本机关职权', competentBody: '某县水利局' }, undefined, 'refusal'],
  [{ kind: 'out_of_jurisdiction', reason: '不属于本机关职权' }, 'approval.case.competent_missing', undefined],
  [{ kind: 'incomplete', reason: '材料不齐全' }, 'approval.case.incomplete_before_correction', undefined],
])('refuses with %j', async (request, code, document) => {
  const { id: caseId } = await centre.submitted();
  const refused = act('refuseCase', { caseId, ...request }, centre.window);
  if (code) return expect(refused).rejects.toMatchObject({ code });
  expect(await refused).toMatchObject({ state: 'refused', refusalReason: request.reason, documents: [{ kind: document }] });
});

it('asks for a correction once', async () => {
  const { id: caseId } = await centre.submitted();
  await act('correctCase', { caseId, items: ['补充图纸'] }, centre.window);
  await approval.call(caseApi.submitCase, { caseId }, { as: centre.applicant });
  await expect(act('correctCase', { caseId, items: ['再补充'] }, centre.window)).rejects.toMatchObject({
    ...{ code: 'approval.case.act_refused', params: { reason: '补正通知只能一次性告知，本件已通知过补正' } },
  });
  expect(await act('refuseCase', { caseId, kind: 'incomplete', reason: '补正后仍不齐全' }, centre.window)).toMatchObject({
    state: 'refused',
  });
});

it('decides only when the procedure has ended, and delivers only what was decided', async () => {
  const { id: caseId } = await centre.accepted();
  const decide = { caseId, granted: true, text: '准予许可。' };
  await expect(act('decideCase', decide, centre.leader)).rejects.toMatchObject({ params: { reason: '审查环节还没有办完，不能作出决定' } });
  await expect(act('deliverCase', { caseId, way: 'window', receivedBy: '某人' }, centre.window)).rejects.toMatchObject({
    code: 'approval.case.act_refused',
  });
});

it('keeps a case on the procedure that it was drafted on, whatever is published meanwhile', async () => {
  const values = { projectName: '护岸', place: '某县', river: '某河', works: '护岸两百米' };
  const before = await centre.submitted('XJ-SL-005', values);
  const steps = [{ name: '审查', workingDays: 3, offices: ['规划计划处'] }];
  await approval.call(itemApi.importItems, { items: [{ ...sheetOf('XJ-SL-005'), steps }] }, { as: centre.window });
  const after = await centre.submitted('XJ-SL-005', values);
  const accepted = await Promise.all([before, after].map(({ id }) => act('acceptCase', { caseId: id }, centre.window)));
  expect(accepted.map(({ itemVersion, tasks }) => [itemVersion, tasks[0]!.name])).toEqual([
    [1, '受理初审'],
    [2, '审查'],
  ]);
});

it('takes no application of a paused item, and decides jointly within 45 and 15 working days', async () => {
  const { id: caseId } = await centre.filled();
  await approval.call(itemApi.openItem, { code: 'XJ-SL-001', open: false }, { as: centre.window });
  const submit = () => approval.call(caseApi.submitCase, { caseId }, { as: centre.applicant });
  await expect(submit()).rejects.toMatchObject({ code: 'approval.item.closed' });
  await approval.call(itemApi.openItem, { code: 'XJ-SL-001', open: true }, { as: centre.window });
  await submit();
  await act('acceptCase', { caseId, joint: true }, centre.window);
  const request = { caseId, approver: '高远山', reason: '案情复杂' };
  const extended = await approval.call(caseApi.extendCase, request, { as: centre.leader });
  expect(extended.limits.find(({ kind }) => kind === 'statutory')!.workingDays).toBe(60);
});

it('denies without a licence', async () => {
  const { id, documents, granted } = await centre.decided(false);
  expect([granted, documents.map(({ kind }) => kind)]).toEqual([false, ['acceptance', 'denial']]);
  expect(await approval.database.query('select 1 from licence where case_id = $1', [id])).toEqual([]);
});

it('decides once, however many decide at once, and leaves no gap in the numbers', async () => {
  const { id: caseId } = await centre.reviewed();
  const decide = { caseId, granted: true, text: '准予许可。' };
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => act('decideCase', decide, centre.leader)));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const answer of answers)
    if (answer.status === 'rejected')
      expect(answer.reason).toMatchObject({ code: 'approval.case.act_refused', params: { state: 'decided' } });
  const many = await Promise.all(Array.from({ length: 12 }, () => centre.submitted()));
  const serials = many.map(({ number }) => Number(number!.slice(-6))).sort((one, other) => one - other);
  expect(serials).toEqual(serials.map((_, index) => serials[0]! + index));
});

it('puts a draft with the form in the place of a running case', async () => {
  const running = await centre.accepted();
  const superseded = await act('supersedeCase', { caseId: running.id, reason: '方案重大调整' }, centre.window);
  expect(superseded).toMatchObject({ state: 'superseded', tasks: [{ state: 'cancelled' }] });
  const next = await approval.call(caseApi.getCase, { caseId: superseded.supersededById! }, { as: centre.applicant });
  expect(next).toMatchObject({ state: 'draft', supersedesId: running.id, values: running.values });
});

it('takes the silence of the window for acceptance, from the day of the receipt', async () => {
  const { id: caseId, submittedAt } = await centre.submitted();
  const other = await centre.submitted();
  const past = new Date(Date.now() - 20 * 86_400_000);
  await approval.database.query(
    `update "case" set submitted_at = $2, due_at = $2, limits = jsonb_set(limits, '{0,startedAt}', to_jsonb($3::text)) where id = $1`,
    [caseId, past, past.toISOString()],
  );
  const job = approval.service.app.get(SilenceJob);
  await Promise.all([job.run(), job.run()]);
  const accepted = await centre.view(caseId);
  expect(accepted).toMatchObject({ state: 'accepted', acceptedAt: past.toISOString(), documents: [{ kind: 'acceptance' }] });
  expect(accepted.limits.map(({ kind, state }) => [kind, state])).toEqual(expect.arrayContaining([['acceptance', 'missed']]));
  expect(accepted.timeline.filter(({ kind }) => kind === 'accepted_by_silence')).toHaveLength(1);
  expect(accepted.tasks).toMatchObject([{ name: '初审分办', state: 'pending' }]);
  expect(submittedAt).toBeDefined();
  expect(await centre.view(other.id)).toMatchObject({ state: 'submitted' });
});

it("keeps another window's cases unknown, and acts to those who hold their permission", async () => {
  const { id: caseId } = await centre.submitted();
  const permissions = ['approval.case.read', 'approval.case.accept', 'approval.case.suspend', 'approval.task.work'] as const;
  const stranger = await approval.caller({ permissions });
  await expect(act('acceptCase', { caseId }, stranger)).rejects.toMatchObject({ code: 'not_found' });
  await expect(centre.view(caseId, stranger)).rejects.toMatchObject({ code: 'not_found' });
  expect((await approval.call(caseApi.listCases, {}, { as: stranger })).items).toEqual([]);
  expect(await approval.call(caseApi.countCases, {}, { as: stranger })).toMatchObject({ toAccept: 0, running: 0 });
  await expect(act('acceptCase', { caseId }, centre.leader)).rejects.toMatchObject({ code: 'auth.forbidden' });
  await expect(act('acceptCase', { caseId }, centre.applicant)).rejects.toMatchObject({ code: 'auth.forbidden' });
  await expect(act('acceptCase', { caseId: newId() }, centre.window)).rejects.toMatchObject({ code: 'not_found' });
  // an office sees a case when it takes part in it
  const office = centre.reviewer('水资源管理处');
  await expect(centre.view(caseId, office)).rejects.toMatchObject({ code: 'not_found' });
});

it('lists by tab, lamp and words, page by page, and counts the same', async () => {
  const { id } = await centre.submitted();
  const shown = await approval.call(caseApi.listCases, { tab: 'to_accept', limit: 100 }, { as: centre.window });
  const counts = await approval.call(caseApi.countCases, {}, { as: centre.window });
  expect(shown.items).toHaveLength(counts.toAccept);
  expect(shown.items.map((row) => row.id)).toContain(id);
  const all = await approval.call(caseApi.listCases, { limit: 100, sort: '-submitted' }, { as: centre.window });
  const paged: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await approval.call(caseApi.listCases, { limit: 3, sort: '-submitted', ...(after && { after }) }, { as: centre.window });
    paged.push(...page.items.map((row) => row.id));
    after = page.next;
    if (!after) break;
  }
  expect(paged).toEqual(all.items.map((row) => row.id));
  const red = await approval.call(caseApi.listCases, { lamp: 'red', limit: 100 }, { as: centre.window });
  expect(red.items.every(({ lamp }) => lamp === 'red')).toBe(true);
  const lamps = all.items.filter(({ lamp }) => lamp === 'red');
  expect(red.items).toHaveLength(lamps.length);
  expect((await approval.call(caseApi.listCases, { q: '%' }, { as: centre.window })).items).toEqual([]);
  const { number } = all.items[0]!;
  expect((await approval.call(caseApi.listCases, { q: number! }, { as: centre.window })).items.map((row) => row.number)).toEqual([number]);
});
