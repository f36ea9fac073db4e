import { jest } from '@jest/globals';
import { letterApi } from '@karez/contracts-portal';
import { newId, WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import { tellOrg, LetterDeskUnderTest } from './letter-desk-under-test.js';
import { PortalUnderTest } from './portal-under-test.js';

jest.setTimeout(40_000);
let portal: PortalUnderTest;
let letters: LetterDeskUnderTest;
beforeAll(async () => {
  portal = await PortalUnderTest.start();
  letters = await LetterDeskUnderTest.open(portal);
}, 90_000);
afterAll(() => portal.stop());

const refusal = (code: string) => expect.objectContaining({ code });
const calendar = new WorkingCalendar(xinjiangYears, xinjiangOfficeHours);

describe('the way of a letter', () => {
  it('goes from the writer over the desk and the unit back to the writer and to everybody', async () => {
    const { receipt, letterId } = await letters.sent();
    const { receipt: code, check } = receipt;
    expect(code).toMatch(/^LX\d{16}$/);
    expect(receipt.dueAt).toBe(calendar.addWorkingDays(new Date(receipt.receivedAt), 3).at.toISOString());
    const follow = () => portal.call(letterApi.followLetter, { receipt: code, check });
    expect(await follow()).toMatchObject({ state: 'received', subject: '春灌何时开闸' });

    const routed = await letters.route(letterId, { letterClass: 'complex' });
    expect(routed).toMatchObject({ state: 'routed', letterClass: 'complex', orgName: '试用灌区处', name: '试写信', phone: '13900000000' });
    expect(routed.dueAt).toBe(calendar.addWorkingDays(new Date(receipt.receivedAt), 15).at.toISOString());
    const drafted = await letters.draft(letterId);
    expect(drafted).toMatchObject({ state: 'drafted', acts: [] });
    expect((await follow()).reply).toBeUndefined();
    const back = await portal.call(letterApi.returnReply, { letterId, reason: '请写明渠段' }, { as: letters.head });
    expect(back).toMatchObject({ state: 'routed', returnedFor: '请写明渠段', acts: ['route', 'draft', 'close'] });
    await letters.draft(letterId, '您好：东干渠今年春灌定于三月十日开闸。');
    expect(await letters.approve(letterId, true)).toMatchObject({ state: 'answered', published: true, acts: [] });

    expect(await follow()).toMatchObject({ state: 'answered', unit: '试用灌区处', reply: '您好：东干渠今年春灌定于三月十日开闸。' });
    const steps = (await follow()).steps.map(({ what }) => what);
    expect(steps).toEqual(['收到来信', '转交承办', '答复并公开']);
    const rated = await portal.call(letterApi.rateLetter, { receipt: code, check, satisfaction: 5 });
    expect(rated.satisfaction).toBe(5);
    const { items } = await portal.call(letterApi.listPublicLetters, { site: letters.desk.site.code });
    expect(items).toEqual([
      expect.objectContaining({ id: letterId, reply: '您好：东干渠今年春灌定于三月十日开闸。', satisfaction: 5, unit: '试用灌区处' }),
    ]);
  });

  it('is closed with a reason that the writer reads', async () => {
    const { receipt, letterId } = await letters.sent();
    await portal.call(letterApi.closeLetter, { letterId, reason: '与此前来信重复' }, { as: letters.opener });
    const { check } = receipt;
    expect(await portal.call(letterApi.followLetter, { receipt: receipt.receipt, check })).toMatchObject({
      ...{ state: 'closed', closedReason: '与此前来信重复' },
    });
  });

  it('tells each move as an event whose tags are those of pages that show it', async () => {
    const { letterId } = await letters.answered(true);
    const events = await portal.database.query<{ data: { state: string; tags: string[] } }[]>(
      `select envelope::jsonb -> 'data' as data from outbox where aggregate = 'letter' and aggregate_id = $1 order by sequence`,
      [letterId],
    );
    expect(events.map(({ data }) => [data.state, data.tags.length])).toEqual([['received', 0], ['routed', 0], ['drafted', 0], ['answered', 1]]); // prettier-ignore
  });
});

describe('codes', () => {
  it('a second click gets the same receipt and check, and one letter stands', async () => {
    const commandId = newId();
    const [one, other] = await Promise.all([letters.send({}, { commandId }), letters.send({}, { commandId })]);
    expect(other).toEqual(one);
    const kept = await portal.database.query<{ reply: string }[]>('select reply::text from handled_command where id = $1', [commandId]);
    expect(kept[0]!.reply).not.toContain(one.check);
    const rows = await portal.database.query<object[]>('select 1 from letter where receipt = $1', [one.receipt]);
    expect(rows).toHaveLength(1);
  });

  it('neither code alone opens a letter', async () => {
    const [one, other] = [await letters.send(), await letters.send()];
    const follow = (receipt: string, check: string) => portal.call(letterApi.followLetter, { receipt, check });
    await expect(follow(one.receipt, other.check)).rejects.toEqual(refusal('portal.letter.code_wrong'));
    await expect(follow('LX2026112799999999', one.check)).rejects.toEqual(refusal('portal.letter.code_wrong'));
    expect((await follow(one.receipt, one.check)).receipt).toBe(one.receipt);
  });

  it('of one address no more than the day allows', async () => {
    const address = '192.0.2.7';
    for (let sent = 0; sent < 20; sent += 1) await letters.send({}, { address });
    await expect(letters.send({}, { address })).rejects.toEqual(refusal('portal.letter.too_many'));
    await expect(letters.send({}, { address: '192.0.2.8' })).resolves.toMatchObject({ receipt: expect.any(String) });
  });
});

describe('refusals', () => {
  it('who wrote the answer does not approve it', async () => {
    const { letterId } = await letters.sent();
    await letters.route(letterId);
    const drafted = await letters.draft(letterId, undefined, letters.head);
    expect(drafted.acts).toEqual(['return']);
    await expect(letters.approve(letterId, false)).rejects.toEqual(refusal('portal.letter.own_reply'));
    expect((await letters.approve(letterId, false, letters.opener)).state).toBe('answered');
  });

  it('nothing is published without consent, nor with what tells who somebody is', async () => {
    const drafted = async (texts: object) => {
      const { letterId } = await letters.sent(texts);
      await letters.route(letterId);
      await letters.draft(letterId);
      return letterId;
    };
    await expect(letters.approve(await drafted({ mayPublish: false }), true)).rejects.toEqual(refusal('portal.letter.not_publishable'));
    const leaks = [
      { text: '我的电话是13812345678，请尽快回复。' },
      { text: '我是试写信，家住试用县一号渠边，来信询问春灌。' },
      { subject: '证件 11010519491231002X 的问题' },
    ];
    for (const texts of leaks) {
      const letterId = await drafted(texts);
      await expect(letters.approve(letterId, true)).rejects.toEqual(refusal('portal.letter.leaks'));
      expect((await letters.approve(letterId, false)).published).toBe(false);
    }
  });

  it('is rated after the answer, and once', async () => {
    const { receipt, letterId } = await letters.sent();
    const { receipt: code, check } = receipt;
    const rate = () => portal.call(letterApi.rateLetter, { receipt: code, check, satisfaction: 4 });
    await expect(rate()).rejects.toEqual(refusal('portal.letter.not_answered'));
    await letters.route(letterId);
    await letters.draft(letterId);
    await letters.approve(letterId, false);
    expect((await Promise.allSettled([rate(), rate()])).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(rate()).rejects.toEqual(refusal('portal.letter.rated'));
  });

  it('is routed only to a body that stands', async () => {
    const { letterId } = await letters.sent();
    await expect(letters.route(letterId, { orgId: newId() })).rejects.toEqual(refusal('portal.letter.org_unknown'));
    const gone = await tellOrg(portal, '已撤销单位');
    await portal.database.query(`update org_copy set abolished_on = '2020-01-01' where id = $1`, [gone]);
    await expect(letters.route(letterId, { orgId: gone })).rejects.toEqual(refusal('portal.letter.org_unknown'));
  });

  it.each([
    ['draft', () => letters.sent().then(({ letterId }) => letters.draft(letterId, undefined, letters.head)), 'not_found'],
    ['approve', () => letters.sent().then(({ letterId }) => letters.approve(letterId, false, letters.opener)), 'state.move_refused'],
    ['route', () => letters.answered().then(({ letterId }) => letters.route(letterId)), 'state.move_refused'],
    ['draft again', () => letters.answered().then(({ letterId }) => letters.draft(letterId)), 'state.move_refused'],
  ] as const)('%s in the wrong state is refused', async (_act, call, code) => {
    await expect(call()).rejects.toEqual(refusal(code));
  });

  it('what shows nothing is no letter, and is not kept', async () => {
    await expect(letters.send({ text: ' '.repeat(12) })).rejects.toEqual(refusal('request.invalid'));
    const { letterId } = await letters.sent({ text: '请问\u0000今年塔里木灌区春灌什么时候开闸？' });
    const { text } = await portal.call(letterApi.getLetter, { letterId }, { as: letters.opener });
    expect(text).toBe('请问今年塔里木灌区春灌什么时候开闸？');
  });

  it('a closed or unknown site takes no letter', async () => {
    await expect(letters.send({ site: 'keine' })).rejects.toEqual(refusal('not_found'));
  });
});

describe('access', () => {
  it('another unit’s letter is not found', async () => {
    const { letterId } = await letters.sent();
    await letters.route(letterId);
    const stranger = await portal.caller({ permissions: ['portal.letter.read', 'portal.letter.handle', 'portal.letter.approve'] });
    await expect(portal.call(letterApi.getLetter, { letterId }, { as: stranger })).rejects.toEqual(refusal('not_found'));
    await expect(letters.draft(letterId, undefined, stranger)).rejects.toEqual(refusal('not_found'));
    await expect(portal.call(letterApi.closeLetter, { letterId, reason: '无关' }, { as: stranger })).rejects.toEqual(refusal('not_found'));
    expect((await portal.call(letterApi.listLetters, {}, { as: stranger })).items).toEqual([]);
    await expect(portal.call(letterApi.approveReply, { letterId, publish: false }, { as: letters.clerk })).rejects.toEqual(
      refusal('auth.forbidden'),
    );
    await expect(portal.call(letterApi.listLetters, {})).rejects.toEqual(refusal('auth.required'));
  });

  it('nothing personal stands in what everybody reads', async () => {
    await letters.answered(true, { name: '不可外泄名', phone: '13700000001', address: '不可外泄地址' });
    const said = JSON.stringify(await portal.call(letterApi.listPublicLetters, { site: letters.desk.site.code }));
    for (const secret of ['不可外泄名', '13700000001', '不可外泄地址', 'LX20', '试用人']) expect(said).not.toContain(secret);
  });
});

describe('lists', () => {
  it('what is due comes first, what is answered last, in pages', async () => {
    const own = await LetterDeskUnderTest.open(portal);
    const slow = await own.sent({ kind: 'complaint' });
    const fast = await own.sent({ kind: 'consult' });
    const done = await own.answered();
    const page = (after?: string) => portal.call(letterApi.listLetters, { limit: 1, ...(after && { after }) }, { as: own.opener });
    const first = await page();
    const second = await page(first.next);
    const third = await page(second.next);
    expect([first, second, third].map(({ items }) => items[0]!.id)).toEqual([fast.letterId, slow.letterId, done.letterId]);
    expect(third.next).toBeUndefined();
    const late = await portal.call(letterApi.listLetters, { sort: '-received', state: 'received' }, { as: own.opener });
    expect(late.items.map(({ id }) => id)).toEqual([fast.letterId, slow.letterId]);
    await portal.database.query(`update letter set due_at = now() - interval '1 minute' where id = $1`, [slow.letterId]);
    expect((await page()).items[0]).toMatchObject({ id: slow.letterId, overdue: true });
  });
});

describe('two at once', () => {
  it('of two approvals one is the answer; of a routing and a closing one', async () => {
    const { letterId } = await letters.sent();
    const close = () => portal.call(letterApi.closeLetter, { letterId, reason: '与此前来信重复' }, { as: letters.opener });
    const first = await Promise.allSettled([close(), close()]);
    expect(first.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const other = await letters.sent();
    await letters.route(other.letterId);
    await letters.draft(other.letterId);
    const both = await Promise.allSettled([letters.approve(other.letterId, true), letters.approve(other.letterId, false, letters.opener)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const steps = await portal.database.query<{ what: string }[]>('select what from letter_step where letter_id = $1 order by id', [
      other.letterId,
    ]);
    expect(steps).toHaveLength(4);
  });

  it('a repeated act of the same click is one act', async () => {
    const { letterId } = await letters.sent();
    const commandId = newId();
    const route = () => portal.call(letterApi.routeLetter, { letterId, orgId: letters.unitId }, { as: letters.opener, commandId });
    const [one, other] = await Promise.all([route(), route()]);
    expect(other.version).toBe(one.version);
  });
});
