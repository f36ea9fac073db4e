import { codeWords } from './code-words.js';
import { now, rowOf } from './delivery-row.fixture.js';
import { awayWords, remarkOf } from './recipient-remark.js';

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
