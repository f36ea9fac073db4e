import { OrgChanged, PersonChanged } from '@karez/contracts-identity';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { newId } from '@karez/kernel';
import { OrgCopy } from '@karez/service';
import { People } from '../src/people/people.js';
import { PersonCopy } from '../src/people/person-copy.reaction.js';
import { Handlings } from '../src/handling/handlings.js';
import { Todos } from '../src/todo/todos.js';
import { OaUnderTest } from './oa-under-test.js';

let oa: OaUnderTest;
const [office, other] = [newId(), newId()];
beforeAll(async () => {
  oa = await OaUnderTest.start();
  for (const [id, name] of [
    [office, '办公室'],
    [other, '河湖处'],
  ] as const)
    await oa.database.transaction((manager) =>
      oa.service.app
        .get(OrgCopy)
        .keep({ data: new OrgChanged(id, name, 'office', null, null, null) } as EventEnvelope<OrgChanged>, { manager }),
    );
}, 60_000);
afterAll(() => oa.stop());

const tell = (event: PersonChanged) =>
  oa.database.transaction((manager) => oa.service.app.get(PersonCopy).keep({ data: event } as EventEnvelope<PersonChanged>, { manager }));
const at = (personId: string, orgId?: string) => oa.service.app.get(People).at(oa.database.manager, personId, orgId);

it('knows a person in the primary post, and in the body that is asked for', async () => {
  const id = newId();
  const posts = [
    { orgId: office, title: '文书岗', primary: true },
    { orgId: other, title: '兼职', primary: false },
  ];
  await tell(new PersonChanged(id, '泉映月', 'active').with({ account: 'quan', nameSort: 'quan', mobile: null, email: null, posts }));
  expect(await at(id)).toEqual({ id, name: '泉映月', orgId: office, orgName: '办公室', title: '文书岗' });
  expect(await at(id, other)).toMatchObject({ orgName: '河湖处', title: '兼职' });
});

it('keeps the posts when an event says nothing of them, and refuses the disabled and the strangers', async () => {
  const id = newId();
  await tell(new PersonChanged(id, '石守闸', 'active').with({ posts: [{ orgId: office, title: '岗', primary: true }] }));
  await tell(new PersonChanged(id, '石守闸门', 'active'));
  expect(await at(id)).toMatchObject({ name: '石守闸门', title: '岗' });
  await expect(at(id, other)).rejects.toMatchObject({ code: 'oa.person.not_there' });
  await tell(new PersonChanged(id, '石守闸门', 'disabled'));
  await expect(at(id)).rejects.toMatchObject({ code: 'oa.person.not_there' });
});

it('opens a step once for each holder, ends it once, and urges all who have it open', async () => {
  const todos = oa.service.app.get(Todos);
  const { actor } = await oa.caller();
  const tx = { manager: oa.database.manager, ctx: { actor, now: new Date() } } as unknown as Parameters<Todos['open']>[0];
  const subjectId = newId();
  const step = {
    service: 'oa',
    kind: 'outgoing',
    subjectId,
    step: 'countersign',
    title: '甲',
    act: '会签',
    href: '/oa/documents/1',
  } as const;
  const first = await todos.open(tx, { ...step, personId: actor.id });
  expect(await todos.open(tx, { ...step, personId: actor.id, title: '乙' })).toBe(first);
  await todos.open(tx, { ...step, orgId: office });
  expect(await todos.urge(tx, subjectId)).toBe(2);
  expect(await todos.end(tx, { subjectId, step: 'countersign', holderId: actor.id })).toBe(1);
  expect(await todos.end(tx, { subjectId, step: 'countersign', holderId: actor.id })).toBe(0);
  expect(await todos.end(tx, { subjectId }, 'cancelled')).toBe(1);
  const rows = await oa.database.query<object[]>('select title, state, urged, done_by from todo where subject_id = $1 order by state', [
    subjectId,
  ]);
  expect(rows).toEqual([
    { title: '甲', state: 'cancelled', urged: 1, done_by: null },
    { title: '乙', state: 'done', urged: 1, done_by: actor.id },
  ]);
});

it('keeps what was done and said for good', async () => {
  const handlings = oa.service.app.get(Handlings);
  const { actor } = await oa.caller({}, office);
  const { manager } = oa.database;
  const tx = { manager, ctx: { actor, now: new Date() } } as unknown as Parameters<Handlings['add']>[0];
  const subjectId = newId();
  await handlings.add(tx, {
    subjectId,
    act: 'countersign',
    fromState: 'countersigning',
    toState: 'countersigning',
    verdict: 'agree',
    text: '同意。',
  });
  expect(await handlings.of(manager, subjectId)).toMatchObject([
    { act: 'countersign', verdict: 'agree', text: '同意。', orgName: '办公室' },
  ]);
  await expect(manager.query('update handling set text = $2 where subject_id = $1', [subjectId, '不同意'])).rejects.toThrow(
    'never changed',
  );
  await expect(manager.query('delete from handling')).rejects.toThrow('never changed');
});
