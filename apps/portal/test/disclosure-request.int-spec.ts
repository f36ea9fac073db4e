import { jest } from '@jest/globals';
import { disclosureRequestApi as api, type DisclosureRequestView, type RequestDisclosure } from '@karez/contracts-portal';
import { newId } from '@karez/kernel';
import { Desk } from './desk-under-test.js';
import { tellOrg } from './letter-desk-under-test.js';
import { type Caller, PortalUnderTest } from './portal-under-test.js';

jest.setTimeout(40_000);
let portal: PortalUnderTest;
let desk: Desk;
let clerk: Caller;
let head: Caller;
beforeAll(async () => {
  portal = await PortalUnderTest.start();
  desk = await Desk.open(portal);
  await tellOrg(portal, '试用厅办公室', desk.orgId);
  clerk = await portal.caller({ permissions: ['portal.request.read', 'portal.request.handle'] }, desk.orgId);
  head = await portal.caller({ permissions: ['portal.request.read', 'portal.request.handle', 'portal.request.approve'] }, desk.orgId);
}, 90_000);
afterAll(() => portal.stop());

const refusal = (code: string) => expect.objectContaining({ code });
const person = { applicantKind: 'person', name: '试申请', identityNumber: '11010519491231002X' } as const;
const ask = (more: Partial<RequestDisclosure> = {}, options: { commandId?: string } = {}) =>
  portal.call(
    api.requestDisclosure,
    {
      ...{ site: desk.site.code, ...person, phone: '13900000000', information: '某年度灌区渠系改造计划文件', form: 'electronic' },
      ...more,
    },
    options,
  );
const asked = async () => {
  const { receipt, check } = await ask();
  const [{ id }] = await portal.database.query<[{ id: string }]>('select id from disclosure_request where receipt = $1', [receipt]);
  return { requestId: id, receipt, check };
};
const draft = (requestId: string, more: object = {}, as = clerk): Promise<DisclosureRequestView> =>
  portal.call(api.draftDisclosureAnswer, { requestId, kind: 'disclosed', answer: '您申请的文件现予公开，详见附件。', ...more }, { as });
const approve = (requestId: string, as = head) => portal.call(api.approveDisclosureAnswer, { requestId }, { as });

describe('the way of a request', () => {
  it('is corrected, asked of a third party, extended, drafted, returned and answered', async () => {
    const { requestId, receipt, check } = await asked();
    expect(receipt).toMatch(/^SQ\d{16}$/);
    const unclear = await portal.call(api.askCorrection, { requestId, what: '请写明文号或年度' }, { as: clerk });
    expect(unclear).toMatchObject({ state: 'correcting', overdue: false, acts: [] });
    expect(unclear.dueAt).toBeUndefined();
    expect(await portal.call(api.followDisclosureRequest, { receipt, check })).toMatchObject({ correctionAsked: '请写明文号或年度' });
    const information = '二〇二四年度灌区渠系改造计划文件';
    const corrected = await portal.call(api.correctDisclosureRequest, { receipt, check, information });
    expect(corrected).toMatchObject({ state: 'received', information, dueAt: expect.any(String) });
    expect((await portal.call(api.consultThirdParty, { requestId, party: '试用水利公司' }, { as: clerk })).state).toBe('consulting');
    const heard = await portal.call(api.thirdPartyAnswered, { requestId, answer: 'agrees' }, { as: clerk });
    expect(heard).toMatchObject({ state: 'received', consulted: '试用水利公司：同意公开', workingDaysLeft: 20 });
    const extended = await portal.call(api.extendDisclosureRequest, { requestId, workingDays: 10, reason: '需检索历史档案' }, { as: head });
    expect(extended).toMatchObject({ extendedBy: 10, extensionReason: '需检索历史档案', workingDaysLeft: 30 });
    await draft(requestId);
    expect((await portal.call(api.followDisclosureRequest, { receipt, check })).answer).toBeUndefined();
    const back = await portal.call(api.returnDisclosureAnswer, { requestId, reason: '请写明附件名称' }, { as: head });
    expect(back).toMatchObject({ state: 'received', returnedFor: '请写明附件名称' });
    await draft(requestId, { kind: 'partly', ground: '《政府信息公开条例》第三十七条' });
    const answered = await approve(requestId);
    expect(answered).toMatchObject({ state: 'answered', answerKind: 'partly', acts: [] });
    expect(answered.clock.map(({ kind }) => kind)).toEqual(['running', 'stopped', 'running', 'stopped', 'running', 'ended']);
    const told = await portal.call(api.followDisclosureRequest, { receipt, check });
    expect(told).toMatchObject({ state: 'answered', answerKind: 'partly', answer: expect.stringContaining('第三十七条') });
    expect(JSON.stringify(told)).not.toContain('11010519491231002X');
  });

  it('ends when the applicant does not correct it', async () => {
    const { requestId } = await asked();
    await portal.call(api.askCorrection, { requestId, what: '请写明文号或年度' }, { as: clerk });
    const ended = await portal.call(api.abandonDisclosureRequest, { requestId, reason: '逾期未补正' }, { as: head });
    expect(ended).toMatchObject({ state: 'abandoned', overdue: false, acts: [] });
    expect(ended.clock.map(({ kind }) => kind)).toEqual(['running', 'stopped', 'ended']);
  });

  it('a second click makes one request and tells the same codes', async () => {
    const commandId = newId();
    const [one, other] = await Promise.all([ask({}, { commandId }), ask({}, { commandId })]);
    expect(other).toEqual(one);
  });
});

describe('refusals', () => {
  it.each([
    ['a person’s number', { identityNumber: '110105194912310021' }],
    ['an organisation’s code', { applicantKind: 'organisation', identityNumber: '91350100M000100Y44' }],
    ['a person’s number given for an organisation', { applicantKind: 'organisation' }],
  ] as const)('%s that does not hold', async (_what, more) => {
    await expect(ask(more)).rejects.toEqual(refusal('portal.request.identity_invalid'));
  });
  it('takes an organisation whose code holds', async () => {
    await expect(ask({ applicantKind: 'organisation', identityNumber: '91350100M000100Y43' })).resolves.toMatchObject({});
  });

  it.each(['partly', 'refused', 'repeated', 'not_information'] as const)('%s without its ground', async (kind) => {
    const { requestId } = await asked();
    await expect(draft(requestId, { kind })).rejects.toEqual(refusal('portal.request.ground_missing'));
  });

  it('who wrote the answer does not approve it', async () => {
    const { requestId } = await asked();
    expect((await draft(requestId, {}, head)).acts).toEqual(['extend', 'return']);
    await expect(approve(requestId)).rejects.toEqual(refusal('portal.letter.own_reply'));
  });

  it('extends once', async () => {
    const { requestId } = await asked();
    const extend = () => portal.call(api.extendDisclosureRequest, { requestId, workingDays: 20, reason: '需检索历史档案' }, { as: head });
    await extend();
    await expect(extend()).rejects.toEqual(refusal('portal.request.extended'));
  });

  it('corrects nothing that was not asked, and opens to nobody without both codes', async () => {
    const { receipt, check } = await asked();
    const correct = (code: string) =>
      portal.call(api.correctDisclosureRequest, { receipt, check: code, information: '某年度某号文件的全文' });
    await expect(correct(check)).rejects.toEqual(refusal('state.move_refused'));
    await expect(correct('00000000')).rejects.toEqual(refusal('portal.letter.code_wrong'));
  });

  it.each([
    ['approve', async (id: string) => approve(id)],
    ['consulted', async (id: string) => portal.call(api.thirdPartyAnswered, { requestId: id, answer: 'silent' }, { as: clerk })],
    ['abandon', async (id: string) => portal.call(api.abandonDisclosureRequest, { requestId: id, reason: '无关' }, { as: head })],
    ['return', async (id: string) => portal.call(api.returnDisclosureAnswer, { requestId: id, reason: '无关' }, { as: head })],
  ] as const)('%s in the wrong state', async (_act, call) => {
    await expect(call((await asked()).requestId)).rejects.toEqual(refusal('state.move_refused'));
  });
});

describe('access', () => {
  it('another unit’s request is not found', async () => {
    const { requestId } = await asked();
    const stranger = await portal.caller({ permissions: ['portal.request.read', 'portal.request.handle', 'portal.request.approve'] });
    await expect(portal.call(api.getDisclosureRequest, { requestId }, { as: stranger })).rejects.toEqual(refusal('not_found'));
    await expect(draft(requestId, {}, stranger)).rejects.toEqual(refusal('not_found'));
    expect((await portal.call(api.listDisclosureRequests, {}, { as: stranger })).items).toEqual([]);
    await expect(approve(requestId, clerk)).rejects.toEqual(refusal('auth.forbidden'));
    const letters = await portal.caller({ permissions: ['portal.letter.read'] }, desk.orgId);
    await expect(portal.call(api.getDisclosureRequest, { requestId }, { as: letters })).rejects.toEqual(refusal('auth.forbidden'));
  });
});

it('the list has what is due first, what stands after it, what is done last', async () => {
  const own = await Desk.open(portal);
  const reader = await portal.caller(
    { permissions: ['portal.request.read', 'portal.request.handle', 'portal.request.approve'] },
    own.orgId,
  );
  const second = await portal.caller({ permissions: ['portal.request.read', 'portal.request.handle'] }, own.orgId);
  const made = async () => {
    const { receipt } = await ask({ site: own.site.code });
    const [{ id }] = await portal.database.query<[{ id: string }]>('select id from disclosure_request where receipt = $1', [receipt]);
    return id;
  };
  const [done, standing, due] = [await made(), await made(), await made()];
  await draft(done, {}, second);
  await approve(done, reader);
  await portal.call(api.consultThirdParty, { requestId: standing, party: '试用公司' }, { as: reader });
  const ids: string[] = [];
  for (let after: string | undefined, first = true; first || after; first = false) {
    const page = await portal.call(api.listDisclosureRequests, { limit: 1, ...(after && { after }) }, { as: reader });
    ids.push(...page.items.map(({ id }) => id));
    after = page.next;
  }
  expect(ids).toEqual([due, standing, done]);
});
