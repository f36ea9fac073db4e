import { deliveryStates } from '@karez/contracts-exchange';
import { clock, rowOf } from './delivery-row.fixture.js';
import { dueOf, isDueToday, isOverdue, spanWords } from './due-words.js';

const at = (time: string) => new Date(`2026-11-${time}:00+08:00`).toISOString();

describe('the deadline of a recipient', () => {
  it.each([
    ['20 11:20', 'red', '逾期 2 日'],
    ['22 11:20', 'red', '逾期 2 日'],
    ['24 08:20', 'red', '逾期 3 小时'],
    ['24 11:19', 'red', '逾期 1 分'],
    ['24 12:12', 'yellow', '剩 52 分'],
    ['24 18:20', 'yellow', '今日 18:20'],
    ['25 18:20', 'green', '11-25 18:20 前'],
  ])('due 11-%s is %s: %s', (dueAt, lamp, words) => {
    expect(dueOf(rowOf({ dueAt: at(dueAt.replace(' ', 'T')) }), clock)).toEqual({ lamp, words });
  });

  it('does not run before arrival, and is not guessed where there is none', () => {
    for (const state of ['queued', 'in_flight', 'stalled'] as const) expect(dueOf(rowOf({ state }), clock)?.words).toBe('未送达不起算');
    expect(dueOf(rowOf({ dueAt: undefined }), clock)).toEqual({ lamp: 'none', words: '无时限' });
  });

  it('says of a signature whether it came in time', () => {
    const signed = { state: 'signed_for', dueAt: at('23T18:00') } as const;
    expect(dueOf(rowOf({ ...signed, decidedAt: at('23T18:00') }), clock)).toEqual({ lamp: 'green', words: '按时' });
    expect(dueOf(rowOf({ ...signed, decidedAt: at('23T20:30') }), clock)).toEqual({ lamp: 'none', words: '迟签 2 小时' });
  });

  it('is red or yellow for nobody who has decided or was not reached', () => {
    const late = deliveryStates.filter((state) => isOverdue(rowOf({ state, dueAt: at('20T10:00'), decidedAt: at('23T10:00') }), clock));
    expect(late).toEqual(['delivered']);
    expect(deliveryStates.filter((state) => isDueToday(rowOf({ state, dueAt: at('24T18:00'), decidedAt: at('24T19:00') }), clock))).toEqual(
      ['delivered'],
    );
  });
});

it.each([
  [59_000, '1 分'],
  [60 * 60_000, '1 小时'],
  [47 * 3_600_000, '1 天'],
])('%p ms are %s', (ms, words) => {
  expect(spanWords(ms)).toBe(words);
});
