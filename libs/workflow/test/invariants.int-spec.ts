import { DomainError } from '@karez/kernel';
import { checkProcedure, type Moved, type PersonRef, type TaskView } from '@karez/workflow';
import { holder, Office, 甲, 乙, 丙, 丁 } from './office.js';
import { randomProcedure, seeded } from './random-procedures.js';

const runs = 60;
const mostActs = 60;
let office: Office;
beforeAll(async () => {
  office = await Office.open({
    one: [{ assignee: 甲 }],
    pool: [{ candidates: ['person:p-yi', 'person:p-bing'] }],
    three: [{ assignee: 甲 }, { assignee: 乙 }, { assignee: 丙 }],
  });
});
afterAll(() => office.close());

type Random = (below: number) => number;
const pick = <T>(from: readonly T[], random: Random): T => from[random(from.length)]!;

/** One random act of one who may; refusals that the rules foresee are no act. */
async function act(task: TaskView, instanceId: string, random: Random): Promise<Moved | undefined> {
  const person: PersonRef = task.delegate ?? holder(task);
  const { engine } = office;
  const someone = { assignee: pick([甲, 乙, 丙, 丁], random) };
  const acts: ((id: string) => Promise<Moved>)[] = [
    (id) => office.act(person, (tx) => engine.addSign(tx, id, { when: random(2) ? 'before' : 'after', seats: [someone], reason: '加签' })),
    (id) => office.act(person, (tx) => engine.consult(tx, id, { seats: [someone], question: '意见？' })),
    (id) => office.act(person, (tx) => engine.transfer(tx, id, { to: someone.assignee, reason: '转办' })),
    (id) => office.act(person, (tx) => engine.delegate(tx, id, { to: someone.assignee, reason: '代办' })),
    async (id) => {
      const earlier = await office.act(person, (tx) => engine.returnable(tx, id));
      if (earlier.length === 0) throw new DomainError('workflow.return_not_earlier');
      return office.act(person, (tx) => engine.returnTo(tx, id, { nodeId: pick(earlier, random).nodeId, reason: '退回' }));
    },
    async () => {
      await office.act(person, (tx) => engine.suspend(tx, instanceId, { kind: 'hearing' }));
      return office.act(person, (tx) => engine.resume(tx, instanceId, {}));
    },
  ];
  try {
    if (random(3) === 0) return await pick(acts, random)(task.id);
    return await office.complete(person, task, random(4) ? 'agree' : 'disagree', { [`v${random(3)}`]: random(2) });
  } catch (error) {
    if (error instanceof DomainError && /command_not_allowed|return_not_earlier/.test(error.code)) return undefined;
    throw error;
  }
}

it.each(Array.from({ length: runs }, (_, seed) => seed))(
  'seed %i: no stuck token, no lost opinion, one end, whatever is done to a random procedure',
  async (seed) => {
    const random = seeded(seed);
    const procedure = randomProcedure(`random-${seed}`, random);
    expect(checkProcedure(procedure).filter(({ severity }) => severity === 'error')).toEqual([]);
    await office.publish(procedure);
    const { instance } = await office.start(procedure.code);
    const opinions = new Set<string>();
    let ends = 0;
    for (let acts = 0; acts < mostActs && ends === 0; acts += 1) {
      const open = await office.openTasks(instance.id);
      const moving = open.filter(({ kind }) => kind !== 'consult');
      expect(moving.length).toBeGreaterThan(0);
      const moved = await act(pick(open, random), instance.id, random);
      for (const { id, opinion, outcome } of moved?.closed ?? []) if (opinion) opinions.add(`${id} ${outcome} ${opinion}`);
      ends += moved?.events.filter(({ kind }) => kind === 'ended').length ?? 0;
    }
    // whatever is still open is agreed to, which leads to the end
    for (let rest = 0; rest < 500 && ends === 0; rest += 1) {
      const task = (await office.openTasks(instance.id)).find(({ kind }) => kind !== 'consult')!;
      const moved = await office.complete(task.delegate ?? holder(task), task);
      for (const { id, opinion, outcome } of moved.closed) if (opinion) opinions.add(`${id} ${outcome} ${opinion}`);
      ends += moved.events.filter(({ kind }) => kind === 'ended').length;
    }
    expect(ends).toBe(1);
    const tasks = await office.tasks(instance.id);
    expect(tasks.filter(({ state }) => state === 'open' || state === 'waiting')).toEqual([]);
    const kept = new Set(tasks.filter(({ opinion }) => opinion).map(({ id, outcome, opinion }) => `${id} ${outcome} ${opinion}`));
    expect(kept).toEqual(opinions);
    const history = await office.act(甲, (tx) => office.engine.history(tx, instance.id, { limit: 5_000 }));
    expect(history.map(({ ordinal }) => ordinal)).toEqual(history.map((_, index) => index + 1));
    expect(
      await office.source.query(
        'select 1 from workflow_task_candidate c join workflow_task t on t.id = c.task_id where t.instance_id = $1',
        [instance.id],
      ),
    ).toEqual([]);
  },
);
