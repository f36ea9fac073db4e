import { jest } from '@jest/globals';
import type { ListCases, ListTasks } from '@karez/contracts-approval';
import { type Ctx, WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import { CaseLists } from '../src/case/case.lists.js';
import { jobContext } from '../src/jobs/job-context.js';
import { TaskLists } from '../src/task/task.lists.js';
import { ApprovalUnderTest, type Caller } from './approval-under-test.js';
import { Centre } from './centre.js';
import { explained, explainedQuery } from './explained.js';

jest.setTimeout(120_000);
const many = 20_000;
const calendar = new WorkingCalendar(xinjiangYears, xinjiangOfficeHours);
let approval: ApprovalUnderTest;
let centre: Centre;
beforeAll(async () => {
  approval = await ApprovalUnderTest.start();
  centre = await Centre.open(approval);
  const { id } = await centre.accepted();
  await centre.accepted();
  // copies of one that runs: most were delivered long ago, every hundredth is open and has a task at the window
  await approval.owner(
    `create temporary table copied as select gen_random_uuid() as id, gen_random_uuid() as run, n from generate_series(1, ${many}) n;
     insert into "case" select (jsonb_populate_record(kase, jsonb_build_object('id', copied.id, 'number', 'SL2020-' || lpad(n::text, 6, '0'),
       'instance_id', copied.run, 'state', case when n % 100 = 0 then 'accepted' else 'delivered' end,
       'due_at', case when n % 100 = 0 then now() + n * interval '1 minute' end, 'created_at', now() - n * interval '1 hour',
       'submitted_at', now() - n * interval '1 hour', 'applicant_id', case when n % 2000 = 0 then kase.applicant_id else gen_random_uuid() end))).*
     from "case" kase, copied where kase.id = '${id}';
     insert into case_body select copied.id, '${centre.windowOrg}' from copied;
     insert into workflow_instance select (jsonb_populate_record(instance, jsonb_build_object('id', copied.run, 'subject_id', copied.id::text))).*
     from workflow_instance instance, copied where instance.subject_id = '${id}' and n % 100 = 0;
     insert into workflow_token select (jsonb_populate_record(token, jsonb_build_object('id', copied.id, 'instance_id', copied.run))).*
     from workflow_token token, copied where token.state = 'at' and token.instance_id = (select instance_id from "case" where id = '${id}') and n % 100 = 0;
     insert into workflow_task select (jsonb_populate_record(task, jsonb_build_object('id', copied.id, 'instance_id', copied.run, 'token_id', copied.id))).*
     from workflow_task task, copied where task.instance_id = (select instance_id from "case" where id = '${id}') and n % 100 = 0;
     insert into workflow_task_candidate select key, id from workflow_task, unnest(candidates) key on conflict do nothing;
     analyze;`,
  );
}, 120_000);
afterAll(() => approval.stop());
const ctxOf = ({ actor }: Caller): Ctx => ({ ...jobContext('list'), actor });

it.each<[ListCases, string]>([
  [{ sort: 'due' }, 'case_by_due'],
  [{ sort: '-submitted' }, 'case_by_submission'],
])('the first page of all cases by %j reads little more than it shows', async (request, index) => {
  const lists = approval.service.app.get(CaseLists);
  const query = lists.shown(request, ctxOf(centre.window), calendar);
  if (request.sort === 'due') query.orderBy(`coalesce(kase.due_at, 'infinity')`).addOrderBy('kase.id');
  else query.orderBy('kase.submitted_at', 'DESC').addOrderBy('kase.id', 'DESC');
  const { scans, touched } = await explainedQuery(approval.database, query.limit(21));
  expect(scans.join()).toContain(index);
  expect(touched).toBeLessThan(250);
});

it('the applicant reads own cases alone', async () => {
  const sql = `select id from "case" where applicant_id = $1 and state <> 'discarded' order by created_at desc, id desc limit 21`;
  const { scans, touched } = await explained(approval.database, sql, [centre.applicant.actor.id]);
  expect(scans.join()).toContain('case_of_applicant');
  expect(touched).toBeLessThan(40);
});

it.each<NonNullable<ListTasks['tab']>>(['mine', 'claimable', 'done'])('the list of tasks %s reads what is for the person', async (tab) => {
  const query = approval.service.app.get(TaskLists).shown({ tab }, ctxOf(centre.window));
  const { scans } = await explainedQuery(
    approval.database,
    query.orderBy('task.opened_at', 'DESC').addOrderBy('task.id', 'DESC').limit(21),
  );
  expect(scans.join()).not.toMatch(/Seq Scan (case|workflow_event)\b/);
});
