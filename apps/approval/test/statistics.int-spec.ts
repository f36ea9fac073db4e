import { jest } from '@jest/globals';
import { type CaseCount, caseApi, type CaseView, statisticsApi } from '@karez/contracts-approval';
import { chinaDay, newId, WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import { eventually } from '@karez/testing';
import { stories } from '../src/seed/case-stories.js';
import { plantCatalogue } from '../src/seed/plant-catalogue.js';
import { ApprovalUnderTest, type Caller } from './approval-under-test.js';

jest.setTimeout(90_000);
const calendar = new WorkingCalendar(xinjiangYears, xinjiangOfficeHours);
const offices = ['水资源管理处', '河湖管理处', '规划计划处', '水土保持处', '水旱灾害防御处'];
const window = newId();
let approval: ApprovalUnderTest;
let overseer: Caller;
let cases: CaseView[];
beforeAll(async () => {
  approval = await ApprovalUnderTest.start();
  await plantCatalogue(approval.databaseUrl, { withDemonstration: true });
  await approval.body(window, '行政审批处');
  for (const office of offices) await approval.body(newId(), office);
  overseer = await approval.caller({ permissions: ['approval.case.read', 'approval.statistics.read'], scope: 'all' }, window);
  await eventually(
    async () => expect((await approval.call(caseApi.listCases, { limit: 100 }, { as: overseer })).items).toHaveLength(stories.length),
    { timeoutMs: 45_000 },
  );
  // some were decided late, some after the promise, one task after its limit
  await approval.owner(
    `with late as (select id, decided_at + interval '90 days' as at, row_number() over (order by decided_at) as n from "case" where decided_at is not null)
     update "case" set decided_at = late.at, limits = (
       select jsonb_agg(case when each ->> 'kind' in ('statutory', 'promised') then each || jsonb_build_object('endedAt', to_char(late.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) else each end order by ordinal)
       from jsonb_array_elements(limits) with ordinality as row(each, ordinal))
     from late where late.id = "case".id and late.n % 4 = 0;
     update workflow_task set due_at = closed_at - interval '1 minute' where id in (select id from workflow_task where state = 'done' order by id limit 3);`,
  );
  const { items } = await approval.call(caseApi.listCases, { limit: 100 }, { as: overseer });
  cases = await Promise.all(items.map(({ id }) => approval.call(caseApi.getCase, { caseId: id }, { as: overseer })));
}, 90_000);
afterAll(() => approval.stop());

const ask = (request: { from?: string; to?: string } = {}, as = overseer) => approval.call(statisticsApi.getStatistics, request, { as });
const share = (part: number, whole: number): number => Number((part / whole).toFixed(4));

/** The same from what people read of each case. */
function recounted(of: readonly CaseView[]): CaseCount {
  const decided = of.filter(({ decidedAt }) => decidedAt);
  const limit = (kase: CaseView, kind: string) => kase.limits.find((each) => each.kind === kind)!;
  const met = (kind: string) => decided.filter((kase) => limit(kase, kind).state === 'met').length;
  const leads = decided.map((kase) => calendar.workingDaysBetween(new Date(kase.decidedAt!), new Date(limit(kase, 'statutory').dueAt!)));
  const late = (kase: CaseView) => Boolean(kase.decidedAt) && limit(kase, 'statutory').state === 'missed';
  const rated = of.flatMap(({ rating }) => rating ?? []);
  const inState = (...states: string[]) => of.filter(({ state }) => states.includes(state)).length;
  return {
    ...{ submitted: of.length, accepted: of.filter(({ acceptedAt }) => acceptedAt).length, refused: inState('refused') },
    ...{ withdrawn: inState('withdrawn'), running: inState('submitted', 'correcting', 'accepted', 'suspended'), decided: decided.length },
    ...{ granted: decided.filter(({ granted }) => granted).length, onTime: met('statutory'), withinPromise: met('promised') },
    ...(decided.length && {
      ...{ onTimeRate: share(met('statutory'), decided.length), earlyRate: share(leads.filter((lead) => lead > 0).length, decided.length) },
      leadDays: Math.round((leads.reduce((sum, lead) => sum + lead, 0) / decided.length) * 10) / 10,
    }),
    ...{
      yellow: of.filter((kase) => kase.lamp === 'yellow' && !late(kase)).length,
      red: of.filter((kase) => kase.lamp === 'red' || late(kase)).length,
    },
    rated: rated.length,
    ...(rated.length && { satisfaction: share(rated.filter(({ level }) => level >= 3).length, rated.length) }),
  };
}
const days = (back: number): string => chinaDay(new Date(Date.now() - back * 86_400_000));

it('are what the cases say, in sum and by item', async () => {
  const all = await ask({ from: days(365), to: days(0) });
  expect(all.total).toEqual(recounted(cases));
  expect(all.total.onTime).toBeLessThan(all.total.decided);
  expect(all.total.red).toBeGreaterThan(0);
  const codes = [...new Set(cases.map(({ itemCode }) => itemCode))].sort();
  expect(all.byItem.map(({ code }) => code)).toEqual(codes);
  for (const { code, name, ...count } of all.byItem) {
    const own = cases.filter(({ itemCode }) => itemCode === code);
    expect(name).toBe(own[0]!.itemName);
    expect(count).toEqual(recounted(own));
  }
});

it('count by the day of submission in China, both days included', async () => {
  const submitted = cases.map((kase) => ({ kase, day: chinaDay(new Date(kase.submittedAt!)) }));
  for (const day of new Set(submitted.map((each) => each.day))) {
    const { total } = await ask({ from: day, to: day });
    expect(total).toEqual(recounted(submitted.filter((each) => each.day === day).map(({ kase }) => kase)));
  }
  const month = await ask();
  expect([month.from, month.to]).toEqual([days(29), days(0)]);
  expect((await ask({ from: '2020-01-01', to: '2020-01-31' })).total).toEqual(recounted([]));
});

it('count the tasks of each body, and those past their own limit', async () => {
  const { byBody } = await ask({ from: days(365), to: days(0) });
  const tasks = cases.flatMap((kase) => kase.tasks).filter(({ state }) => state !== 'cancelled');
  const late = await approval.database.query<{ name: string; late: number }[]>(
    `select org.name, count(*)::int as late from workflow_task task join org_copy org on task.candidates @> array['review@body:' || org.id]
       or task.candidates @> array['leader@body:' || org.id] or task.candidates @> array['window@body:' || org.id]
     where task.state <> 'cancelled' and coalesce(task.closed_at, now()) > task.due_at group by org.name`,
  );
  expect(byBody.map(({ orgName }) => orgName).sort()).toEqual([...new Set(tasks.map(({ orgName }) => orgName))].sort());
  for (const { orgName, tasks: all, open, done, late: past } of byBody) {
    const own = tasks.filter((task) => task.orgName === orgName);
    expect([orgName, all, open + done]).toEqual([orgName, own.length, own.length]);
    expect(open).toBe(own.filter(({ state }) => state === 'pending' || state === 'claimed').length);
    expect(past).toBe(late.find(({ name }) => name === orgName)?.late ?? 0);
  }
  expect(byBody.reduce((sum, { late: past }) => sum + past, 0)).toBeGreaterThanOrEqual(3);
});

it('are of the cases that the bodies of the caller take part in', async () => {
  const [{ id, name }] = await approval.database.query<[{ id: string; name: string }]>(
    `select id, name from org_copy where name = '水土保持处'`,
  );
  const office = await approval.caller({ permissions: ['approval.statistics.read'] }, id);
  const own = cases.filter(({ tasks }) => tasks.some(({ orgName }) => orgName === name));
  expect(own.length).toBeGreaterThan(0);
  expect(own.length).toBeLessThan(cases.length);
  expect((await ask({ from: days(365), to: days(0) }, office)).total).toEqual(recounted(own));
  const elsewhere = await approval.caller({ permissions: ['approval.statistics.read'] });
  expect((await ask({}, elsewhere)).total.submitted).toBe(0);
});

it.each([
  [{ from: '2026-02-30', to: '2026-03-01' }],
  [{ from: '2026-03-02', to: '2026-03-01' }],
  [{ from: '2025-01-01', to: '2026-03-01' }],
])('refuse the period %j', async (period) => {
  await expect(ask(period)).rejects.toMatchObject({ code: 'approval.statistics.period' });
});

it('are for those who may see them', async () => {
  await expect(ask({}, await approval.caller({}, window))).rejects.toMatchObject({ code: 'auth.forbidden' });
});
