import { deliveryOf, eventOf } from './delivery-fixture.js';
import { lateRecallOf } from './late-recall.js';

const now = new Date('2026-11-24T03:20:00Z');
const signed = eventOf(2, 'signed_for', { at: '2026-11-24T02:32:00.000Z', personName: '热依汗·玉山', receiptNumber: 'HZ-2026-118342' });
const asked = eventOf(3, 'recall_asked', { at: '2026-11-24T02:33:00.000Z' });
const refused = eventOf(4, 'recall_refused', { at: '2026-11-24T02:33:00.000Z' });
const sent = (timeline: ReturnType<typeof eventOf>[]) => deliveryOf({ side: 'sender', state: 'signed_for', timeline });

describe('a recall that came too late', () => {
  it('says who signed when, how late the request was, and the number of the receipt', () => {
    expect(lateRecallOf(sent([signed, asked, refused]), now)).toEqual({
      seq: 3,
      result: '撤回失败：对方已于 10:32 签收。',
      words: '你 10:33 请求撤回，晚 1 分；签收人 热依汗·玉山，回执编号 HZ-2026-118342。正式文件已生效，可以改用：',
    });
  });

  it('takes the time of the decision from the receipt when that came in later than the request', () => {
    const events = [eventOf(2, 'recall_asked', { at: '2026-11-24T02:33:00.000Z' }), { ...signed, seq: 3, at: '2026-11-24T03:00:00.000Z' }];
    const late = lateRecallOf(sent([...events, { ...refused, data: { at: '2026-11-24T02:32:00.000Z' } }]), now);
    expect(late?.result).toBe('撤回失败：对方已于 10:32 签收。');
    expect(late?.words).toContain('晚 1 分');
  });

  it('is silent while the answer is open, when it succeeded, and on the recipient’s side', () => {
    expect(lateRecallOf(sent([asked]), now)).toBeUndefined();
    expect(lateRecallOf(sent([asked, eventOf(4, 'recalled')]), now)).toBeUndefined();
    expect(lateRecallOf({ ...sent([signed, asked, refused]), side: 'recipient' }, now)).toBeUndefined();
  });
});
