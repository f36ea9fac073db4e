import { randomUUID } from 'node:crypto';
import type { Actor, Ctx } from '@karez/kernel';
import { databaseOptions, UnitOfWork } from '@karez/persistence';
import { createWorkflowTables, type Procedure, type ProcedureNode, type TaskView, WorkflowEngine } from '@karez/workflow';
import { DataSource } from 'typeorm';
import { freshDatabase } from './database.ts';
import { type Driver, payload, steps, timed } from './drive.ts';

const actor: Actor = { realm: 'staff', id: randomUUID(), name: '测试人', grants: [] };
const ctxOf = (): Ctx => ({
  ...{ actor, commandId: randomUUID(), operation: 'cmd.bench.act.v1', requestDigest: '', trace: '', deadline: 0, now: new Date() },
});
const human = (id: string): ProcedureNode => ({ id, kind: 'human', name: id, assignee: { role: id } });
const fork = (id: string): ProcedureNode => ({ id, kind: 'gateway', name: id, gateway: 'and' });
const edges = ['start-accept', 'accept-fork', 'fork-water', 'fork-land', 'fork-fire', 'water-join', 'land-join', 'fire-join'];
const procedure: Procedure = {
  ...{ code: 'bench', version: 1, title: 'bench' },
  nodes: [
    { id: 'start', kind: 'start', name: 'start' },
    ...[human('accept'), fork('fork'), human('water'), human('land'), human('fire'), fork('join'), human('leader')],
    { id: 'end', kind: 'end', name: 'end', outcome: 'granted' },
  ],
  edges: [...edges, 'join-leader', 'leader-end'].map((way) => {
    const [from, to] = way.split('-');
    return { id: way, from: from!, to: to! };
  }),
};

/** libs/workflow as a service uses it: the row of the command, history, audit and outbox in one transaction. */
export async function karez(): Promise<Driver> {
  const url = await freshDatabase('bench_karez');
  const options = databaseOptions({ url, service: 'bench', entities: [], migrations: [], poolSize: 16 });
  const source = await new DataSource(options).initialize();
  await source.runMigrations();
  await createWorkflowTables(source);
  const engine = new WorkflowEngine({ resolve: ({ role }) => Promise.resolve([{ label: role, candidates: [`person:${actor.id}`] }]) });
  const work = new UnitOfWork(source, 'bench');
  await work.run(ctxOf(), async (tx) => {
    await engine.publish(tx, procedure);
    return {};
  });
  return {
    name: 'karez',
    async runOne() {
      const times: number[] = [];
      const started = await work.run(ctxOf(), (tx) =>
        engine.start(tx, { code: 'bench', subjectKind: 'case', subjectId: randomUUID(), variables: {} }),
      );
      const open: TaskView[] = [...started.opened];
      for (const step of steps) {
        const task = open.find(({ nodeId }) => nodeId === step)!;
        const answer = { outcome: 'agree', opinion: payload.opinion, variables: { [step]: payload.remark } };
        const moved = await timed(times, () => work.run(ctxOf(), (tx) => engine.complete(tx, task.id, answer)));
        open.push(...moved.opened);
      }
      return times;
    },
    async assertDone(cases) {
      const [done] = await source.query<[{ ended: number; tasks: number; audited: number; numbered: number }]>(
        `select (select count(*)::int from workflow_instance where state = 'ended') as ended,
                (select count(*)::int from workflow_task where state = 'done') as tasks,
                (select count(*)::int from handled_command) - 1 as audited,
                (select count(*)::int from (select instance_id from workflow_event group by 1 having count(*) <> max(ordinal)) gaps) as numbered`,
      );
      if (done.ended !== cases || done.tasks !== 5 * cases || done.audited !== 6 * cases || done.numbered !== 0)
        throw new Error(`karez: ${JSON.stringify(done)} of ${cases} cases`);
    },
    close: () => source.destroy(),
  };
}
