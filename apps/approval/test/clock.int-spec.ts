import { caseApi, type CaseView } from '@karez/contracts-approval';
import { chinaDay, WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import type { Ctx } from '@karez/kernel';
import { Tx } from '@karez/persistence';
import { LampJob } from '../src/case/lamp.job.js';
import { Rederive } from '../src/case/rederive.js';
import { jobContext } from '../src/jobs/job-context.js';
import { ApprovalUnderTest } from './approval-under-test.js';
import { Centre } from './centre.js';

const calendar = new WorkingCalendar(xinjiangYears, xinjiangOfficeHours);
const dayMs = 86_400_000;
const suspend = { kind: 'expert_review', workingDays: 10, reason: '组织专家评审' } as const;
let approval: ApprovalUnderTest;
let centre: Centre;
beforeAll(async () => {
  approval = await ApprovalUnderTest.start();
  centre = await Centre.open(approval);
}, 90_000);
afterAll(() => approval.stop());

/** Every day one after another, each asked whether anything takes it out. */
function byHand({ startedAt, workingDays, segments }: CaseView['limits'][number]): string {
  const out = segments.filter(({ counted }) => !counted);
  let left = workingDays;
  for (let ms = Date.parse(startedAt) + dayMs; ; ms += dayMs) {
    const day = chinaDay(new Date(ms));
    const excluded = out.some(({ from, to }) => day > chinaDay(new Date(from)) && day <= chinaDay(new Date(to!)));
    if (calendar.isWorkingDay(day) && !excluded) left -= 1;
    if (left === 0) return day;
  }
}
/** As if all of it had happened so many days earlier. */
async function earlier(caseId: string, days: number): Promise<void> {
  const back = `interval '${days} days'`;
  await approval.database.query(
    `update "case" set accepted_at = accepted_at - ${back}, limits = (
       select jsonb_agg(each || jsonb_build_object('startedAt', to_jsonb((each->>'startedAt')::timestamptz - ${back}),
         'exclusions', (select coalesce(jsonb_agg(one || jsonb_build_object('from', to_jsonb((one->>'from')::timestamptz - ${back}))), '[]') from jsonb_array_elements(each->'exclusions') one)))
       from jsonb_array_elements(limits) each) where id = $1`,
    [caseId],
  );
  await approval.database.query(`update workflow_task set opened_at = opened_at - ${back} where instance_id = (select instance_id from "case" where id = $1)`, [caseId]); // prettier-ignore
}

it('derives due dates over excluded time and an extension as counting by hand does', async () => {
  const { id: caseId } = await centre.accepted();
  await earlier(caseId, 20);
  const paused = await approval.call(caseApi.suspendCase, { caseId, ...suspend }, { as: centre.window });
  expect(paused).toMatchObject({ state: 'suspended', documents: [{ kind: 'acceptance' }, { kind: 'excluded_time' }] });
  expect(paused.dueAt).toBeUndefined();
  expect(paused.limits.filter(({ endedAt, kind }) => !endedAt && kind !== 'step').every(({ state }) => state === 'paused')).toBe(true);
  await earlier(caseId, 9);
  await approval.call(caseApi.resumeCase, { caseId, reason: '评审结束' }, { as: centre.window });
  const extend = { caseId, approver: '高远山', reason: '案情复杂' };
  const extended = await approval.call(caseApi.extendCase, extend, { as: centre.leader });
  for (const limit of extended.limits.filter(({ state }) => state === 'running' || state === 'paused'))
    expect([limit.kind, chinaDay(new Date(limit.dueAt!))]).toEqual([limit.kind, byHand(limit)]);
  const statutory = extended.limits.find(({ kind }) => kind === 'statutory')!;
  expect(statutory.workingDays).toBe(55);
  const [, told, extension] = extended.documents;
  expect(statutory.derivation.join('\n')).toContain(told!.number);
  expect(statutory.derivation.join('\n')).toContain(extension!.number);
  expect(extended.dueAt).toBe(extended.limits.filter(({ kind }) => kind === 'promised')[0]!.dueAt);
  const plain = await centre.view(caseId, centre.applicant);
  expect(plain.limits.flatMap(({ derivation }) => derivation).join('\n')).not.toContain('第四十');
  await expect(approval.call(caseApi.extendCase, extend, { as: centre.leader })).rejects.toMatchObject({
    params: { reason: '本件已延期一次，不能再延' },
  });
});

it('keeps excluded time within its cap, and counts again what lasted longer', async () => {
  const values = { projectName: '堤防加固', place: '某县', river: '某河', works: '护岸两百米' };
  const { id: caseId } = await centre.accepted('XJ-SL-005', values);
  const hearing = { caseId, kind: 'hearing', reason: '举行听证' } as const;
  await expect(approval.call(caseApi.suspendCase, { ...hearing, workingDays: 31 }, { as: centre.window })).rejects.toMatchObject({
    ...{ code: 'approval.case.exclusion_cap', params: { name: '听证', cap: 30 } },
  });
  await approval.call(caseApi.suspendCase, { ...hearing, workingDays: 20 }, { as: centre.window });
  await earlier(caseId, 90);
  const resumed = await approval.call(caseApi.resumeCase, { caseId, reason: '听证结束' }, { as: centre.window });
  const excluded = resumed.limits.find(({ kind }) => kind === 'statutory')!.segments.find(({ counted }) => !counted)!;
  expect(calendar.workingDaysBetween(new Date(excluded.from), new Date(excluded.to!))).toBe(30);
  const again = approval.call(caseApi.suspendCase, { ...hearing, workingDays: 1 }, { as: centre.window });
  await expect(again).rejects.toMatchObject({ code: 'approval.case.exclusion_cap' });
});

it('tells each rung of the ladder once, and of a step that is late though the whole is not', async () => {
  const { id: caseId } = await centre.accepted();
  await approval.database.query(`update workflow_task set due_at = now() - interval '1 hour' where instance_id = (select instance_id from "case" where id = $1)`, [caseId]); // prettier-ignore
  const job = approval.service.app.get(LampJob);
  await job.run();
  await approval.database.query(`update "case" set due_at = now() - interval '1 minute' where id = $1`, [caseId]);
  await Promise.all([job.run(), job.run()]);
  const lamps = (await centre.view(caseId)).timeline.filter(({ kind }) => kind === 'lamp').map(({ text }) => text);
  expect(lamps).toEqual(['环节“初审分办”已超过环节期限', expect.stringContaining('红牌')]);
  await approval.call(caseApi.urgeCase, { caseId, reason: '请尽快办理' }, { as: centre.leader });
});

it('derives every open due date anew when the calendar changes, and lists what moved', async () => {
  const { id, number, dueAt } = await centre.accepted();
  const day = chinaDay(new Date(dueAt!));
  const years = xinjiangYears.map(
    (year) =>
    String(year.year) === day.slice(0, 4) ? { ...year, days: [...year.days.filter((each) => each.day !== day), { day, kind: 'off' as const, note: '试验假日' }].sort((a, b) => (a.day < b.day ? -1 : 1)) } : year, // prettier-ignore
  );
  const known = years.some((year) => String(year.year) === day.slice(0, 4));
  if (!known)
    years.push({ year: Number(day.slice(0, 4)), status: 'published', source: '试验', days: [{ day, kind: 'off', note: '试验假日' }] });
  const changed = new WorkingCalendar(years, xinjiangOfficeHours);
  const ctx: Ctx = jobContext('putCalendar');
  const moved = await approval.database.transaction((manager) =>
    approval.service.app.get(Rederive).all(new Tx(manager, ctx, 'approval'), changed),
  );
  expect(moved).toContainEqual({ caseNumber: number, limit: '承诺办结期限', from: dueAt, to: changed.addWorkingDays(new Date(dueAt!), 1).at.toISOString() }); // prettier-ignore
  expect((await centre.view(id)).timeline.at(-1)).toMatchObject({ kind: 'due_moved' });
});
