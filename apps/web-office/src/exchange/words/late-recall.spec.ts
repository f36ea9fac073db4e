import { deliveryStates } from '@karez/contracts-exchange';
import { deliveryOf, eventOf } from '../delivery/delivery-fixture.js';
import { now, rowOf } from '../sent/delivery-row.fixture.js';
import { lateRecallOfRow, lateRecallOfView } from './late-recall.js';

const late = rowOf({
  ...{ state: 'signed_for', decidedAt: '2026-11-24T02:32:00Z', decidedByName: '热依汗·玉山', receiptNumber: 'HZ-2026-118342' },
  ...{ recallAskedAt: '2026-11-24T02:33:00Z', recallRefusedAt: '2026-11-24T02:33:02Z' },
});

describe('a recall that came too late, in a list', () => {
  it('says who did what when, how late it was, and the receipt', () => {
    expect(lateRecallOfRow(late, now)).toEqual({
      result: '撤回失败：对方已于 10:32 签收。',
      words: '10:33 请求撤回，晚 1 分；签收人 热依汗·玉山，回执编号 HZ-2026-118342。正式文件已生效，可以改用：',
      inForce: true,
    });
  });

  it('stands under the row until it was answered by asking for the document back or by another document', () => {
    expect(lateRecallOfRow({ ...late, revokeAskedAt: '2026-11-24T02:40:00Z' }, now)).toBeUndefined();
    expect(lateRecallOfRow({ ...late, supersededById: 'd2' }, now)).toBeUndefined();
    expect(lateRecallOfRow({ ...late, recallRefusedAt: undefined }, now)).toBeUndefined();
  });

  it('is no failure in any state in which nobody has decided', () => {
    const shown = deliveryStates.filter((state) => lateRecallOfRow({ ...late, state }, now));
    expect(shown).toEqual(['signed_for', 'rejected', 'returned']);
  });

  it('does not call a rejected document in force', () => {
    expect(lateRecallOfRow({ ...late, state: 'rejected' }, now)).toMatchObject({
      result: '撤回失败：对方已于 10:32 拒收。',
      inForce: false,
    });
  });
});

const signed = eventOf(2, 'signed_for', { at: '2026-11-24T02:32:00.000Z', personName: '热依汗·玉山', receiptNumber: 'HZ-2026-118342' });
const asked = eventOf(3, 'recall_asked', { at: '2026-11-24T02:33:00.000Z' });
const refused = eventOf(4, 'recall_refused', { at: '2026-11-24T02:33:00.000Z' });
const sent = (timeline: ReturnType<typeof eventOf>[]) => deliveryOf({ side: 'sender', state: 'signed_for', timeline });

describe('a recall that came too late, on its page', () => {
  it('says who signed when, how late the request was, and the number of the receipt', () => {
    expect(lateRecallOfView(sent([signed, asked, refused]), now)).toEqual({
      seq: 3,
      result: '撤回失败：对方已于 10:32 签收。',
      inForce: true,
      words: '10:33 请求撤回，晚 1 分；签收人 热依汗·玉山，回执编号 HZ-2026-118342。正式文件已生效，可以改用：',
    });
  });

  it('takes the time of the decision from the receipt when that came in later than the request', () => {
    const events = [eventOf(2, 'recall_asked', { at: '2026-11-24T02:33:00.000Z' }), { ...signed, seq: 3, at: '2026-11-24T03:00:00.000Z' }];
    const late = lateRecallOfView(sent([...events, { ...refused, data: { at: '2026-11-24T02:32:00.000Z' } }]), now);
    expect(late?.result).toBe('撤回失败：对方已于 10:32 签收。');
    expect(late?.words).toContain('晚 1 分');
  });

  it('is silent while the answer is open, when it succeeded, and on the recipient’s side', () => {
    expect(lateRecallOfView(sent([asked]), now)).toBeUndefined();
    expect(lateRecallOfView(sent([asked, eventOf(4, 'recalled')]), now)).toBeUndefined();
    expect(lateRecallOfView({ ...sent([signed, asked, refused]), side: 'recipient' }, now)).toBeUndefined();
  });
});
