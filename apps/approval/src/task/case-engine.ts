import type { Provider } from '@nestjs/common';
import { type HumanNode, type Seat, type StepContext, WorkflowEngine } from '@karez/workflow';
import { Calendars } from '../calendar/calendars.js';
import { candidatesFor, keysOf, type Post, posts } from './posts.js';

/** The engine as approval uses it: seats are posts of bodies, steps are due by the working calendar. */
export const caseEngine: Provider = {
  provide: WorkflowEngine,
  inject: [Calendars],
  useFactory: (calendars: Calendars) =>
    new WorkflowEngine({
      keysOf,
      roles: [...posts],
      resolve: async ({ role, office }, _node, context) => seatOf(role as Post, office, context),
      dueAt: async ({ limitDays }: HumanNode, { tx }) =>
        limitDays ? (await calendars.workingCalendar(tx.manager)).addWorkingDays(tx.ctx.now, limitDays).at : undefined,
    }),
};

/** An office by its name, else the window's own body. No office of that name: nobody acts, and the command that led here is refused. */
async function seatOf(post: Post, office: string | undefined, { tx: { manager }, instance }: StepContext): Promise<Seat[]> {
  const [found] = await manager.query<{ id: string; name: string }[]>(
    office ? 'select id, name from org_copy where name = $1 and abolished_on is null' : 'select id, name from org_copy where id = $1::uuid',
    [office ?? instance.variables.orgId],
  );
  if (!found) return [];
  await manager.query('insert into case_body (case_id, org_id) values ($1, $2) on conflict do nothing', [instance.subjectId, found.id]);
  return [{ candidates: await candidatesFor(manager, post, found.id), label: found.name }];
}
