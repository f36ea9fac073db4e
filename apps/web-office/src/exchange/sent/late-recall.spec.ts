import { deliveryStates } from '@karez/contracts-exchange';
import { codeWords } from './code-words.js';
import { now, rowOf } from './delivery-row.fixture.js';
import { lateRecallOf } from './late-recall.js';
import { awayWords, remarkOf } from './recipient-remark.js';

const late = rowOf({
  ...{ state: 'signed_for', decidedAt: '2026-11-24T02:32:00Z', decidedByName: '热依汗·玉山', receiptNumber: 'HZ-2026-118342' },
  ...{ recallAskedAt: '2026-11-24T02:33:00Z', recallRefusedAt: '2026-11-24T02:33:02Z' },
});

describe('a recall that came too late', () => {
  it('says who did what when, how late it was, and the receipt', () => {
    expect(lateRecallOf(late, now)).toEqual({
      result: '撤回失败：对方已于 10:32 签收。',
      words: '10:33 请求撤回，晚 1 分；签收人 热依汗·玉山，回执编号 HZ-2026-118342。正式文件已生效，可以改用：',
      inForce: true,
    });
  });

  it('stands under the row until it was answered by asking for the document back or by another document', () => {
    expect(lateRecallOf({ ...late, revokeAskedAt: '2026-11-24T02:40:00Z' }, now)).toBeUndefined();
    expect(lateRecallOf({ ...late, supersededById: 'd2' }, now)).toBeUndefined();
    expect(lateRecallOf({ ...late, recallRefusedAt: undefined }, now)).toBeUndefined();
  });

  it('is no failure in any state in which nobody has decided', () => {
    const shown = deliveryStates.filter((state) => lateRecallOf({ ...late, state }, now));
    expect(shown).toEqual(['signed_for', 'rejected', 'returned']);
  });

  it('does not call a rejected document in force', () => {
    expect(lateRecallOf({ ...late, state: 'rejected' }, now)).toMatchObject({ result: '撤回失败：对方已于 10:32 拒收。', inForce: false });
  });
});

describe('what else is known of a recipient', () => {
  it('says the reason with its words, and how often it was urged', () => {
    expect(remarkOf(rowOf({ state: 'rejected', reason: 'attachment_missing', reasonText: '附件 2 缺页' }), now)).toBe('附件 2 缺页');
    expect(remarkOf(rowOf({ state: 'rejected', reason: 'misaddressed' }), now)).toBe('错投');
    expect(remarkOf(rowOf({ urged: 2 }), now)).toBe('已催 2 次');
    expect(remarkOf(rowOf(), now)).toBeUndefined();
  });

  it('says where a document is that has not arrived', () => {
    expect(awayWords(rowOf({ state: 'queued', attempts: 0 }))).toBe('等待发出');
    expect(awayWords(rowOf({ state: 'in_flight', attempts: 6 }))).toBe('第 6 次尝试');
    expect(awayWords(rowOf({ state: 'stalled', attempts: 9, lastError: 'exchange.peer.silent' }))).toBe('对方节点没有应答');
    expect(awayWords(rowOf({ state: 'stalled', attempts: 9 }))).toBe('试过 9 次，没有送到');
  });
});

it('fills a code with its parameters, terms in the office’s words', () => {
  expect(codeWords('exchange.dispatch.request_not_upward', { name: '哈密市水利局', direction: 'parallel' })).toBe(
    '请示是上行文，不能主送哈密市水利局（平行文）。平级单位之间请用函。',
  );
  expect(codeWords('unheard.of')).toBeUndefined();
});
