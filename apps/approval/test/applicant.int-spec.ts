import { caseApi } from '@karez/contracts-approval';
import { newId } from '@karez/kernel';
import { ApprovalUnderTest, type Caller } from './approval-under-test.js';
import { Centre, waterForm } from './centre.js';

let approval: ApprovalUnderTest;
let centre: Centre;
let applicant: Caller;
beforeAll(async () => {
  approval = await ApprovalUnderTest.start();
  centre = await Centre.open(approval);
  applicant = centre.applicant;
}, 90_000);
afterAll(() => approval.stop());
const draftOf = (more: object) =>
  approval.call(
    caseApi.draftCase,
    { itemCode: 'XJ-SL-001', subject: '引水', applicantKind: 'person', contactPhone: '13800000000', ...more },
    { as: applicant },
  );

it.each([
  [{ itemCode: 'NO-SUCH' }, 'approval.item.unknown'],
  [{ itemCode: 'XJ-SL-009' }, 'approval.item.applicant_kind'],
  [{ contactPhone: '123' }, 'request.invalid'],
])('refuses a draft of %j', async (more, code) => {
  await expect(draftOf(more)).rejects.toMatchObject({ code });
});

it("keeps another applicant's case unknown to everybody else", async () => {
  const { id: caseId } = await centre.filled();
  const other = await approval.applicant('别人');
  const acts = [
    () => approval.call(caseApi.getCase, { caseId }, { as: other }),
    () => approval.call(caseApi.checkCase, { caseId }, { as: other }),
    () => approval.call(caseApi.saveForm, { caseId, values: {} }, { as: other }),
    () => approval.call(caseApi.putMaterial, { caseId, code: 'application', mode: 'files' as const, fileIds: [] }, { as: other }),
    () => approval.call(caseApi.submitCase, { caseId }, { as: other }),
    () => approval.call(caseApi.discardCase, { caseId }, { as: other }),
    () => approval.call(caseApi.withdrawCase, { caseId, reason: '不办了' }, { as: other }),
    () => approval.call(caseApi.rateCase, { caseId, level: 1 }, { as: other }),
    // a draft is the applicant's alone
    () => approval.call(caseApi.getCase, { caseId }, { as: centre.window }),
  ];
  for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'not_found' });
  expect((await approval.call(caseApi.listMyCases, {}, { as: other })).items).toEqual([]);
});

it('refuses a form that is none of the item, too large, or seen in another version', async () => {
  const { id: caseId, version } = await centre.draft();
  const save = (values: Record<string, unknown>, more: object = {}) =>
    approval.call(caseApi.saveForm, { caseId, values, ...more }, { as: applicant });
  await expect(save({ surprise: 1 })).rejects.toMatchObject({ code: 'approval.case.form_unknown_field', params: { field: 'surprise' } });
  await expect(save({ projectName: '水'.repeat(70_000) })).rejects.toMatchObject({ code: 'approval.case.form_too_large' });
  await expect(save(waterForm, { version: version - 1 })).rejects.toMatchObject({ code: 'state.version_changed' });
  expect(await save({ projectName: '半张表' }, { version })).toMatchObject({ state: 'draft', values: { projectName: '半张表' } });
});

it('takes only files of the applicant, lets go of those that are named no more, and waits for the scan', async () => {
  const { id: caseId } = await centre.draft();
  const put = (code: string, fileIds: string[], mode: 'files' | 'to_follow' | 'promise' = 'files') =>
    approval.call(caseApi.putMaterial, { caseId, code, mode, fileIds }, { as: applicant });
  const strange = approval.files.put(newId(), '别人的.pdf');
  await expect(put('application', [strange])).rejects.toMatchObject({ code: 'approval.case.file_unknown' });
  await expect(put('application', [newId()])).rejects.toMatchObject({ code: 'approval.case.file_unknown' });
  // what the platform holds for another applicant already opens it to nobody else
  const other = await approval.applicant('别人');
  const theirs = await centre.draft('XJ-SL-001', waterForm, other);
  const held = approval.files.put(other.actor.id, '别人交过的.pdf');
  await approval.call(caseApi.putMaterial, { caseId: theirs.id, code: 'application', mode: 'files', fileIds: [held] }, { as: other });
  await expect(put('application', [held])).rejects.toMatchObject({ code: 'approval.case.file_unknown' });
  expect(approval.files.heldFor(caseId)).toEqual([]);

  await expect(put('no_such', [])).rejects.toMatchObject({ code: 'approval.case.material_unknown' });
  await expect(put('assessment', [], 'to_follow')).rejects.toMatchObject({ code: 'approval.case.material_mode' });
  await expect(put('assessment', [], 'promise')).rejects.toMatchObject({ code: 'approval.case.material_mode' });
  const infected = approval.files.put(applicant.actor.id, '病毒.pdf', 'infected');
  await expect(put('application', [infected])).rejects.toMatchObject({ code: 'approval.case.file_refused' });

  const first = approval.files.put(applicant.actor.id, '一.pdf');
  const second = approval.files.put(applicant.actor.id, '二.pdf', 'quarantined');
  await put('application', [first]);
  const view = await put('application', [second]);
  expect(view.materials.find(({ code }) => code === 'application')!.files).toMatchObject([{ fileId: second, readable: false }]);
  expect(approval.files.heldFor(caseId)).toEqual([second]);
  for (const code of ['assessment', 'identity']) await centre.attach(caseId, code);
  const submit = () => approval.call(caseApi.submitCase, { caseId }, { as: applicant });
  await expect(submit()).rejects.toMatchObject({ code: 'approval.case.file_waiting', params: { name: '二.pdf' } });
  approval.files.scanned(second, 'infected');
  await expect(submit()).rejects.toMatchObject({ code: 'approval.case.file_refused' });
  approval.files.scanned(second);
  expect(await submit()).toMatchObject({ state: 'submitted' });
});

it('names at once what keeps a submission back', async () => {
  const { id: caseId } = await centre.draft('XJ-SL-001', { ...waterForm, source: 'ground', affectsOthers: true });
  const checked = await approval.call(caseApi.checkCase, { caseId }, { as: applicant });
  expect(checked.form.map(({ field }) => field)).toEqual(['wellDepth']);
  expect(checked.materials).toEqual(['application', 'assessment', 'third_party', 'identity']);
  const submit = () => approval.call(caseApi.submitCase, { caseId }, { as: applicant });
  await expect(submit()).rejects.toMatchObject({ code: 'approval.case.form_invalid', params: { count: 1 } });
  await approval.call(caseApi.saveForm, { caseId, values: { ...waterForm, affectsOthers: true } }, { as: applicant });
  await expect(submit()).rejects.toMatchObject({ code: 'approval.case.material_missing' });
  for (const code of ['application', 'assessment', 'identity']) await centre.attach(caseId, code);
  // 容缺: this one may follow
  await approval.call(caseApi.putMaterial, { caseId, code: 'third_party', mode: 'to_follow', fileIds: [] }, { as: applicant });
  expect(await submit()).toMatchObject({ state: 'submitted' });
});

it('asks an agent for the power of attorney', async () => {
  const { materials } = await draftOf({ agentName: '代办人' });
  expect(materials.at(-1)).toMatchObject({ code: 'power_of_attorney', required: true });
});

it('sends nobody through a procedure that is not needed', async () => {
  const { id: caseId } = await centre.filled('XJ-SL-004', { projectName: '小工程', place: '某县', area: 0.1, earthwork: 10 });
  const submit = approval.call(caseApi.submitCase, { caseId }, { as: applicant });
  await expect(submit).rejects.toMatchObject({ code: 'approval.case.needs_no_licence' });
});

it('discards a draft, withdraws a running case with its tasks, and rates once', async () => {
  const draft = await centre.draft();
  await approval.call(caseApi.discardCase, { caseId: draft.id }, { as: applicant });
  await expect(approval.call(caseApi.saveForm, { caseId: draft.id, values: {} }, { as: applicant })).rejects.toMatchObject({
    code: 'approval.case.act_refused',
  });
  const running = await centre.accepted();
  const withdrawn = await approval.call(caseApi.withdrawCase, { caseId: running.id, reason: '项目取消' }, { as: applicant });
  expect(withdrawn).toMatchObject({ state: 'withdrawn', tasks: [{ state: 'cancelled' }] });
  expect(withdrawn.limits.filter(({ state }) => state === 'void').map(({ kind }) => kind)).toEqual(['statutory', 'promised', 'step']);
  expect(withdrawn.dueAt).toBeUndefined();
  const { id: caseId } = await centre.decided();
  await approval.call(caseApi.rateCase, { caseId, level: 2, text: '等得久' }, { as: applicant });
  await expect(approval.call(caseApi.rateCase, { caseId, level: 5 }, { as: applicant })).rejects.toMatchObject({
    ...{ code: 'approval.case.act_refused', params: { reason: '一件办件只能评价一次' } },
  });
});

it('gives one answer to one command, however often it comes', async () => {
  const { id: caseId } = await centre.filled();
  const commandId = newId();
  const [one, other] = await Promise.all([1, 2].map(() => approval.call(caseApi.submitCase, { caseId }, { as: applicant, commandId })));
  expect(one).toEqual(other);
});

it('opens a material to whoever may see the case', async () => {
  const { id: caseId, materials } = await centre.submitted();
  const { fileId } = materials[0]!.files[0]!;
  const open = (as: Caller, file = fileId) => approval.call(caseApi.openMaterial, { caseId, fileId: file, use: 'preview' }, { as });
  expect((await open(applicant)).url).toContain(fileId);
  expect((await open(centre.window)).url).toContain(fileId);
  await expect(open(centre.window, newId())).rejects.toMatchObject({ code: 'not_found' });
  await expect(open(await approval.applicant())).rejects.toMatchObject({ code: 'not_found' });
  await expect(open(centre.reviewer('水土保持处'))).rejects.toMatchObject({ code: 'not_found' });
});

it('shows progress to who has number and code, and stops guessing', async () => {
  const { number, checkCode } = await centre.submitted();
  const ask = (check: string, caseNo = number!) => approval.call(caseApi.getProgress, { caseNo, check });
  expect(await ask(checkCode!)).toMatchObject({ caseNo: number, applicantName: '渠**', steps: [{ text: '提交申请' }] });
  const wrong = String((Number(checkCode) + 1) % 1_000_000).padStart(6, '0');
  await expect(ask(wrong, 'SL2026-999999')).rejects.toMatchObject({ code: 'approval.progress.not_found' });
  for (let turn = 0; turn < 30; turn += 1) await expect(ask(wrong)).rejects.toMatchObject({ code: 'approval.progress.not_found' });
  await expect(ask(checkCode!)).rejects.toMatchObject({ code: 'approval.progress.too_many' });
});
