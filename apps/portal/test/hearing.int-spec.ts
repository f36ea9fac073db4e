import { jest } from '@jest/globals';
import { type CreateHearing, hearingApi as api, type HearingView } from '@karez/contracts-portal';
import { newId } from '@karez/kernel';
import { CloseHearingsJob } from '../src/hearing/close-hearings.job.js';
import { Desk } from './desk-under-test.js';
import { tellOrg } from './letter-desk-under-test.js';
import { type Caller, PortalUnderTest } from './portal-under-test.js';

jest.setTimeout(40_000);
let portal: PortalUnderTest;
let desk: Desk;
let holder: Caller;
beforeAll(async () => {
  portal = await PortalUnderTest.start();
  desk = await Desk.open(portal);
  await tellOrg(portal, '试用厅办公室', desk.orgId);
  holder = await portal.caller({ permissions: ['portal.article.read', 'portal.hearing.write'] }, desk.orgId);
}, 90_000);
afterAll(() => portal.stop());

const refusal = (code: string) => expect.objectContaining({ code });
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const questions: CreateHearing['questions'] = [
  { text: '您对灌溉服务满意吗', kind: 'one', required: true, options: ['满意', '不满意'] },
  { text: '您从哪里得知消息', kind: 'several', required: false, options: ['网站', '电话'] },
  { text: '您的建议', kind: 'text', required: false },
];
const created = (more: Partial<CreateHearing> = {}, as = holder): Promise<HearingView> => {
  const texts = { title: '灌区水价调整征求意见', text: '现就灌区水价调整方案征求社会意见。', closesAt: inDays(7) };
  return portal.call(api.createHearing, { siteId: desk.site.id, kind: 'consultation', ...texts, ...more }, { as });
};
const opened = async (more: Partial<CreateHearing> = {}): Promise<HearingView> => {
  const { id } = await created(more);
  return portal.call(api.openHearing, { hearingId: id }, { as: holder });
};
const read = (hearingId: string) => portal.call(api.getPublicHearing, { site: desk.site.code, hearingId });
const close = (hearingId: string) => portal.call(api.closeHearing, { hearingId }, { as: holder });
const opine = (hearingId: string, options = {}) =>
  portal.call(api.sendOpinion, { hearingId, text: '建议分档计价，照顾小户。', name: '不可外泄名', contact: '13700000002' }, options);
const survey = (hearingId: string, options: number[], address: string) =>
  portal.call(api.answerSurvey, { hearingId, answers: [{ question: 0, options }] }, { address });

describe('a consultation', () => {
  it('is prepared, opened, heard, closed and answered for', async () => {
    const draft = await created();
    expect(draft).toMatchObject({ state: 'draft', acts: ['edit', 'open', 'discard'], orgName: '试用厅办公室' });
    await expect(read(draft.id)).rejects.toEqual(refusal('not_found'));
    const { id: hearingId, version, text, closesAt } = draft;
    const texts = { title: '灌区水价调整（征求意见稿）', text, closesAt };
    await portal.call(api.updateHearing, { hearingId, version, ...texts }, { as: holder });
    expect((await portal.call(api.openHearing, { hearingId }, { as: holder })).acts).toEqual(['close']);
    await opine(hearingId);
    await opine(hearingId);
    expect(await read(hearingId)).toMatchObject({ state: 'open', voices: 2, title: '灌区水价调整（征求意见稿）' });
    const { items } = await portal.call(api.listVoices, { hearingId }, { as: holder });
    expect(items).toEqual([expect.objectContaining({ name: '不可外泄名', contact: '13700000002' }), expect.anything()]);
    await close(hearingId);
    await expect(opine(hearingId)).rejects.toEqual(refusal('portal.hearing.not_open'));
    const result = '共收到意见两条，采纳一条：分档计价已写入方案；其余因超出定价权限未采纳。';
    const reported = await portal.call(api.reportHearing, { hearingId, result, adopted: 1 }, { as: holder });
    expect(reported).toMatchObject({ state: 'reported', acts: [] });
    const shown = await read(hearingId);
    expect(shown).toMatchObject({ state: 'reported', result, adopted: 1, voices: 2 });
    for (const secret of ['不可外泄名', '13700000002']) expect(JSON.stringify(shown)).not.toContain(secret);
    const list = await portal.call(api.listPublicHearings, { site: desk.site.code, kind: 'consultation' });
    expect(list.items.map(({ id }) => id)).toContain(hearingId);
  });

  it('takes the same opinion once when the button is clicked twice', async () => {
    const { id } = await opened();
    const commandId = newId();
    const [one, other] = await Promise.all([opine(id, { commandId }), opine(id, { commandId })]);
    expect(other).toEqual(one);
    expect((await read(id)).voices).toBe(1);
  });

  it('closes by itself at its time, and takes nothing after it even before the timer', async () => {
    const { id: hearingId } = await opened();
    const [task] = await portal.database.query<[{ payload: object }]>(
      `select payload from task where kind = 'portal.close-hearing' and payload ->> 'hearingId' = $1`,
      [hearingId],
    );
    await portal.fire(CloseHearingsJob, 'close', task.payload);
    expect((await read(hearingId)).state).toBe('open');
    await portal.database.query(`update hearing set closes_at = now() - interval '1 second' where id = $1`, [hearingId]);
    await expect(opine(hearingId)).rejects.toEqual(refusal('portal.hearing.not_open'));
    await portal.fire(CloseHearingsJob, 'close', task.payload);
    await portal.fire(CloseHearingsJob, 'close', task.payload);
    expect((await read(hearingId)).state).toBe('closed');
  });
});

describe('a survey', () => {
  it('hears each person once and shows its counts from the closing on', async () => {
    const { id } = await opened({ kind: 'survey', questions });
    await survey(id, [0], '192.0.2.1');
    await survey(id, [1], '192.0.2.2');
    await expect(survey(id, [1], '192.0.2.1')).rejects.toEqual(refusal('portal.hearing.voted'));
    const signedIn = await portal.caller({});
    const own = (address: string) =>
      portal.call(api.answerSurvey, { hearingId: id, answers: [{ question: 0, options: [0] }] }, { as: signedIn, address });
    await own('192.0.2.1');
    await expect(own('192.0.2.9')).rejects.toEqual(refusal('portal.hearing.voted'));
    expect((await read(id)).results).toEqual([]);
    const closed = await close(id);
    expect(closed).toMatchObject({ state: 'closed', voices: 3, acts: ['report'] });
    expect(closed.results[0]).toEqual({
      ...{ text: '您对灌溉服务满意吗', answers: 3 },
      counts: [{ option: '满意', count: 2 }, { option: '不满意', count: 1 }], // prettier-ignore
    });
    expect(closed.results[1]!.answers).toBe(0);
  });

  it.each([
    ['no question', {}, 'portal.hearing.questions_missing'],
    ['a choice without options', { questions: [{ text: '满意吗', kind: 'one', required: true }] }, 'portal.hearing.questions_missing'],
  ] as const)('with %s does not open', async (_what, more, code) => {
    await expect(opened({ kind: 'survey', ...(more as Partial<CreateHearing>) })).rejects.toEqual(refusal(code));
  });

  it('refuses what is not answered as asked', async () => {
    const { id } = await opened({ kind: 'survey', questions });
    await expect(survey(id, [5], '192.0.2.3')).rejects.toEqual(refusal('portal.hearing.answer_invalid'));
    await expect(opine(id)).rejects.toEqual(refusal('portal.hearing.not_open'));
  });
});

describe('refusals', () => {
  it('closes in the past', async () => {
    await expect(created({ closesAt: inDays(-1) })).rejects.toEqual(refusal('portal.hearing.closes_past'));
    const { id: hearingId } = await created();
    await portal.database.query(`update hearing set closes_at = now() - interval '1 second' where id = $1`, [hearingId]);
    await expect(portal.call(api.openHearing, { hearingId }, { as: holder })).rejects.toEqual(refusal('portal.hearing.closes_past'));
  });
  it('of two editors the second looks first', async () => {
    const { id: hearingId, version, text, closesAt } = await created();
    const edit = (title: string) => portal.call(api.updateHearing, { hearingId, version, title, text, closesAt }, { as: holder });
    await edit('灌区水价调整公开征求意见');
    await expect(edit('灌区水价征求意见')).rejects.toEqual(refusal('state.version_changed'));
  });
  it('reports nothing that is not closed, and discards drafts only', async () => {
    const { id: hearingId } = await opened();
    const report = { hearingId, result: '共收到意见若干条，均已逐条研究，采纳情况如下。', adopted: 0 };
    await expect(portal.call(api.reportHearing, report, { as: holder })).rejects.toEqual(refusal('state.move_refused'));
    await expect(portal.call(api.discardHearing, { hearingId }, { as: holder })).rejects.toEqual(refusal('state.move_refused'));
    const draft = await created();
    const gone = await portal.call(api.discardHearing, { hearingId: draft.id }, { as: holder });
    expect(gone.state).toBe('discarded');
    expect((await portal.call(api.listHearings, {}, { as: holder })).items.map(({ id }) => id)).not.toContain(draft.id);
    await expect(opine(draft.id)).rejects.toEqual(refusal('not_found'));
  });
});

describe('access', () => {
  it('another unit’s hearing is not found, nor its voices', async () => {
    const { id: hearingId } = await opened();
    const stranger = await portal.caller({ permissions: ['portal.article.read', 'portal.hearing.write'] });
    await expect(portal.call(api.getHearing, { hearingId }, { as: stranger })).rejects.toEqual(refusal('not_found'));
    await expect(portal.call(api.closeHearing, { hearingId }, { as: stranger })).rejects.toEqual(refusal('not_found'));
    await expect(portal.call(api.listVoices, { hearingId }, { as: stranger })).rejects.toEqual(refusal('not_found'));
    await expect(created({ orgId: desk.orgId }, stranger)).rejects.toEqual(refusal('auth.out_of_scope'));
    await expect(portal.call(api.listVoices, { hearingId }, { as: desk.editor })).rejects.toEqual(refusal('auth.forbidden'));
  });
});
