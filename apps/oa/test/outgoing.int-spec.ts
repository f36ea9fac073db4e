import { OrgChanged, PersonChanged } from '@karez/contracts-identity';
import type { EventEnvelope, Operation, Permission } from '@karez/contracts-kernel';
import { delegationApi, documentApi as api, type OutgoingView, numberApi, type OfficialText } from '@karez/contracts-oa';
import { newId } from '@karez/kernel';
import { OrgCopy } from '@karez/service';
import { PersonCopy } from '../src/people/person-copy.reaction.js';
import { WhenDeliveryMoved } from '../src/reactions/when-delivery-moved.reaction.js';
import { type Caller, OaUnderTest } from './oa-under-test.js';

let oa: OaUnderTest;
const [department, office, river, soil, bureau] = [newId(), newId(), newId(), newId(), newId()];
let drafter: Caller, head: Caller, other: Caller, leader: Caller, clerk: Caller, outsider: Caller;
const working: Permission[] = ['oa.document.read', 'oa.document.draft', 'oa.document.handle'];
const keeping: Permission[] = [...working, 'oa.document.office', 'oa.number.write'];

beforeAll(async () => {
  oa = await OaUnderTest.start();
  const bodies = [[department, '水利厅', null], [office, '办公室', department], [river, '河湖处', department], [soil, '水保处', department], [bureau, '和田水利局', department]] as const; // prettier-ignore
  for (const [id, name, parent] of bodies)
    await oa.database.transaction((manager) =>
      oa.service.app
        .get(OrgCopy)
        .keep({ data: new OrgChanged(id, name, 'office', null, parent, null) } as EventEnvelope<OrgChanged>, { manager }),
    );
  drafter = await oa.caller({ permissions: working }, river);
  head = await oa.caller({ permissions: working }, river);
  other = await oa.caller({ permissions: working }, soil);
  leader = await oa.caller({ permissions: [...working, 'oa.document.sign'], scope: 'unit_and_below' }, department, true);
  clerk = await oa.caller({ permissions: keeping, scope: 'listed', orgIds: [office, department] }, office, true);
  outsider = await oa.caller({ permissions: [...keeping, 'oa.document.sign'] }, newId(), true);
  for (const [{ actor }, orgId, name] of [
    [drafter, river, '湖望舒'],
    [head, river, '岸听潮'],
    [other, soil, '土长绿'],
    [leader, department, '高远山'],
    [clerk, office, '文若溪'],
  ] as const) {
    // prettier-ignore
    const data = new PersonChanged(actor.id, name, 'active').with({ posts: [{ orgId, title: '岗', primary: true }] });
    await oa.database.transaction((manager) => oa.service.app.get(PersonCopy).keep({ data } as EventEnvelope<PersonChanged>, { manager }));
  }
  await call(numberApi.putNumberRule, { orgId: department, code: '新水办', purpose: '普发文件' }, clerk);
}, 60_000);
afterAll(() => oa.stop());

const call = <Req extends object, Res extends object>(operation: Operation<Req, Res>, request: Req, as: Caller): Promise<Res> =>
  oa.call(operation, request, { as });
const text = (words = '请各单位抓紧落实。', over: Partial<OfficialText> = {}): OfficialText => ({
  ...{ genre: 'notice', layout: 'general', urgency: 'none', disclosure: 'on_request', upward: false, title: '关于做好冬季输水安全的通知' },
  issuers: [{ orgId: department, name: '新疆维吾尔自治区水利厅' }],
  addressees: [{ orgId: bureau, name: '和田水利局' }],
  ...{ body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] }, annexes: [], copies: [] },
  ...over,
});
const draft = (over: Partial<OfficialText> = {}): Promise<OutgoingView> =>
  call(api.draftOutgoing, { text: text(undefined, over) }, drafter);
const to = (...callers: Caller[]) => callers.map(({ actor }) => ({ personId: actor.id }));
const forward = (
  documentId: string,
  phase: 'reviewing' | 'countersigning' | 'vetting' | 'signing',
  next: Caller[],
  as: Caller,
  opinion?: string,
) => call(api.forwardOutgoing, { documentId, to: phase, handlers: to(...next), ...(opinion && { opinion }) }, as);
const sign = async (documentId: string) => {
  const { digest } = await call(api.getOutgoing, { documentId }, leader);
  return call(api.signOutgoing, { documentId, digest, opinion: '同意印发。' }, leader);
};
const signed = async (over: Partial<OfficialText> = {}): Promise<string> => {
  const { id: documentId } = await draft(over);
  await forward(documentId, 'signing', [leader], drafter);
  await sign(documentId);
  return documentId;
};
const numbered = async (): Promise<OutgoingView> => {
  const documentId = await signed();
  await call(api.recheckOutgoing, { documentId, decision: 'pass' }, clerk);
  return call(api.numberOutgoing, { documentId, code: '新水办' }, clerk);
};
const open = (documentId: string) =>
  oa.database.query<{ step: string; holder: string }[]>(
    `select step, coalesce(person_id, org_id) as holder from todo where subject_id = $1 and state = 'open' order by opened_at, step`,
    [documentId],
  );

it('goes from the first draft to the seal, and somebody has it on the desk at every step', async () => {
  const { id: documentId, acts } = await draft();
  expect(acts).toEqual(['save', 'forward', 'void']);
  expect(await open(documentId)).toEqual([{ step: 'drafting', holder: drafter.actor.id }]);
  await forward(documentId, 'reviewing', [head], drafter);
  expect(await open(documentId)).toEqual([{ step: 'reviewing', holder: head.actor.id }]);
  await forward(documentId, 'signing', [leader], head, '拟同意。');
  const seen = await call(api.getOutgoing, { documentId }, leader);
  expect(seen.acts).toEqual(['save', 'sign', 'forward', 'return']);
  const after = await sign(documentId);
  expect(after).toMatchObject({ state: 'rechecking', signedDigest: after.digest, signedByName: '试用人' });
  expect(await open(documentId)).toEqual([{ step: 'rechecking', holder: department }]);
  await call(api.recheckOutgoing, { documentId, decision: 'pass' }, clerk);
  const { number, text: complete } = await call(api.numberOutgoing, { documentId, code: '新水办' }, clerk);
  expect(number).toMatch(/^新水办〔\d{4}〕\d+号$/);
  expect(complete).toMatchObject({ number: { code: '新水办' }, printedBy: '水利厅', formedOn: expect.any(String) as string });
  await expect(call(api.getRendition, { documentId }, clerk)).rejects.toMatchObject({ code: 'oa.document.not_rendered' });
  await call(api.typesetOutgoing, { documentId }, clerk);
  await call(api.proofreadOutgoing, { documentId, decision: 'return', opinion: '版记有误' }, clerk);
  await call(api.typesetOutgoing, { documentId }, clerk);
  await call(api.proofreadOutgoing, { documentId, decision: 'pass' }, clerk);
  const sealed = await call(api.sealOutgoing, { documentId, copies: 20 }, clerk);
  expect(sealed).toMatchObject({ state: 'distributing', copies: 20 });
  expect(await open(documentId)).toEqual([{ step: 'distributing', holder: department }]);
  expect(sealed.handlings.map(({ act }) => act)).toEqual(
    ['forward', 'forward', 'sign', 'recheck', 'number', 'typeset', 'proofread', 'typeset', 'proofread', 'seal'], // prettier-ignore
  );
});

describe('texts', () => {
  it('are versions of their own for each handler; nobody writes over another’s', async () => {
    const { id: documentId, digest } = await draft();
    const save = (words: string, as: Caller, on: { textVersion: number; digest: string }) =>
      call(api.saveText, { documentId, text: text(words), textVersion: on.textVersion, digest: on.digest }, as);
    const own = await save('抓紧落实，按期报送。', drafter, { textVersion: 1, digest });
    expect(own).toMatchObject({ textVersion: 1 });
    await expect(save('旧稿', drafter, { textVersion: 1, digest })).rejects.toMatchObject({ code: 'oa.document.text_changed' });
    await forward(documentId, 'signing', [leader], drafter);
    const changed = await save('立即落实，按期报送。', leader, own);
    expect(changed.versions.map(({ number, phase }) => [number, phase])).toEqual([[1, 'drafting'], [2, 'signing']]); // prettier-ignore
    expect((await call(api.getVersion, { documentId, number: 1 }, drafter)).text.body).toEqual(text('抓紧落实，按期报送。').body);
    await expect(save('越权', drafter, changed)).rejects.toMatchObject({ code: 'oa.document.not_your_turn' });
    const old = call(api.signOutgoing, { documentId, digest: own.digest }, leader);
    await expect(old).rejects.toMatchObject({ code: 'oa.document.text_changed' });
    const after = await sign(documentId);
    expect(after.signedDigest).toBe(changed.digest);
    await expect(save('签后改字', leader, after)).rejects.toMatchObject({ code: 'oa.document.not_your_turn' });
  });

  it('that hold what no document holds are refused by name', async () => {
    const body = { type: 'doc', content: [{ type: 'image', attrs: { src: 'x' } }] } as unknown as OfficialText['body'];
    await expect(draft({ body })).rejects.toMatchObject({
      code: 'oa.document.body_invalid',
      params: { faults: 'content.0: node "image"' },
    });
  });

  it('never carry a number, a day or a printing office that the writer made up', async () => {
    const made = await draft({ number: { code: '假', year: 2026, serial: 9 }, formedOn: '2020-01-01', printedBy: '某处' });
    expect(made.text).not.toHaveProperty('number');
    expect(made.text).not.toHaveProperty('formedOn');
    expect(made.text).not.toHaveProperty('printedBy');
  });
});

describe('countersigning', () => {
  const round = async (): Promise<string> => {
    const { id: documentId } = await draft();
    await forward(documentId, 'countersigning', [head, other], drafter);
    return documentId;
  };
  const opine = (documentId: string, as: Caller, words = '同意。') =>
    call(api.opineOutgoing, { documentId, verdict: 'agree', text: words }, as);

  it('is done by all at the same time, then goes back to who sent it round', async () => {
    const documentId = await round();
    expect(await open(documentId)).toHaveLength(2);
    expect((await call(api.getOutgoing, { documentId }, other)).acts).toEqual(['opine', 'return']);
    await Promise.all([opine(documentId, head), opine(documentId, other)]);
    expect(await open(documentId)).toEqual([{ step: 'countersigning', holder: drafter.actor.id }]);
    await forward(documentId, 'signing', [leader], drafter);
    expect(await open(documentId)).toEqual([{ step: 'signing', holder: leader.actor.id }]);
  });

  it('cannot be passed by while somebody has not countersigned', async () => {
    const documentId = await round();
    await expect(forward(documentId, 'signing', [leader], drafter)).rejects.toMatchObject({ code: 'oa.document.not_your_turn' });
    await expect(forward(documentId, 'signing', [leader], head)).rejects.toMatchObject({ code: 'oa.document.act_refused' });
  });

  it('5.2/9: a return in the middle loses no opinion, and the case is on the drafter’s desk', async () => {
    const documentId = await round();
    await opine(documentId, head, '建议补充责任分工。');
    const back = await call(api.returnOutgoing, { documentId, reason: '范围过宽' }, other);
    expect(back.state).toBe('drafting');
    expect(back.handlings.map(({ text: said }) => said).filter(Boolean)).toEqual(['建议补充责任分工。', '范围过宽']);
    expect(await open(documentId)).toEqual([{ step: 'drafting', holder: drafter.actor.id }]);
    await forward(documentId, 'countersigning', [other], drafter);
    expect(await open(documentId)).toEqual([{ step: 'countersigning', holder: other.actor.id }]);
  });

  it('5.2/8: an urging reaches everybody who has it open', async () => {
    const documentId = await round();
    await call(api.urgeOutgoing, { documentId }, drafter);
    const rows = await oa.database.query<{ urged: number }[]>(`select urged from todo where subject_id = $1 and state = 'open'`, [
      documentId,
    ]);
    expect(rows).toEqual([{ urged: 1 }, { urged: 1 }]);
  });

  it('is not sent to nobody, to oneself, or to one twice', async () => {
    const { id: documentId } = await draft();
    await expect(forward(documentId, 'countersigning', [drafter], drafter)).rejects.toMatchObject({ code: 'oa.document.handler_self' });
    await expect(forward(documentId, 'countersigning', [head, head], drafter)).rejects.toMatchObject({ code: 'oa.document.handler_twice' });
    await expect(forward(documentId, 'reviewing', [head, other], drafter)).rejects.toMatchObject({ code: 'oa.document.one_handler' });
    await expect(forward(documentId, 'reviewing', [outsider], drafter)).rejects.toMatchObject({ code: 'oa.person.not_there' });
  });
});

describe('taking back', () => {
  it('works until the next one has looked', async () => {
    const { id: documentId } = await draft();
    await forward(documentId, 'reviewing', [head], drafter);
    const back = await call(api.recallOutgoing, { documentId }, drafter);
    expect(back.state).toBe('drafting');
    expect(await open(documentId)).toEqual([{ step: 'drafting', holder: drafter.actor.id }]);
    await forward(documentId, 'reviewing', [head], drafter);
    await call(api.openOutgoing, { documentId }, head);
    await expect(call(api.recallOutgoing, { documentId }, drafter)).rejects.toMatchObject({ code: 'oa.document.seen' });
    await expect(call(api.recallOutgoing, { documentId }, head)).rejects.toMatchObject({ code: 'oa.document.nothing_to_recall' });
  });

  it('of a recall and a first look at once one wins, and the document stays on one desk', async () => {
    const { id: documentId } = await draft();
    await forward(documentId, 'reviewing', [head], drafter);
    await Promise.allSettled([call(api.recallOutgoing, { documentId }, drafter), call(api.openOutgoing, { documentId }, head)]);
    expect(await open(documentId)).toHaveLength(1);
  });
});

describe('numbers', () => {
  it('have no gap and no double under fifty at once', async () => {
    // what comes before is not what is raced: a few at a time
    const ids: string[] = [];
    while (ids.length < 50) ids.push(...(await Promise.all([signed(), signed(), signed(), signed(), signed()])));
    for (const documentId of ids) await call(api.recheckOutgoing, { documentId, decision: 'pass' }, clerk);
    const given = await Promise.all(ids.map((documentId) => call(api.numberOutgoing, { documentId, code: '新水办' }, clerk)));
    const serials = given.map(({ text: { number } }) => number!.serial).sort((one, two) => one - two);
    expect(serials).toEqual(Array.from({ length: 50 }, (_, index) => serials[0]! + index));
    const { items } = await call(numberApi.listNumberRules, { orgId: department }, clerk);
    expect(items).toMatchObject([{ code: '新水办', gaps: [] }]);
  }, 60_000);

  it('are reserved, used out of turn only when they were, and never given again once void', async () => {
    const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
    const { items } = await call(numberApi.reserveNumbers, { orgId: department, code: '新水办', count: 3, reason: '联合行文预留' }, clerk);
    const [first, second, third] = items.map(({ serial }) => serial) as [number, number, number];
    const documentId = await signed();
    await call(api.recheckOutgoing, { documentId, decision: 'pass' }, clerk);
    const number = (serial: number) => call(api.numberOutgoing, { documentId, code: '新水办', serial }, clerk);
    await expect(number(third + 500)).rejects.toMatchObject({ code: 'oa.number.not_reserved' });
    await expect(call(api.numberOutgoing, { documentId, code: '无此字' }, clerk)).rejects.toMatchObject({ code: 'oa.number.rule_unknown' });
    const drop = (serial: number) =>
      call(numberApi.voidNumber, { orgId: department, code: '新水办', year, serial, reason: '未使用' }, clerk);
    await drop(first);
    await expect(number(first)).rejects.toMatchObject({ code: 'oa.number.taken' });
    await number(second);
    await expect(drop(second)).rejects.toMatchObject({ code: 'oa.number.taken' });
    await call(api.voidOutgoing, { documentId, reason: '内容重复' }, clerk);
    const used = (await call(numberApi.listNumbers, { orgId: department, code: '新水办', year, state: 'void' }, clerk)).items;
    expect(used.map(({ serial }) => serial)).toEqual([second, first]);
    const next = await numbered();
    expect(next.text.number!.serial).toBe(third + 1);
  });
});

describe('standing in', () => {
  it('sees and does the work of who entrusted it, under both names, and no longer when it has ended', async () => {
    const { id: documentId } = await draft();
    await forward(documentId, 'reviewing', [head], drafter);
    const span = { from: new Date(Date.now() - 60_000).toISOString(), until: new Date(Date.now() + 3_600_000).toISOString() };
    const grant = await call(delegationApi.grantDelegation, { toId: other.actor.id, kinds: [], ...span }, await withTodos(head));
    expect((await call(api.getOutgoing, { documentId }, other)).acts).toContain('forward');
    const { handlings } = await forward(documentId, 'signing', [leader], other, '代为审核。');
    expect(handlings.at(-1)).toMatchObject({ text: '代为审核。', onBehalfOfName: '岸听潮' });
    const { id: second } = await draft();
    await forward(second, 'reviewing', [head], drafter);
    await call(delegationApi.revokeDelegation, { delegationId: grant.id }, await withTodos(head));
    await expect(forward(second, 'signing', [leader], other)).rejects.toMatchObject({ code: 'not_found' });
  });
});
/** The same person with the permission of the own desk. */
const withTodos = ({ actor }: Caller): Promise<Caller> =>
  oa.callerWith({ ...actor, grants: [...actor.grants, { permissions: ['oa.todo.read'], scope: 'unit', orgIds: [river] }] });

describe('what may not be', () => {
  it('a request for instructions goes to one superior, a notice to somebody', async () => {
    const { id: many } = await draft({ genre: 'request', addressees: [{ name: '水利部' }, { name: '自治区人民政府' }] });
    await expect(forward(many, 'signing', [leader], drafter)).rejects.toMatchObject({ code: 'oa.document.reply_one' });
    const { id: nobody } = await draft({ addressees: [] });
    await expect(forward(nobody, 'signing', [leader], drafter)).rejects.toMatchObject({ code: 'oa.document.nobody_addressed' });
    const { id: everybody } = await draft({ genre: 'public_notice', addressees: [] });
    await forward(everybody, 'signing', [leader], drafter);
  });

  it('I1: a text that differs from what was signed is not numbered, printed or sealed', async () => {
    const documentId = await signed();
    await oa.database.query(`update outgoing_document set digest = repeat('0', 64) where id = $1`, [documentId]);
    await expect(call(api.recheckOutgoing, { documentId, decision: 'pass' }, clerk)).rejects.toMatchObject({
      code: 'oa.document.signed_other',
    });
  });

  it('two leaders who sign at once: one does', async () => {
    const { id: documentId } = await draft();
    await forward(documentId, 'signing', [leader], drafter);
    const tries = await Promise.allSettled([sign(documentId), sign(documentId)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('a signature without the second factor', async () => {
    const { id: documentId } = await draft();
    await forward(documentId, 'signing', [leader], drafter);
    const { steppedUpAt, ...actor } = leader.actor;
    expect(steppedUpAt).toBeDefined();
    const plain = await oa.callerWith(actor);
    const { digest } = await call(api.getOutgoing, { documentId }, plain);
    await expect(call(api.signOutgoing, { documentId, digest }, plain)).rejects.toMatchObject({ code: 'auth.step_up_required' });
  });
});

describe('5.2/6: what became of a distribution', () => {
  it('is followed for every addressee, and a refusal reaches the drafter’s desk', async () => {
    const { id: documentId } = await numbered();
    const [dispatchId, deliveryId] = [newId(), newId()];
    await oa.database.query(`update outgoing_document set dispatch_id = $2, state = 'distributed' where id = $1`, [documentId, dispatchId]);
    const word = (state: string) => ({ data: { deliveryId, dispatchId, state, kind: state }, occurredAt: new Date().toISOString() });
    const tell = (state: string) =>
      oa.database.transaction((manager) =>
        oa.service.app
          .get(WhenDeliveryMoved)
          .note(word(state) as never, { manager, ctx: { actor: clerk.actor, now: new Date() } } as never),
      );
    // exchange may speak before the distribution is noted here
    await tell('delivered');
    await oa.database.query(`insert into document_recipient values ($1, $2, $3, '和田水利局', 'primary', 0)`, [
      documentId,
      deliveryId,
      bureau,
    ]);
    const recipients = async () => (await call(api.getOutgoing, { documentId }, drafter)).recipients;
    expect(await recipients()).toMatchObject([{ name: '和田水利局', state: 'delivered' }]);
    await tell('rejected');
    await tell('rejected');
    expect(await recipients()).toMatchObject([{ state: 'rejected' }]);
    const desk = await open(documentId);
    expect(desk.filter(({ step }) => step.startsWith('refused/'))).toEqual([{ step: `refused/${deliveryId}`, holder: drafter.actor.id }]);
    const closed = await call(api.closeOutgoing, { documentId }, clerk);
    expect(closed.state).toBe('closed');
  });
});

describe('access', () => {
  let documentId: string, digest: string;
  beforeAll(async () => {
    ({ id: documentId, digest } = await draft());
  });
  const calls: Record<string, (as: Caller) => Promise<object>> = {
    getOutgoing: (as) => call(api.getOutgoing, { documentId }, as),
    getRendition: (as) => call(api.getRendition, { documentId }, as),
    getVersion: (as) => call(api.getVersion, { documentId, number: 1 }, as),
    saveText: (as) => call(api.saveText, { documentId, text: text(), textVersion: 1, digest }, as),
    openOutgoing: (as) => call(api.openOutgoing, { documentId }, as),
    forwardOutgoing: (as) => forward(documentId, 'reviewing', [head], as),
    opineOutgoing: (as) => call(api.opineOutgoing, { documentId, verdict: 'agree' }, as),
    returnOutgoing: (as) => call(api.returnOutgoing, { documentId, reason: '越权' }, as),
    recallOutgoing: (as) => call(api.recallOutgoing, { documentId }, as),
    signOutgoing: (as) => call(api.signOutgoing, { documentId, digest }, as),
    urgeOutgoing: (as) => call(api.urgeOutgoing, { documentId }, as),
    voidOutgoing: (as) => call(api.voidOutgoing, { documentId, reason: '越权' }, as),
    recheckOutgoing: (as) => call(api.recheckOutgoing, { documentId, decision: 'pass' }, as),
    numberOutgoing: (as) => call(api.numberOutgoing, { documentId, code: '新水办' }, as),
    typesetOutgoing: (as) => call(api.typesetOutgoing, { documentId }, as),
    proofreadOutgoing: (as) => call(api.proofreadOutgoing, { documentId, decision: 'pass' }, as),
    sealOutgoing: (as) => call(api.sealOutgoing, { documentId, copies: 1 }, as),
    distributeOutgoing: (as) => call(api.distributeOutgoing, { documentId }, as),
    closeOutgoing: (as) => call(api.closeOutgoing, { documentId }, as),
  };
  const everywhere: Record<string, (as: Caller) => Promise<object>> = {
    listOutgoing: (as) => call(api.listOutgoing, {}, as),
    draftOutgoing: (as) => call(api.draftOutgoing, { text: text() }, as),
    listNumberRules: (as) => call(numberApi.listNumberRules, {}, as),
    listNumbers: (as) => call(numberApi.listNumbers, { orgId: department, code: '新水办', year: 2026 }, as),
    putNumberRule: (as) => call(numberApi.putNumberRule, { orgId: department, code: '越权', purpose: '越权' }, as),
    reserveNumbers: (as) => call(numberApi.reserveNumbers, { orgId: department, code: '新水办', count: 1, reason: '越权' }, as),
    voidNumber: (as) => call(numberApi.voidNumber, { orgId: department, code: '新水办', year: 2026, serial: 1, reason: '越权' }, as),
  };
  it.each([...Object.keys(calls), ...Object.keys(everywhere)])('%s refuses a caller without the permission', async (name) => {
    const nobody = await oa.caller({}, newId(), true);
    await expect((calls[name] ?? everywhere[name])!(nobody)).rejects.toMatchObject({ code: 'auth.forbidden' });
  });
  it.each(Object.keys(calls))('%s knows nothing of another house’s document', async (name) => {
    await expect(calls[name]!(outsider)).rejects.toMatchObject({ code: 'not_found' });
  });
  it.each(['saveText', 'forwardOutgoing', 'opineOutgoing', 'returnOutgoing'])(
    '%s is for who has the turn, not for a colleague',
    async (name) => {
      await expect(calls[name]!(head)).rejects.toMatchObject({ code: expect.stringMatching(/not_your_turn|act_refused/) as string });
    },
  );
  it('keeps the office’s acts and the numbers from who is not the issuing body’s office', async () => {
    for (const name of ['recheckOutgoing', 'numberOutgoing', 'sealOutgoing', 'closeOutgoing']) {
      const stray = await oa.callerWith({ ...drafter.actor, grants: [{ permissions: keeping, scope: 'unit', orgIds: [river] }], steppedUpAt: new Date().toISOString() }); // prettier-ignore
      await expect(calls[name]!(stray)).rejects.toMatchObject({ code: 'auth.out_of_scope' });
    }
    await expect(everywhere['reserveNumbers']!(outsider)).rejects.toMatchObject({ code: 'auth.out_of_scope' });
    expect((await call(numberApi.listNumbers, { orgId: department, code: '新水办', year: 2026 }, outsider)).items).toEqual([]);
  });
  it('lists what is mine, what I handled, what my body may read, and nothing to a stranger', async () => {
    const ids = async (as: Caller, tab?: 'mine' | 'handled' | 'body') => (await call(api.listOutgoing, { limit: 100, ...(tab && { tab }) }, as)).items.map(({ id }) => id); // prettier-ignore
    expect(await ids(drafter, 'mine')).toContain(documentId);
    expect(await ids(head, 'body')).toContain(documentId);
    expect(await ids(other, 'handled')).not.toContain(documentId);
    expect(await ids(outsider)).toEqual([]);
  });
});
