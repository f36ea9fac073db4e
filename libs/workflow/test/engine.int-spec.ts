import type { TaskView } from '@karez/workflow';
import { Office, 甲, 乙, 丙, 丁 } from './office.js';
import { chain, edge, end, gateway, human, procedure, start, threeDepartments } from './procedures.js';

let office: Office;
beforeAll(async () => {
  const of = (person: typeof 甲) => [{ assignee: person, label: person.name }];
  office = await Office.open(
    {
      ...{ accept: [{ candidates: ['person:p-jia', 'person:p-yi'] }], water: of(甲), land: of(乙), fire: of(丙), leader: of(丁) },
      committee: [...of(甲), ...of(乙), ...of(丙)],
    },
    { handlers: { number: async () => ({ number: '新水许〔2026〕1号' }) } },
  );
  await office.publish(threeDepartments());
});
afterAll(() => office.close());

const byNode = (tasks: readonly TaskView[], nodeId: string): TaskView => tasks.find((task) => task.nodeId === nodeId)!;
const departments = async () => {
  const { opened } = await office.start('three');
  const { opened: three, instance } = await office.complete(甲, opened[0]!);
  return { three, id: instance.id };
};

it('leads a case through three departments at once to the leader and to its end', async () => {
  const { three } = await departments();
  expect(three.map(({ nodeId }) => nodeId).sort()).toEqual(['fire', 'land', 'water']);
  await office.complete(甲, byNode(three, 'water'));
  expect((await office.complete(乙, byNode(three, 'land'))).opened).toEqual([]);
  const { opened } = await office.complete(丙, byNode(three, 'fire'));
  expect(opened.map(({ nodeId }) => nodeId)).toEqual(['leader']);
  const last = await office.complete(丁, opened[0]!);
  expect(last).toMatchObject({ ended: true, instance: { state: 'ended', outcome: 'granted', at: [] } });
  const history = await office.act(甲, (tx) => office.engine.history(tx, last.instance.id));
  expect(history.map(({ ordinal }) => ordinal)).toEqual(history.map((_, index) => index + 1));
  expect(history.filter(({ kind }) => kind === 'task-done')).toHaveLength(5);
});

it('lets one of a hundred simultaneous completions win and tells the others who', async () => {
  const { opened, instance } = await office.start('three');
  const answers = await Promise.allSettled(
    Array.from({ length: 100 }, (_, index) => office.complete(index % 2 ? 甲 : 乙, opened[0]!, `agree-${index}`)),
  );
  const won = answers.filter(({ status }) => status === 'fulfilled');
  expect(won).toHaveLength(1);
  const task = (await office.tasks(instance.id))[0]!;
  for (const answer of answers) {
    if (answer.status === 'rejected')
      expect(answer.reason).toMatchObject({
        ...{ code: 'workflow.task_closed' },
        evidence: { taskId: task.id, state: 'done', by: task.closedBy, at: task.closedAt!.toISOString(), outcome: task.outcome },
      });
  }
  expect(await office.openTasks(instance.id)).toHaveLength(3);
});

it('returns after the join to one department: the others keep their answers and only it is asked again', async () => {
  const { three, id } = await departments();
  await office.complete(甲, byNode(three, 'water'));
  await office.complete(乙, byNode(three, 'land'));
  const leader = (await office.complete(丙, byNode(three, 'fire'))).opened[0]!;
  expect(await office.act(丁, (tx) => office.engine.returnable(tx, leader.id))).toContainEqual({ nodeId: 'land', name: 'land' });
  const back = await office.act(丁, (tx) => office.engine.returnTo(tx, leader.id, { nodeId: 'land', reason: '请补充占地意见' }));
  expect(back.opened.map(({ nodeId }) => nodeId)).toEqual(['land']);
  expect(back.instance.steps).toMatchObject({ water: { outcome: 'agree' }, fire: { outcome: 'agree' } });
  const again = await office.complete(乙, back.opened[0]!, 'agree');
  expect(again.opened.map(({ nodeId }) => nodeId)).toEqual(['leader']);
  const ended = await office.complete(丁, again.opened[0]!);
  expect(ended.ended).toBe(true);
  const tasks = await office.tasks(id);
  expect(tasks.filter(({ opinion }) => opinion)).toHaveLength(7);
  expect(tasks.find(({ state }) => state === 'returned')).toMatchObject({ opinion: '请补充占地意见', closedBy: 丁 });
});

it('returns before the fork: the open tasks of all branches are cancelled, given opinions stay, and all are asked again', async () => {
  const { three, id } = await departments();
  await office.complete(甲, byNode(three, 'water'));
  const back = await office.act(乙, (tx) => office.engine.returnTo(tx, byNode(three, 'land').id, { nodeId: 'accept', reason: '材料不齐' }));
  expect(back.opened.map(({ nodeId }) => nodeId)).toEqual(['accept']);
  expect(back.closed.map(({ nodeId, state, closedReason }) => [nodeId, state, closedReason])).toEqual([
    ['land', 'returned', undefined],
    ['fire', 'cancelled', 'returned'],
  ]);
  const { opened } = await office.complete(甲, back.opened[0]!);
  expect(opened).toHaveLength(3);
  expect((await office.tasks(id)).filter(({ opinion }) => opinion === '甲：agree')).toHaveLength(3);
  await expect(office.complete(丙, byNode(three, 'fire'))).rejects.toMatchObject({ code: 'workflow.task_closed' });
});

it('refuses to return to a step that does not lie behind, or without a reason', async () => {
  const { three } = await departments();
  const task = byNode(three, 'land').id;
  const to = (nodeId: string, reason = '理由') => office.act(乙, (tx) => office.engine.returnTo(tx, task, { nodeId, reason }));
  for (const nodeId of ['leader', 'water', 'land', 'nowhere'])
    await expect(to(nodeId)).rejects.toMatchObject({ code: 'workflow.return_not_earlier' });
  await expect(to('accept', ' ')).rejects.toMatchObject({ code: 'workflow.reason_missing' });
});

it('is claimed by one, released by that one, transferred, and delegated so that both names show', async () => {
  const { opened } = await office.start('three');
  const { id } = opened[0]!;
  const claimed = await office.act(甲, (tx) => office.engine.claim(tx, id));
  expect(claimed.changed).toMatchObject([{ id, assignee: 甲, shownAs: '甲' }]);
  await expect(office.act(乙, (tx) => office.engine.claim(tx, id))).rejects.toMatchObject({
    code: 'workflow.task_claimed',
    evidence: { by: 甲 },
  });
  await expect(office.complete(乙, opened[0]!)).rejects.toMatchObject({ code: 'workflow.task_not_yours' });
  expect((await office.act(甲, (tx) => office.engine.release(tx, id))).changed[0]!.assignee).toBeUndefined();
  const given = await office.act(乙, (tx) => office.engine.transfer(tx, id, { to: 丙, reason: '出差' }));
  expect(given.changed).toMatchObject([{ assignee: 丙, request: '出差' }]);
  const delegated = await office.act(丙, (tx) => office.engine.delegate(tx, id, { to: 丁, reason: '代办' }));
  expect(delegated.changed[0]!.shownAs).toBe('丙(丁代)');
  const done = await office.complete(丁, opened[0]!);
  expect(done.closed[0]).toMatchObject({ shownAs: '丙(丁代)', closedBy: 丁, assignee: 丙 });
  const named = done.opened[0]!;
  await expect(office.act(甲, (tx) => office.engine.release(tx, byNode(done.opened, 'water').id))).rejects.toMatchObject({
    code: 'workflow.task_without_pool',
  });
  const moved = await office.act(丁, (tx) => office.engine.transfer(tx, named.id, { to: 丁, reason: '调整', by: 'supervisor' }));
  expect(moved.changed[0]!.assignee).toEqual(丁);
});

it('waits for a signature before and asks for one after; consulting moves nothing', async () => {
  const { opened } = await office.start('three');
  const { id } = opened[0]!;
  const asked = await office.act(甲, (tx) => office.engine.consult(tx, id, { seats: [{ assignee: 丁 }], question: '是否属于本级？' }));
  expect(asked.opened).toMatchObject([{ kind: 'consult', request: '是否属于本级？' }]);
  const before = await office.act(甲, (tx) => office.engine.addSign(tx, id, { when: 'before', seats: [{ assignee: 乙 }], reason: '先看' }));
  await expect(office.complete(甲, opened[0]!)).rejects.toMatchObject({ code: 'workflow.task_waiting' });
  expect((await office.complete(乙, before.opened[0]!, 'disagree')).opened).toMatchObject([{ id }]);
  await office.act(甲, (tx) => office.engine.addSign(tx, id, { when: 'after', seats: [{ assignee: 丙 }], reason: '复核' }));
  const after = await office.complete(甲, opened[0]!);
  expect(after.opened).toMatchObject([{ kind: 'after', assignee: 丙 }]);
  expect(after.closed.map(({ kind, closedReason }) => [kind, closedReason])).toEqual([
    ['work', undefined],
    ['consult', 'not_needed'],
  ]);
  const next = await office.complete(丙, after.opened[0]!);
  expect(next.opened).toHaveLength(3);
  expect(next.instance.steps.accept).toMatchObject({ outcome: 'agree', answered: 2 });
});

it('stands still while suspended, and goes on where it stood', async () => {
  const { opened, instance } = await office.start('three');
  const suspended = await office.act(甲, (tx) =>
    office.engine.suspend(tx, instance.id, { kind: 'hearing', document: '除外告知〔2026〕1号' }),
  );
  expect(suspended.instance).toMatchObject({
    state: 'suspended',
    suspension: { kind: 'hearing', document: '除外告知〔2026〕1号', by: 甲 },
  });
  await expect(office.complete(甲, opened[0]!)).rejects.toMatchObject({ code: 'workflow.instance_suspended' });
  await expect(office.act(甲, (tx) => office.engine.suspend(tx, instance.id, { kind: 'test' }))).rejects.toMatchObject({
    code: 'workflow.instance_suspended',
  });
  await office.act(甲, (tx) => office.engine.resume(tx, instance.id, {}));
  await expect(office.act(甲, (tx) => office.engine.resume(tx, instance.id, {}))).rejects.toMatchObject({
    code: 'workflow.instance_not_suspended',
  });
  expect((await office.complete(甲, opened[0]!)).opened).toHaveLength(3);
});

it('is withdrawn or superseded once, with its open tasks cancelled', async () => {
  const { three, id } = await departments();
  const gone = await office.act(甲, (tx) => office.engine.withdraw(tx, id, { reason: '申请人撤回' }));
  expect(gone.closed.map(({ closedReason }) => closedReason)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
  await expect(office.complete(甲, byNode(three, 'water'))).rejects.toMatchObject({ code: 'workflow.task_closed' });
  await expect(office.act(甲, (tx) => office.engine.supersede(tx, id, { reason: 'x' }))).rejects.toMatchObject({
    code: 'workflow.instance_over',
  });
  const other = await office.start('three');
  const over = await office.act(甲, (tx) => office.engine.supersede(tx, other.instance.id, { by: id, reason: '重新受理' }));
  expect(over.instance).toMatchObject({ state: 'superseded', supersededBy: id });
});

const meeting = (code: string, more: object) =>
  office.publish(procedure(code, [start, human('vote', 'committee', more), end], chain('start', 'vote', 'end')));

it('counts all, a ratio and the first of any; a sequence opens one after another', async () => {
  await meeting('all', { mode: 'all', order: 'sequential' });
  const one = await office.start('all');
  expect(one.opened).toMatchObject([{ assignee: 甲 }]);
  const two = await office.complete(甲, one.opened[0]!);
  expect(two.opened).toMatchObject([{ assignee: 乙 }]);
  const three = await office.complete(乙, two.opened[0]!, 'disagree');
  const last = await office.complete(丙, three.opened[0]!);
  expect(last.instance.steps.vote).toEqual({ outcome: 'disagree', seats: 3, answered: 3, agreed: 2 });

  await meeting('ratio', { mode: 'ratio', ratio: 2 / 3 });
  const votes = await office.start('ratio');
  expect(votes.opened).toHaveLength(3);
  await office.complete(甲, votes.opened[0]!);
  const passed = await office.complete(乙, votes.opened[1]!);
  expect(passed).toMatchObject({ ended: true, instance: { steps: { vote: { outcome: 'agree', agreed: 2 } } } });
  expect(passed.closed[1]).toMatchObject({ assignee: 丙, closedReason: 'not_needed' });

  await meeting('any', { mode: 'any' });
  const any = await office.start('any');
  const first = await office.complete(丙, any.opened[2]!, 'return');
  expect(first).toMatchObject({ ended: true, instance: { steps: { vote: { outcome: 'return' } } } });
  await expect(office.complete(甲, any.opened[0]!)).rejects.toMatchObject({
    ...{ code: 'workflow.task_closed', evidence: { by: 丙, reason: 'decided_by_other' } },
  });
});

it('takes only the outcomes and commands that the step allows', async () => {
  await office.publish(
    procedure(
      'strict',
      [start, human('s', 'water', { outcomes: ['agree', 'disagree'], commands: ['claim'] }), end],
      chain('start', 's', 'end'),
    ),
  );
  const { opened } = await office.start('strict');
  await expect(office.complete(甲, opened[0]!, 'maybe')).rejects.toMatchObject({ code: 'workflow.outcome_unknown' });
  await expect(office.act(甲, (tx) => office.engine.transfer(tx, opened[0]!.id, { to: 乙, reason: 'x' }))).rejects.toMatchObject({
    code: 'workflow.command_not_allowed',
  });
});

it('routes by guards over variables and decision tables, runs automatic steps, and moves nothing when a guard fails', async () => {
  const guarded = {
    ...procedure(
      'routed',
      [
        start,
        human('a', 'water'),
        { id: 'class', kind: 'decision', name: '分级', table: 't', result: 'class' },
        gateway('way', 'xor'),
        { id: 'number', kind: 'automatic', name: '编号', handler: 'number' },
        human('big', 'leader'),
        gateway('merge', 'xor'),
        end,
      ],
      [
        ...chain('start', 'a', 'class', 'way'),
        edge('way', 'big', { guard: { and: [{ '==': [{ var: 'class' }, '报告书'] }, { '>': [{ '/': [100, { var: 'area' }] }, 0] }] } }),
        edge('way', 'number', { default: true }),
        ...chain('big', 'merge', 'end'),
        ...chain('number', 'merge'),
      ],
    ),
    decisions: {
      t: {
        ...{
          name: '类别',
          hitPolicy: 'F' as const,
          inputs: [{ expression: 'area' }, { expression: 'volume' }],
          outputs: [{ name: 'class' }],
        },
        rules: [
          { when: ['>= 5', '-'], then: ['"报告书"'] },
          { when: ['-', '>= 50000'], then: ['"报告书"'] },
          { when: ['-', '-'], then: ['"报告表"'] },
        ],
      },
    },
  };
  await office.publish(guarded);
  const big = await office.start('routed');
  expect((await office.complete(甲, big.opened[0]!, 'agree', { area: 6, volume: 1 })).opened).toMatchObject([{ nodeId: 'big' }]);
  const small = await office.start('routed');
  const ended = await office.complete(甲, small.opened[0]!, 'agree', { area: 1, volume: 1 });
  expect(ended).toMatchObject({ ended: true, instance: { variables: { class: '报告表', number: '新水许〔2026〕1号' } } });
  const broken = await office.start('routed');
  await expect(office.complete(甲, broken.opened[0]!, 'agree', { area: 0, volume: 50_000 })).rejects.toMatchObject({
    code: 'workflow.guard_failed',
  });
  expect(await office.openTasks(broken.instance.id)).toMatchObject([{ nodeId: 'a', state: 'open' }]);
});

it('an or join waits for just the branches that were taken', async () => {
  const asks = (name: string) => ({ guard: { '==': [{ var: name }, true] } });
  await office.publish(
    procedure(
      'inclusive',
      [start, gateway('split', 'or'), human('water'), human('land'), human('fire'), gateway('meet', 'or'), human('leader'), end],
      [
        ...chain('start', 'split'),
        ...['water', 'land', 'fire'].flatMap((id) => [edge('split', id, asks(id)), edge(id, 'meet')]),
        edge('split', 'leader', { default: true }),
        ...chain('meet', 'leader', 'end'),
      ],
    ),
  );
  const two = await office.start('inclusive', { water: true, fire: true });
  expect(two.opened.map(({ nodeId }) => nodeId)).toEqual(['water', 'fire']);
  expect((await office.complete(甲, two.opened[0]!)).opened).toEqual([]);
  expect((await office.complete(丙, two.opened[1]!)).opened).toMatchObject([{ nodeId: 'leader' }]);
  expect((await office.start('inclusive')).opened).toMatchObject([{ nodeId: 'leader' }]);
});

it('keeps a running instance on its version; a migration tells first what it would change, or why not', async () => {
  const { three, id } = await departments();
  await office.complete(甲, byNode(three, 'water'));
  const next = threeDepartments(2);
  await office.publish({ ...next, nodes: next.nodes.map((node) => (node.id === 'leader' ? { ...node, limitDays: 3 } : node)) });
  const lost = threeDepartments(3);
  await office.publish({
    ...lost,
    nodes: lost.nodes.filter((node) => node.id !== 'land'),
    edges: lost.edges.filter(({ from, to }) => from !== 'land' && to !== 'land'),
  });
  const move = (version: number, dryRun?: boolean) =>
    office.act(甲, (tx) => office.engine.migrate(tx, [id], version, dryRun === undefined ? {} : { dryRun }));
  expect(await move(3, false)).toMatchObject([{ refusal: { code: 'workflow.migrate_node_missing' }, from: 1, to: 3 }]);
  const dry = await move(2);
  expect(dry).toMatchObject([{ changes: [{ what: 'step-changed', nodeId: 'leader' }] }]);
  expect((await office.act(甲, (tx) => office.engine.instance(tx, id))).version).toBe(1);
  expect(await move(2, false)).toEqual(dry);
  await office.complete(乙, byNode(three, 'land'));
  const { opened } = await office.complete(丙, byNode(three, 'fire'));
  expect(opened).toMatchObject([{ nodeId: 'leader', limitDays: 3 }]);
});

it('publishes a version once, in order, and only when it is sound', async () => {
  await expect(office.publish({ ...threeDepartments(1), title: '别的' })).rejects.toMatchObject({ code: 'workflow.version_taken' });
  await expect(office.publish(threeDepartments(9))).rejects.toMatchObject({ code: 'workflow.version_order', params: { expected: 4 } });
  await expect(office.publish(procedure('bad', [start, human('a'), end], chain('start', 'a')))).rejects.toMatchObject({
    ...{ code: 'workflow.procedure_refused', evidence: { findings: expect.arrayContaining([expect.objectContaining({ at: 'a' })]) } },
  });
  await expect(office.start('nothing')).rejects.toMatchObject({ code: 'workflow.procedure_unknown' });
});

it('does not start a step that nobody holds', async () => {
  await office.publish(procedure('nobody', [start, human('x', 'unknown'), end], chain('start', 'x', 'end')));
  await expect(office.start('nobody')).rejects.toMatchObject({ code: 'workflow.nobody_to_act' });
});
