import { OrgChanged, PersonChanged } from '@karez/contracts-identity';
import type { EventEnvelope, Permission } from '@karez/contracts-kernel';
import { supervisionApi as api, type SupervisionAct, type SupervisionView } from '@karez/contracts-oa';
import { newId } from '@karez/kernel';
import { OrgCopy } from '@karez/service';
import { eventually } from '@karez/testing';
import { PersonCopy } from '../src/people/person-copy.reaction.js';
import { type Caller, OaUnderTest } from './oa-under-test.js';

let oa: OaUnderTest;
const [department, office, river, soil] = [newId(), newId(), newId(), newId()];
let supervisor: Caller, leader: Caller, riverClerk: Caller, soilClerk: Caller, outsider: Caller;
const owning: Permission[] = ['oa.supervision.read', 'oa.supervision.write'];
const leading: Permission[] = ['oa.supervision.read', 'oa.supervision.approve'];
const working: Permission[] = ['oa.supervision.read', 'oa.supervision.handle'];

beforeAll(async () => {
  oa = await OaUnderTest.start();
  const bodies = [[department, '水利厅', null], [office, '办公室', department], [river, '河湖处', department], [soil, '水保处', department]] as const; // prettier-ignore
  for (const [id, name, parent] of bodies)
    await oa.database.transaction((manager) =>
      oa.service.app
        .get(OrgCopy)
        .keep({ data: new OrgChanged(id, name, 'office', null, parent, null) } as EventEnvelope<OrgChanged>, { manager }),
    );
  supervisor = await oa.caller({ permissions: owning }, office);
  leader = await oa.caller({ permissions: leading, scope: 'unit_and_below' }, department);
  riverClerk = await oa.caller({ permissions: working }, river);
  soilClerk = await oa.caller({ permissions: working }, soil);
  outsider = await oa.caller({ permissions: [...owning, ...leading, ...working] });
  for (const [{ actor }, orgId] of [
    [supervisor, office],
    [leader, department],
    [riverClerk, river],
    [soilClerk, soil],
  ] as const) {
    // prettier-ignore
    const data = new PersonChanged(actor.id, actor.name, 'active').with({ posts: [{ orgId, title: '岗', primary: true }] });
    await oa.database.transaction((manager) => oa.service.app.get(PersonCopy).keep({ data } as EventEnvelope<PersonChanged>, { manager }));
  }
}, 60_000);
afterAll(() => oa.stop());

const day = (inDays: number): string => new Date(Date.now() + inDays * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
const register = (title = '渗漏渠段修复', dueOn = day(30)): Promise<SupervisionView> => {
  const request = { title, content: '入冬前完成修复并通水。', source: 'instruction' as const, dueOn, leaderId: leader.actor.id };
  return oa.call(api.registerSupervision, { ...request, sourceText: '请河湖处抓紧。' }, { as: supervisor });
};
const established = async (title?: string): Promise<string> => {
  const { id: itemId } = await register(title);
  await oa.call(api.establishSupervision, { itemId }, { as: leader });
  return itemId;
};
const handled = async (): Promise<SupervisionView> => {
  const itemId = await established();
  const assists = [{ orgId: soil, content: '边坡防护' }];
  const { parts } = await oa.call(api.assignSupervision, { itemId, leadOrgId: river, assists }, { as: supervisor });
  return oa.call(api.acceptSupervision, { itemId, partId: parts.find(({ role }) => role === 'lead')!.id }, { as: riverClerk });
};
const open = (itemId: string) =>
  oa.database.query<{ step: string; holder: string }[]>(
    `select step, coalesce(person_id, org_id) as holder from todo where subject_id = $1 and state = 'open' order by step`,
    [itemId],
  );

it('goes its whole way, and somebody has it on the desk at every step', async () => {
  const { id: itemId, acts, number } = await register();
  expect([acts, number]).toEqual([['terminate'], undefined]);
  expect(await open(itemId)).toEqual([{ step: 'establish', holder: leader.actor.id }]);
  const set = await oa.call(api.establishSupervision, { itemId, opinion: '同意立项。' }, { as: leader });
  expect(set).toMatchObject({ state: 'established', number: expect.stringMatching(/^督〔\d{4}〕\d+号$/) as string });
  expect(await open(itemId)).toEqual([{ step: 'assign', holder: supervisor.actor.id }]);
  const assists = [{ orgId: soil, content: '边坡防护' }];
  const { parts } = await oa.call(api.assignSupervision, { itemId, leadOrgId: river, assists }, { as: supervisor });
  expect(parts.map(({ orgName, role, mine }) => [orgName, role, mine])).toEqual([['河湖处', 'lead', false], ['水保处', 'assist', false]]); // prettier-ignore
  expect(await open(itemId)).toHaveLength(2);
  const [lead, assist] = [parts[0]!.id, parts[1]!.id];
  await oa.call(api.acceptSupervision, { itemId, partId: lead }, { as: riverClerk });
  await oa.call(api.acceptSupervision, { itemId, partId: assist }, { as: soilClerk });
  await expect(oa.call(api.askClosing, { itemId, result: '完成' }, { as: riverClerk })).rejects.toMatchObject({
    ...{ code: 'oa.supervision.parts_open', params: { orgs: '水保处' } },
  });
  await oa.call(api.reportSupervision, { itemId, partId: assist, progress: 100, text: '已完成。' }, { as: soilClerk });
  await oa.call(api.reportSupervision, { itemId, partId: lead, progress: 80, text: '余两段。', difficulty: '低温' }, { as: riverClerk });
  await oa.call(api.askClosing, { itemId, result: '全部通水。' }, { as: riverClerk });
  expect(await open(itemId)).toEqual([{ step: 'review', holder: supervisor.actor.id }]);
  await oa.call(api.reviewSupervision, { itemId, decision: 'fail', opinion: '请附验收单。' }, { as: supervisor });
  expect(await open(itemId)).toEqual([{ step: 'handle', holder: riverClerk.actor.id }]);
  await oa.call(api.askClosing, { itemId, result: '全部通水，验收单已附。' }, { as: riverClerk });
  await oa.call(api.reviewSupervision, { itemId, decision: 'pass' }, { as: supervisor });
  expect(await open(itemId)).toEqual([{ step: 'confirm', holder: leader.actor.id }]);
  const closed = await oa.call(api.confirmSupervision, { itemId, decision: 'pass' }, { as: leader });
  expect(closed).toMatchObject({ state: 'closed', lamp: 'none' });
  expect(await open(itemId)).toEqual([]);
  await oa.call(api.evaluateSupervision, { itemId, score: 5 }, { as: supervisor });
  const { handlings, reports, acts: left } = await oa.call(api.archiveSupervision, { itemId }, { as: supervisor });
  expect(handlings.map(({ act }) => act)).toEqual(
    ['establish', 'assign', 'accept', 'accept', 'ask_closing', 'review', 'ask_closing', 'review', 'confirm', 'evaluate', 'archive'], // prettier-ignore
  );
  expect(reports).toHaveLength(2);
  expect(left).toEqual([]);
});

it('numbers without gaps, however many are established at once', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, (_, index) => register(`并发${index}`)));
  const numbers = await Promise.all(ids.map(({ id: itemId }) => oa.call(api.establishSupervision, { itemId }, { as: leader })));
  const serials = numbers.map(({ number }) => Number(/〕(\d+)号/.exec(number!)![1])).sort((one, other) => one - other);
  expect(serials).toEqual(Array.from({ length: 20 }, (_, index) => serials[0]! + index));
});

it('is given back to be assigned anew, with the reason', async () => {
  const itemId = await established();
  const { parts } = await oa.call(api.assignSupervision, { itemId, leadOrgId: river, assists: [] }, { as: supervisor });
  const back = await oa.call(api.giveBackSupervision, { itemId, partId: parts[0]!.id, reason: '属水保处职责' }, { as: riverClerk });
  expect(back).toMatchObject({ state: 'established', parts: [{ state: 'returned', returnReason: '属水保处职责' }] });
  expect(await open(itemId)).toEqual([{ step: 'assign', holder: supervisor.actor.id }]);
  await oa.call(api.assignSupervision, { itemId, leadOrgId: river, assists: [] }, { as: supervisor });
});

it('is extended by the leader alone, once, and the open to-do is due later too', async () => {
  const { id: itemId } = await handled();
  const ask = (until: string) => oa.call(api.askExtension, { itemId, until, reason: '降雪停工' }, { as: riverClerk });
  await expect(ask(day(1))).rejects.toMatchObject({ code: 'oa.supervision.extension_shorter' });
  const { extensions } = await ask(day(60));
  await expect(ask(day(70))).rejects.toMatchObject({ code: 'oa.supervision.extension_open' });
  const decide = (decision: 'grant' | 'refuse') =>
    oa.call(api.decideExtension, { itemId, extensionId: extensions[0]!.id, decision }, { as: leader });
  const { dueAt, parts } = await decide('grant');
  expect(dueAt).toBe(extensions[0]!.until);
  expect(parts.every((part) => part.dueAt === dueAt)).toBe(true);
  await expect(decide('refuse')).rejects.toMatchObject({ code: 'oa.supervision.extension_decided' });
  const [todo] = await oa.database.query<{ due_at: Date }[]>(`select due_at from todo where subject_id = $1 and step = 'handle'`, [itemId]);
  expect(todo!.due_at.toISOString()).toBe(dueAt);
});

it('is divided by the lead, to nobody twice and to nobody after its own last day', async () => {
  const { id: itemId } = await handled();
  const divide = (orgId: string, dueOn?: string) =>
    oa.call(api.divideSupervision, { itemId, parts: [{ orgId, content: '资料汇总', ...(dueOn && { dueOn }) }] }, { as: riverClerk });
  await expect(divide(soil)).rejects.toMatchObject({ code: 'oa.supervision.body_twice' });
  await expect(divide(newId())).rejects.toMatchObject({ code: 'oa.supervision.body_unknown' });
  await expect(divide(office, day(90))).rejects.toMatchObject({ code: 'oa.supervision.due_beyond' });
  expect((await divide(office, day(10))).parts).toHaveLength(3);
});

it('urges everybody who has it open, and counts it', async () => {
  const { id: itemId } = await handled();
  const urged = await oa.call(api.urgeSupervision, { itemId, colour: 'yellow', text: '请加快。' }, { as: supervisor });
  expect(urged).toMatchObject({ urged: 1, notices: [{ colour: 'yellow', reached: 2 }] });
});

it('is noticed by the calendar once for a day, and not for a day that was moved', async () => {
  const { id: itemId } = await handled();
  const fire = (colour: string) =>
    oa.database.query(
      `insert into task (id, kind, due_at, payload, trace) select $1, 'oa.supervision.notice', now(),
         json_build_object('itemId', id, 'colour', $3::text, 'dueAt', to_char(due_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), ''
       from supervision_item where id = $2`,
      [newId(), itemId, colour],
    );
  const view = () => oa.call(api.getSupervision, { itemId }, { as: supervisor });
  await fire('blue');
  await fire('blue');
  await eventually(async () => expect((await view()).notices).toMatchObject([{ colour: 'blue' }]));
  await oa.database.query(`update task set due_at = now() where kind = 'oa.supervision.notice' and payload->>'itemId' = $1`, [itemId]);
  await oa.database.query(`update supervision_item set due_at = due_at + interval '1 day' where id = $1`, [itemId]);
  await eventually(async () => {
    const waiting = `select 1 from task where kind = 'oa.supervision.notice' and payload->>'itemId' = $1 and state = 'waiting'`;
    expect(await oa.database.query(waiting, [itemId])).toEqual([]);
  });
  expect((await view()).notices).toHaveLength(1);
});

it('rests and goes on, and ends early with a reason', async () => {
  const { id: itemId } = await handled();
  const rested = await oa.call(api.suspendSupervision, { itemId, reason: '停工期' }, { as: supervisor });
  expect(rested).toMatchObject({ state: 'suspended', lamp: 'none', suspendedReason: '停工期' });
  expect(await oa.call(api.resumeSupervision, { itemId }, { as: supervisor })).toMatchObject({ state: 'handling', dueAt: rested.dueAt });
  await oa.call(api.terminateSupervision, { itemId, reason: '并入另案' }, { as: supervisor });
  expect(await open(itemId)).toEqual([]);
});

it('lists by lamp and side, and the board adds up', async () => {
  const { id: itemId } = await handled();
  await oa.database.query(`update supervision_item set due_at = now() - interval '9 days' where id = $1`, [itemId]);
  const red = await oa.call(api.listSupervisions, { tab: 'handled', lamp: 'red' }, { as: riverClerk });
  expect(red.items).toMatchObject([{ id: itemId, lamp: 'red' }]);
  expect((await oa.call(api.listSupervisions, { tab: 'owned' }, { as: riverClerk })).items).toEqual([]);
  const { total, bodies, sources, overdue } = await oa.call(api.getSupervisionBoard, {}, { as: leader });
  expect(total.open).toBe(total.green + total.yellow + total.red);
  expect(sources.reduce((sum, each) => sum + each.total, 0)).toBe(total.total);
  expect(bodies.find(({ orgId }) => orgId === river)).toMatchObject({ orgName: '河湖处', red: 1 });
  expect(overdue).toMatchObject([{ id: itemId }]);
});

it('keeps the reach of one permission apart from that of another', async () => {
  const { id: itemId } = await register('两种权限');
  const { actor } = supervisor;
  const grants = [
    { permissions: ['oa.supervision.read'] as Permission[], scope: 'unit' as const, orgIds: [office] },
    { permissions: ['oa.supervision.write'] as Permission[], scope: 'unit' as const, orgIds: [newId()] },
  ];
  const reader = await oa.callerWith({ ...actor, id: newId(), grants });
  expect((await oa.call(api.getSupervision, { itemId }, { as: reader })).acts).toEqual([]);
  expect((await oa.call(api.listSupervisions, { tab: 'owned' }, { as: reader })).items).toEqual([]);
  expect((await oa.call(api.listSupervisions, {}, { as: reader })).items.length).toBeGreaterThan(0);
});

it('issues bulletins in order and keeps what stood in them', async () => {
  const issue = () => oa.call(api.issueBulletin, { from: day(-30), to: day(0), title: '十一月督查通报' }, { as: supervisor });
  const [first, second] = [await issue(), await issue()];
  expect([first.issue, second.issue]).toEqual([1, 2]);
  await register();
  expect(await oa.call(api.getBulletin, { bulletinId: first.id }, { as: leader })).toEqual(first);
  expect((await oa.call(api.listBulletins, {}, { as: leader })).items).toHaveLength(2);
  const reversed = oa.call(api.issueBulletin, { from: day(0), to: day(-1), title: '倒置' }, { as: supervisor });
  await expect(reversed).rejects.toMatchObject({ code: 'oa.supervision.period_invalid' });
});

it('refuses a day that has passed and a leader who is nobody', async () => {
  await expect(register('过期', day(-1))).rejects.toMatchObject({ code: 'oa.supervision.due_past' });
  const request = { title: '无人', content: '无人', source: 'meeting' as const, dueOn: day(9), leaderId: newId() };
  await expect(oa.call(api.registerSupervision, request, { as: supervisor })).rejects.toMatchObject({ code: 'oa.person.not_there' });
});

describe('access', () => {
  let itemId: string;
  let view: SupervisionView;
  beforeAll(async () => {
    view = await handled();
    itemId = view.id;
  });
  const reason = '越权';
  const calls = (): Record<string, (as: Caller) => Promise<object>> => {
    const partId = view.parts[0]!.id;
    const call = <Req extends object>(operation: Parameters<OaUnderTest['call']>[0], request: Req) => (as: Caller) => oa.call(operation, request, { as }); // prettier-ignore
    return {
      get: call(api.getSupervision, { itemId }),
      establish: call(api.establishSupervision, { itemId }),
      refuse: call(api.refuseSupervision, { itemId, reason }),
      assign: call(api.assignSupervision, { itemId, leadOrgId: river, assists: [] }),
      accept: call(api.acceptSupervision, { itemId, partId }),
      give_back: call(api.giveBackSupervision, { itemId, partId, reason }),
      divide: call(api.divideSupervision, { itemId, parts: [{ orgId: office, content: reason }] }),
      report: call(api.reportSupervision, { itemId, partId, progress: 1, text: reason }),
      ask_extension: call(api.askExtension, { itemId, until: day(80), reason }),
      decide_extension: call(api.decideExtension, { itemId, extensionId: newId(), decision: 'grant' }),
      urge: call(api.urgeSupervision, { itemId, colour: 'red', text: reason }),
      ask_closing: call(api.askClosing, { itemId, result: reason }),
      review: call(api.reviewSupervision, { itemId, decision: 'pass' }),
      confirm: call(api.confirmSupervision, { itemId, decision: 'pass' }),
      evaluate: call(api.evaluateSupervision, { itemId, score: 1 }),
      archive: call(api.archiveSupervision, { itemId }),
      suspend: call(api.suspendSupervision, { itemId, reason }),
      resume: call(api.resumeSupervision, { itemId }),
      terminate: call(api.terminateSupervision, { itemId, reason }),
    } satisfies Record<SupervisionAct | 'get', unknown>;
  };
  const names = ['get', 'establish', 'refuse', 'assign', 'accept', 'give_back', 'divide', 'report', 'ask_extension', 'decide_extension', 'urge', 'ask_closing', 'review', 'confirm', 'evaluate', 'archive', 'suspend', 'resume', 'terminate']; // prettier-ignore

  it.each(names)('%s refuses a caller without the permission', async (name) => {
    await expect(calls()[name]!(await oa.caller())).rejects.toMatchObject({ code: 'auth.forbidden' });
  });
  it.each(names)('%s knows nothing of another house’s item', async (name) => {
    await expect(calls()[name]!(outsider)).rejects.toMatchObject({ code: 'not_found' });
  });
  it('lets a body that assists report on its own part alone, and lead nothing', async () => {
    await expect(calls()['report']!(soilClerk)).rejects.toMatchObject({ code: 'not_found' });
    await expect(calls()['divide']!(soilClerk)).rejects.toMatchObject({ code: 'auth.out_of_scope' });
  });
  it('refuses the list, the board and the bulletins without the permission, and shows an outsider none of them', async () => {
    const nobody = await oa.caller();
    const reads = [api.listSupervisions, api.getSupervisionBoard, api.listBulletins] as const;
    for (const read of reads)
      await expect(oa.call(read as typeof api.listSupervisions, {}, { as: nobody })).rejects.toMatchObject({ code: 'auth.forbidden' });
    expect((await oa.call(api.listSupervisions, {}, { as: outsider })).items).toEqual([]);
    expect((await oa.call(api.getSupervisionBoard, {}, { as: outsider })).total.total).toBe(0);
    expect((await oa.call(api.listBulletins, {}, { as: outsider })).items).toEqual([]);
  });
  it('registers and issues nothing for a body that the grant does not reach', async () => {
    const stray = await oa.caller({ permissions: owning, orgIds: [newId()] }, office);
    const request = { title: reason, content: reason, source: 'meeting' as const, dueOn: day(9), leaderId: leader.actor.id };
    await expect(oa.call(api.registerSupervision, request, { as: stray })).rejects.toMatchObject({ code: 'auth.out_of_scope' });
    const issued = oa.call(api.issueBulletin, { from: day(-3), to: day(0), title: reason }, { as: stray });
    await expect(issued).rejects.toMatchObject({ code: 'auth.out_of_scope' });
  });
  it('does a repeated command once', async () => {
    const commandId = newId();
    const again = () => oa.call(api.urgeSupervision, { itemId, colour: 'blue', text: '重复' }, { as: supervisor, commandId });
    await again();
    await again();
    const { notices } = await oa.call(api.getSupervision, { itemId }, { as: supervisor });
    expect(notices.filter(({ text }) => text === '重复')).toHaveLength(1);
  });
});
