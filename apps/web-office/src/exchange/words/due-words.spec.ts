import { allowanceWords, deliveryDue, dueLook, elapsedWords } from './due-words.js';
import { workingDaysBetween, worksOn } from './working-days.js';

const now = new Date('2026-11-24T03:20:00Z'); // Tuesday, 11:20 in Beijing
const plain = worksOn([]);

describe('due lamps', () => {
  it.each([
    [undefined, 'none', '无时限'],
    ['2026-11-24T03:20:30Z', 'yellow', '剩 1 分'],
    ['2026-11-24T04:12:00Z', 'yellow', '剩 52 分'],
    ['2026-11-24T10:20:00Z', 'yellow', '剩 7 小时'],
    ['2026-11-25T02:00:00Z', 'yellow', '剩 1 日'],
    ['2026-11-26T02:00:00Z', 'green', '剩 2 日'],
    ['2026-11-30T02:00:00Z', 'green', '剩 4 日'],
    ['2026-11-24T03:19:59Z', 'red', '逾期 1 分'],
    ['2026-11-24T00:20:00Z', 'red', '逾期 3 小时'],
    ['2026-11-23T02:00:00Z', 'red', '逾期 1 日'],
    ['2026-11-20T02:00:00Z', 'red', '逾期 2 日'],
  ] as const)('of %s is %s: %s', (dueAt, lamp, words) => {
    expect(dueLook(dueAt, now, plain)).toEqual({ lamp, words });
  });

  it('count no holiday, and the weekend day worked for it', () => {
    const works = worksOn([
      { day: '2026-11-25', kind: 'off' },
      { day: '2026-11-28', kind: 'working' },
    ]);
    expect(dueLook('2026-11-26T02:00:00Z', now, works)).toEqual({ lamp: 'yellow', words: '剩 1 日' });
    expect(dueLook('2026-11-30T02:00:00Z', now, works).words).toBe('剩 4 日');
  });

  it('say hours, then days, over a weekend on which no working day passes', () => {
    const saturday = new Date('2026-11-28T04:00:00Z');
    expect(dueLook('2026-11-27T10:00:00Z', saturday, plain).words).toBe('逾期 18 小时');
    expect(dueLook('2026-11-27T10:00:00Z', new Date('2026-11-29T12:00:00Z'), plain).words).toBe('逾期 2 日');
  });

  it('begin with arrival and end with the decision', () => {
    const dueAt = '2026-11-24T04:12:00Z';
    expect(deliveryDue({ state: 'in_flight', dueAt }, now, plain)).toEqual({ lamp: 'none', words: '未送达不起算' });
    expect(deliveryDue({ state: 'delivered', dueAt }, now, plain)?.words).toBe('剩 52 分');
    for (const state of ['signed_for', 'rejected', 'recalled', 'returned', 'revoked'] as const)
      expect(deliveryDue({ state, dueAt }, now, plain)).toBeUndefined();
  });
});

describe('working days', () => {
  it('are counted after the first day, with the last', () => {
    expect(workingDaysBetween('2026-11-27', '2026-11-30', plain)).toBe(1);
    expect(workingDaysBetween('2026-11-24', '2026-11-24', plain)).toBe(0);
    expect(workingDaysBetween('2026-11-25', '2026-11-24', plain)).toBe(0);
  });
});

describe('spans', () => {
  it.each([
    [0, '0 分'],
    [68 * 60_000, '1 时 08 分'],
    [26 * 3_600_000, '1 日'],
  ])('of %d ms are %s', (ms, words) => {
    expect(elapsedWords(ms)).toBe(words);
  });

  it.each([
    [30, '30 分钟工作时间'],
    [120, '2 小时工作时间'],
    [480, '1 个工作日'],
    [1440, '3 个工作日'],
  ])('of %d working minutes are %s', (minutes, words) => {
    expect(allowanceWords(minutes)).toBe(words);
  });
});
