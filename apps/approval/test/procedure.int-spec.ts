import { jest } from '@jest/globals';
import { itemApi, procedureApi, taskApi } from '@karez/contracts-approval';
import type { HumanNode, Procedure } from '@karez/workflow';
import { ApprovalUnderTest, type Caller } from './approval-under-test.js';
import { Centre, sheetOf } from './centre.js';

jest.setTimeout(60_000);
const code = 'item-xj-sl-001';
let approval: ApprovalUnderTest;
let centre: Centre;
let editor: Caller;
let reader: Caller;
beforeAll(async () => {
  approval = await ApprovalUnderTest.start();
  centre = await Centre.open(approval);
  editor = await approval.caller({ permissions: ['approval.procedure.read', 'approval.procedure.write'] }, centre.windowOrg);
  reader = await approval.caller({ permissions: ['approval.procedure.read'] }, centre.windowOrg);
}, 60_000);
afterAll(() => approval.stop());

const read = async (version?: number): Promise<Procedure> => {
  const view = await approval.call(procedureApi.getProcedure, { code, ...(version && { version }) }, { as: reader });
  return view.definition as unknown as Procedure;
};
const publish = (definition: object, as = editor) =>
  approval.call(procedureApi.publishProcedure, { definition: definition as Record<string, unknown> }, { as });
const bring = (xml: string, as = editor, into = code) => approval.call(procedureApi.importBpmn, { code: into, xml }, { as });
const draw = async (version?: number): Promise<string> =>
  (await approval.call(procedureApi.exportBpmn, { code, ...(version && { version }) }, { as: reader })).xml;
/** The newest version with another step before the end. */
const longer = async (name: string): Promise<Procedure> => {
  const now = await read();
  const last = now.edges.at(-1)!;
  const step: HumanNode = { id: `more${now.version}`, kind: 'human', name, assignee: { role: 'window' }, outcomes: ['agree'] };
  const nodes = [...now.nodes.filter(({ id }) => id !== step.id), step];
  const edges = [...now.edges.slice(0, -1), { ...last, to: step.id }, { id: `to-end-${now.version}`, from: step.id, to: last.to }];
  return { ...now, version: now.version + 1, nodes, edges };
};

it('lists the newest versions with the cases that run on them', async () => {
  await centre.accepted();
  const list = (request: object) => approval.call(procedureApi.listProcedures, request, { as: reader });
  const { items } = await list({});
  expect(items.map((each) => each.code)).toEqual([...items.map((each) => each.code)].sort());
  expect(items.find((each) => each.code === code)).toMatchObject({ version: 1, name: '取水许可（新办）', running: 1 });
  const first = await list({ limit: 2 });
  expect([...first.items, ...(await list({ limit: 50, after: first.next })).items]).toEqual(items);
  expect((await list({ q: '取水许可（新办）' })).items.map((each) => each.code)).toEqual([code]);
  await expect(approval.call(procedureApi.getProcedure, { code: 'no-such' }, { as: reader })).rejects.toMatchObject({
    code: 'approval.procedure.unknown',
  });
  await expect(approval.call(procedureApi.getProcedure, { code, version: 99 }, { as: reader })).rejects.toMatchObject({
    code: 'approval.procedure.unknown',
  });
});

it('a published version is what new applications run on; a case under way stays on its own', async () => {
  const before = await centre.accepted();
  const next = await longer('复核');
  expect(await publish(next)).toMatchObject({ version: next.version, running: 0 });
  expect(await publish(next)).toMatchObject({ version: next.version });
  const after = await centre.accepted();
  const versionOf = async (caseId: string) => {
    const [row] = await approval.database.query<{ version: number }[]>('select version from workflow_instance where subject_id = $1', [
      caseId,
    ]);
    return row!.version;
  };
  expect([await versionOf(before.id), await versionOf(after.id)]).toEqual([next.version - 1, next.version]);
  expect(after.itemVersion).toBe(before.itemVersion + 1);
  // the same sheet again, or one whose steps are the same, keeps what was drawn by hand
  const sheet = { ...sheetOf('XJ-SL-001') };
  const [same] = (await approval.call(itemApi.importItems, { items: [sheet] }, { as: centre.window })).items;
  expect(same).toMatchObject({ unchanged: true });
  await approval.call(itemApi.importItems, { items: [{ ...sheet, phone: '0991-0000000' }] }, { as: centre.window });
  expect(await versionOf((await centre.accepted()).id)).toBe(next.version);
});

it.each<[string, (now: Procedure) => object, string]>([
  ['a version that is taken', (now) => ({ ...now, title: '别的' }), '已发布'],
  ['a version out of turn', (now) => ({ ...now, version: now.version + 2 }), '下一版应为'],
  ['a dead end', (now) => ({ ...now, version: now.version + 1, edges: now.edges.slice(0, -1) }), '没有去向'],
  ['an unknown role', (now) => ({ ...now, version: now.version + 1, nodes: now.nodes.map((node) => (node.kind === 'human' ? { ...node, assignee: { role: 'king' } } : node)) }), 'king'], // prettier-ignore
  ['no nodes', (now) => ({ ...now, nodes: undefined }), '环节'],
  ['a node of no kind', (now) => ({ ...now, nodes: [...now.nodes, { id: 'x' }] }), '环节'],
  ['no title', (now) => ({ ...now, title: '' }), '名称'],
  ['tables that are none', (now) => ({ ...now, decisions: { t: {} } }), '决策表'],
])('refuses %s in plain words', async (_what, wrong, said) => {
  const now = await read();
  await expect(publish(wrong(now))).rejects.toMatchObject({
    ...{ code: 'approval.procedure.invalid', params: { reason: expect.stringContaining(said) as string } },
  });
  expect((await read()).version).toBe(now.version);
});

it('is drawn as BPMN, and comes back from it as the next version', async () => {
  const now = await read();
  const { procedure, unsupported } = await bring(await draw());
  expect(unsupported).toEqual([]);
  expect(procedure).toMatchObject({ version: now.version + 1, definition: { ...now, version: now.version + 1 } });
});

it('keeps a drawing whole, names what it does not execute, and refuses what it cannot', async () => {
  const drawn = (await draw()).replace(
    '</bpmn:process>',
    '<bpmn:textAnnotation id="note1"><bpmn:text>注</bpmn:text></bpmn:textAnnotation></bpmn:process>',
  );
  const { procedure, unsupported } = await bring(drawn);
  expect(unsupported).toEqual(['bpmn:TextAnnotation note1']);
  expect(await draw(procedure.version)).toBe(drawn);
  const refused = (xml: string) => expect(bring(xml)).rejects.toMatchObject({ code: 'approval.procedure.invalid' });
  await refused('not XML');
  await refused('<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"/>');
  await refused(drawn.replace(/<bpmn:endEvent id="end"[\s\S]*?<\/bpmn:endEvent>/, ''));
});

it('moves cases to another version, each with what changes for it or why it stays; a dry run writes nothing', async () => {
  const now = await read();
  const running = await centre.accepted();
  const next = await longer('归档复核');
  await publish(next);
  const migrate = (request: { from: number; to: number; dryRun?: boolean }, as = editor) =>
    approval.call(procedureApi.migrateProcedure, { code, ...request }, { as });
  const tried = await migrate({ from: now.version, to: next.version, dryRun: true });
  const line = tried.lines.find(({ caseNumber }) => caseNumber === running.number)!;
  expect(line).toEqual({ caseNumber: running.number, changes: ['增加环节“归档复核”'] });
  expect(await migrate({ from: now.version, to: next.version, dryRun: true })).toEqual(tried);
  expect(await migrate({ from: now.version, to: next.version })).toEqual(tried);
  expect((await migrate({ from: now.version, to: next.version, dryRun: true })).lines).toEqual([]);
  // the moved case does the added step
  for (let turn = 0; turn < 20; turn += 1) {
    const [task] = await centre.open(running.id);
    if (!task) break;
    await approval.call(taskApi.completeTask, { taskId: task.id, opinion: 'agree' }, { as: centre.holderOf(task) });
  }
  const { tasks } = await centre.view(running.id);
  expect(tasks.map(({ name }) => name)).toContain('归档复核');
  // a version in which the open step does not exist: the case stays, and it is said why
  const stays = await centre.accepted();
  const without = await longer('再核');
  const renamed = JSON.parse(JSON.stringify(without).replaceAll('"step1"', '"elsewhere"')) as Procedure;
  await publish(renamed);
  const refused = await migrate({ from: next.version, to: renamed.version });
  expect(refused.lines.find(({ caseNumber }) => caseNumber === stays.number)!.refused).toContain('新版流程没有环节');
  expect(refused.moved).toBe(refused.lines.filter(({ refused: why }) => !why).length);
  await expect(migrate({ from: 98, to: 99 })).rejects.toMatchObject({ code: 'approval.procedure.unknown' });
});

it('is published by those alone who answer for all windows', async () => {
  const elsewhere = await approval.caller({ permissions: ['approval.procedure.read', 'approval.procedure.write'] });
  const now = await read();
  for (const [as, refusal] of [
    [reader, 'auth.forbidden'],
    [elsewhere, 'auth.out_of_scope'],
    [centre.applicant, /^auth\./],
  ] as const) {
    const refused = { code: typeof refusal === 'string' ? refusal : (expect.stringMatching(refusal) as string) };
    await expect(publish({ ...now, version: now.version + 1 }, as)).rejects.toMatchObject(refused);
    await expect(bring('<x/>', as)).rejects.toMatchObject(refused);
    await expect(approval.call(procedureApi.migrateProcedure, { code, from: 1, to: 2 }, { as })).rejects.toMatchObject(refused);
  }
  const nobody = await approval.caller({}, centre.windowOrg);
  await expect(approval.call(procedureApi.listProcedures, {}, { as: nobody })).rejects.toMatchObject({ code: 'auth.forbidden' });
});
