import { DeliverySignedFor } from '@karez/contracts-exchange';
import { OrgChanged, PersonChanged } from '@karez/contracts-identity';
import type { EventEnvelope, Operation, Permission } from '@karez/contracts-kernel';
import { delegationApi, incomingApi as api, type IncomingView, supervisionApi } from '@karez/contracts-oa';
import { newId } from '@karez/kernel';
import { Tx } from '@karez/persistence';
import { OrgCopy } from '@karez/service';
import { PersonCopy } from '../src/people/person-copy.reaction.js';
import { WhenDeliverySignedFor } from '../src/reactions/when-delivery-signed-for.reaction.js';
import { type Caller, OaUnderTest } from './oa-under-test.js';

let oa: OaUnderTest;
const [bureau, section, sender] = [newId(), newId(), newId()];
let clerk: Caller, planner: Caller, leader: Caller, deputy: Caller, lead: Caller, assist: Caller, outsider: Caller;
const working: Permission[] = ['oa.document.read', 'oa.document.handle', 'oa.todo.read'];
beforeAll(async () => {
  oa = await OaUnderTest.start();
  for (const [id, name, parent] of [
    [bureau, '和田水利局', null],
    [section, '水资源科', bureau],
    [sender, '水利厅', null],
  ] as const)
    // prettier-ignore
    await oa.database.transaction((manager) =>
      oa.service.app.get(OrgCopy).keep({ data: new OrgChanged(id, name, 'prefecture_bureau', null, parent, null) } as EventEnvelope<OrgChanged>, { manager }),
    );
  clerk = await oa.caller({ permissions: [...working, 'oa.incoming.register', 'oa.supervision.read'] }, bureau);
  [leader, deputy] = [await oa.caller({ permissions: [...working, 'oa.document.sign'] }, bureau), await oa.caller({ permissions: [...working, 'oa.document.sign'] }, bureau)]; // prettier-ignore
  [planner, lead, assist] = [await oa.caller({ permissions: working }, section), await oa.caller({ permissions: working }, section), await oa.caller({ permissions: working }, section)]; // prettier-ignore
  outsider = await oa.caller({ permissions: [...working, 'oa.incoming.register', 'oa.document.sign'] });
  for (const [{ actor }, orgId, name] of [
    [clerk, bureau, '渠长青'],
    [leader, bureau, '清源长'],
    [deputy, bureau, '流长远'],
    [planner, section, '拟有方'],
    [lead, section, '取有度'],
    [assist, section, '量有据'],
  ] as const) {
    // prettier-ignore
    const data = new PersonChanged(actor.id, name, 'active').with({ posts: [{ orgId, title: '岗', primary: true }] });
    await oa.database.transaction((manager) => oa.service.app.get(PersonCopy).keep({ data } as EventEnvelope<PersonChanged>, { manager }));
  }
}, 60_000);
afterAll(() => oa.stop());

const call = <Req extends object, Res extends object>(operation: Operation<Req, Res>, request: Req, as: Caller): Promise<Res> =>
  oa.call(operation, request, { as });
const id = ({ actor }: Caller): string => actor.id;
const signedFor = async (deliveryId = newId(), number = `新水办〔2026〕${Math.floor(Math.random() * 99_999)}号`): Promise<string> => {
  const fact = { title: '关于冬季输水的通知', number, documentType: 'notice' as const, disclosure: 'none' as const };
  const event = new DeliverySignedFor(deliveryId, bureau, { id: sender, name: '水利厅' }, fact, 'primary', null);
  await oa.database.transaction(
    (manager) =>
    oa.service.app.get(WhenDeliverySignedFor).enter({ data: event } as EventEnvelope<DeliverySignedFor>, new Tx(manager, { actor: { realm: 'system', id: 'oa', name: 'oa', grants: [] }, now: new Date(), trace: '' } as never, 'oa')), // prettier-ignore
  );
  const [row] = await oa.database.query<{ id: string }[]>('select id from incoming_document where delivery_id = $1', [deliveryId]);
  return row!.id;
};
const instructed = async (): Promise<string> => {
  const incomingId = await signedFor();
  await call(api.registerIncoming, { incomingId }, clerk);
  await call(api.proposeIncoming, { incomingId, personId: id(planner) }, clerk);
  await call(api.submitIncoming, { incomingId, opinion: '拟请水资源科承办。', leaderIds: [id(leader), id(deputy)] }, planner);
  await call(api.instructIncoming, { incomingId, text: '同意。' }, leader);
  await call(api.instructIncoming, { incomingId, text: '请按期办结。' }, deputy);
  return incomingId;
};
const open = (subjectId: string) =>
  oa.database.query<{ step: string; holder: string }[]>(
    `select step, coalesce(person_id, org_id) as holder from todo where subject_id = $1 and state = 'open' order by step`,
    [subjectId],
  );

it('opens by itself when a delivery is signed for, once however often that is told', async () => {
  const deliveryId = newId();
  const incomingId = await signedFor(deliveryId);
  expect(await signedFor(deliveryId)).toBe(incomingId);
  expect(await open(incomingId)).toEqual([{ step: 'register', holder: bureau }]);
  expect(await call(api.getIncoming, { incomingId }, clerk)).toMatchObject({ state: 'received', deliveryId, acts: ['register', 'return'] });
});

it('goes its whole way, and somebody has it on the desk at every step', async () => {
  const incomingId = await signedFor();
  const { number } = await call(api.registerIncoming, { incomingId, dueOn: '2099-01-05' }, clerk);
  expect(number).toMatch(/^收〔\d{4}〕\d+号$/);
  await call(api.proposeIncoming, { incomingId, personId: id(planner) }, clerk);
  expect(await open(incomingId)).toEqual([{ step: 'propose', holder: id(planner) }]);
  await call(api.submitIncoming, { incomingId, opinion: '拟请水资源科承办。', leaderIds: [id(leader), id(deputy)] }, planner);
  expect(await open(incomingId)).toHaveLength(2);
  await call(api.instructIncoming, { incomingId, text: '同意。' }, leader);
  expect(await open(incomingId)).toEqual([{ step: 'instruct', holder: id(deputy) }]);
  await call(api.instructIncoming, { incomingId, text: '请按期办结。' }, deputy);
  expect(await open(incomingId)).toEqual([{ step: 'assign', holder: bureau }]);
  await call(api.assignIncoming, { incomingId, leadId: id(lead), assistIds: [id(assist)] }, clerk);
  await expect(call(api.handleIncoming, { incomingId, text: '已落实。' }, lead)).rejects.toMatchObject({
    ...{ code: 'oa.incoming.assists_open', params: { who: '量有据' } },
  });
  await call(api.handleIncoming, { incomingId, text: '台账已报。' }, assist);
  await call(api.handleIncoming, { incomingId, text: '已落实。' }, lead);
  expect(await open(incomingId)).toEqual([{ step: 'assign', holder: bureau }]);
  const closed = await call(api.closeIncoming, { incomingId, result: '已按期落实并反馈。' }, clerk);
  expect(closed).toMatchObject({ state: 'closed', result: '已按期落实并反馈。' });
  expect(await open(incomingId)).toEqual([]);
  expect(closed.handlings.map(({ act }) => act)).toEqual(['register', 'propose', 'submit', 'instruct', 'instruct', 'assign', 'handle', 'handle', 'close']); // prettier-ignore
});

it('an instruction with a day is supervised from that moment on', async () => {
  const incomingId = await signedFor();
  await call(api.registerIncoming, { incomingId }, clerk);
  await call(api.proposeIncoming, { incomingId, personId: id(planner) }, clerk);
  await call(api.submitIncoming, { incomingId, opinion: '请批示。', leaderIds: [id(leader)] }, planner);
  await call(api.instructIncoming, { incomingId, text: '限期整改，结果报我。', superviseBy: '2099-03-02' }, leader);
  const { items } = await call(supervisionApi.listSupervisions, {}, clerk);
  expect(items).toMatchObject([{ source: 'instruction', state: 'registered' }]);
  const past = call(api.instructIncoming, { incomingId: await instructedBefore(), text: '过期', superviseBy: '2020-01-02' }, leader);
  await expect(past).rejects.toMatchObject({ code: 'oa.supervision.due_past' });
});
const instructedBefore = async (): Promise<string> => {
  const incomingId = await signedFor();
  await call(api.registerIncoming, { incomingId }, clerk);
  await call(api.proposeIncoming, { incomingId, personId: id(planner) }, clerk);
  await call(api.submitIncoming, { incomingId, opinion: '请批示。', leaderIds: [id(leader)] }, planner);
  return incomingId;
};

describe('circulation', () => {
  it('5.2/7: is taken from nobody by the end of the document, and a reader’s word is kept', async () => {
    const incomingId = await instructed();
    await call(api.circulateIncoming, { incomingId, readerIds: [id(lead), id(assist)] }, clerk);
    await call(api.closeIncoming, { incomingId, result: '存查。' }, clerk);
    expect((await open(incomingId)).map(({ step }) => step)).toEqual(['read', 'read']);
    expect((await call(api.getIncoming, { incomingId }, lead)).acts).toEqual(['read']);
    const read = await call(api.readIncoming, { incomingId, opinion: '建议转发各县。' }, lead);
    expect(read.handlings.at(-1)).toMatchObject({ act: 'read', text: '建议转发各县。' });
    expect(await open(incomingId)).toEqual([{ step: 'read', holder: id(assist) }]);
  });
  it('asks nobody twice', async () => {
    const incomingId = await instructed();
    await call(api.circulateIncoming, { incomingId, readerIds: [id(lead)] }, clerk);
    await call(api.circulateIncoming, { incomingId, readerIds: [id(lead), id(assist)] }, clerk);
    expect((await open(incomingId)).filter(({ step }) => step === 'read')).toHaveLength(2);
  });
  it('5.2/8: urging reaches handlers and readers alike', async () => {
    const incomingId = await instructed();
    await call(api.circulateIncoming, { incomingId, readerIds: [id(assist)] }, clerk);
    await call(api.assignIncoming, { incomingId, leadId: id(lead), assistIds: [] }, clerk);
    await call(api.urgeIncoming, { incomingId }, clerk);
    const rows = await oa.database.query<{ urged: number }[]>(`select urged from todo where subject_id = $1 and state = 'open'`, [
      incomingId,
    ]);
    expect(rows).toEqual([{ urged: 1 }, { urged: 1 }]);
  });
});

it('a paper document is entered, and the same one a second time only when that is meant', async () => {
  const written = { title: '关于水质抽检的函', senderName: '卫生健康委', senderNumber: '卫函〔2026〕7号' };
  const first = await call(api.enterIncoming, written, clerk);
  expect(first).toMatchObject({ state: 'registered', origin: 'paper' });
  await expect(call(api.enterIncoming, written, clerk)).rejects.toMatchObject({
    code: 'oa.incoming.duplicate',
    evidence: { id: first.id },
  });
  const again = await call(api.enterIncoming, { ...written, again: true }, clerk);
  expect(again.earlier).toMatchObject([{ id: first.id, sameNumber: true }]);
});

it('registers without gaps, however many at once', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, () => signedFor()));
  const views = await Promise.all(ids.map((incomingId) => call(api.registerIncoming, { incomingId }, clerk)));
  const serials = views.map(({ number }) => Number(/〕(\d+)号/.exec(number!)![1])).sort((one, two) => one - two);
  expect(serials).toEqual(Array.from({ length: 20 }, (_, index) => serials[0]! + index));
});

it('is given back with the reason, and then nothing more is done with it', async () => {
  const incomingId = await signedFor();
  const back = await call(api.returnIncoming, { incomingId, reason: '非我局职责' }, clerk);
  expect(back).toMatchObject({ state: 'returned', returnReason: '非我局职责', acts: [] });
  await expect(call(api.registerIncoming, { incomingId }, clerk)).rejects.toMatchObject({ code: 'oa.incoming.act_refused' });
});

it('a stand-in instructs under both names', async () => {
  const incomingId = await instructedBefore();
  const span = { from: new Date(Date.now() - 60_000).toISOString(), until: new Date(Date.now() + 3_600_000).toISOString() };
  const grant = await call(delegationApi.grantDelegation, { toId: id(deputy), kinds: ['incoming'], ...span }, leader);
  const { handlings } = await call(api.instructIncoming, { incomingId, text: '同意。' }, deputy);
  expect(handlings.at(-1)).toMatchObject({ act: 'instruct', onBehalfOfName: '清源长' });
  await call(delegationApi.revokeDelegation, { delegationId: grant.id }, leader);
});

describe('access', () => {
  let incomingId: string;
  beforeAll(async () => (incomingId = await instructed()));
  const calls: Record<string, (as: Caller) => Promise<IncomingView>> = {
    getIncoming: (as) => call(api.getIncoming, { incomingId }, as),
    registerIncoming: (as) => call(api.registerIncoming, { incomingId }, as),
    returnIncoming: (as) => call(api.returnIncoming, { incomingId, reason: '越权' }, as),
    proposeIncoming: (as) => call(api.proposeIncoming, { incomingId, personId: id(planner) }, as),
    submitIncoming: (as) => call(api.submitIncoming, { incomingId, opinion: '越权', leaderIds: [id(leader)] }, as),
    instructIncoming: (as) => call(api.instructIncoming, { incomingId, text: '越权' }, as),
    assignIncoming: (as) => call(api.assignIncoming, { incomingId, leadId: id(lead), assistIds: [] }, as),
    handleIncoming: (as) => call(api.handleIncoming, { incomingId, text: '越权' }, as),
    closeIncoming: (as) => call(api.closeIncoming, { incomingId, result: '越权' }, as),
    circulateIncoming: (as) => call(api.circulateIncoming, { incomingId, readerIds: [id(lead)] }, as),
    readIncoming: (as) => call(api.readIncoming, { incomingId }, as),
    urgeIncoming: (as) => call(api.urgeIncoming, { incomingId }, as),
  };
  it.each([...Object.keys(calls), 'listIncoming', 'enterIncoming'])('%s refuses a caller without the permission', async (name) => {
    const nobody = await oa.caller();
    const others = { listIncoming: () => call(api.listIncoming, {}, nobody), enterIncoming: () => call(api.enterIncoming, { title: '越权', senderName: '越权' }, nobody) }; // prettier-ignore
    await expect((calls[name] ?? others[name as keyof typeof others])(nobody)).rejects.toMatchObject({ code: 'auth.forbidden' });
  });
  it.each(Object.keys(calls))('%s knows nothing of another house’s document', async (name) => {
    await expect(calls[name]!(outsider)).rejects.toMatchObject({ code: 'not_found' });
  });
  it('is not for a colleague who has no turn, nor for who is not a registrar', async () => {
    await expect(calls['readIncoming']!(deputy)).rejects.toMatchObject({ code: 'oa.incoming.not_your_turn' });
    const elsewhere = await oa.callerWith({ ...leader.actor, grants: [...leader.actor.grants, { permissions: ['oa.incoming.register'], scope: 'unit', orgIds: [newId()] }] }); // prettier-ignore
    await expect(calls['closeIncoming']!(elsewhere)).rejects.toMatchObject({ code: 'auth.out_of_scope' });
    await expect(call(api.enterIncoming, { title: '越权', senderName: '越权' }, elsewhere)).rejects.toMatchObject({
      code: 'auth.out_of_scope',
    });
    expect((await call(api.listIncoming, {}, outsider)).items).toEqual([]);
  });
});
