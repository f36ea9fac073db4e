import { choose, daysByDate, inOrder, isWorking, runsOf, sameDays, weeksOf } from './calendar-days.js';
import { readLines } from './paste-lines.js';

const none = daysByDate([]);

describe('the working calendar', () => {
  it('goes by the weekday, except where it says otherwise', () => {
    const days = daysByDate([
      { day: '2026-10-01', kind: 'off', note: '国庆节' },
      { day: '2026-10-10', kind: 'working', note: '调休' },
    ]);
    expect([isWorking('2026-10-01', days), isWorking('2026-10-10', days)]).toEqual([false, true]);
    expect([isWorking('2026-10-09', days), isWorking('2026-10-11', days)]).toEqual([true, false]);
  });

  it('keeps no exception that says what the weekday says anyway, unless it has a note', () => {
    expect(choose(none, '2026-11-24', { choice: 'working', note: '' }).size).toBe(0);
    expect(inOrder(choose(none, '2026-11-28', { choice: 'off', note: '双休' }))).toEqual([
      { day: '2026-11-28', kind: 'off', note: '双休' },
    ]);
    const off = choose(none, '2026-11-24', { choice: 'off', note: ' 停水 ' });
    expect(inOrder(off)).toEqual([{ day: '2026-11-24', kind: 'off', note: '停水' }]);
    expect(choose(off, '2026-11-24', { choice: 'usual', note: '停水' }).size).toBe(0);
  });

  it('joins neighbouring days of one holiday, over the end of a month', () => {
    const { days } = readLines('2026-01-31至2026-02-02 休 水利工程检修\n2026-02-03 休 春节', 2026);
    expect(runsOf(daysByDate(days))).toEqual([
      { from: '2026-01-31', to: '2026-02-02', days: 3, kind: 'off', note: '水利工程检修' },
      { from: '2026-02-03', to: '2026-02-03', days: 1, kind: 'off', note: '春节' },
    ]);
  });

  it('has every day of the year once, in weeks from Monday', () => {
    const all = Array.from({ length: 12 }, (_, at) => weeksOf(2028, at + 1));
    const days = all.flat(2).filter((day) => day !== undefined);
    expect(new Set(days).size).toBe(366);
    expect(all.flat().every((week) => week.length === 7)).toBe(true);
    expect(weeksOf(2026, 11)[0]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined, '2026-11-01']);
  });

  it('knows whether it was changed, whatever the order', () => {
    const one = daysByDate(readLines('10月1日 休 国庆节\n10月2日 休 国庆节', 2026).days);
    const same = daysByDate([...one.values()].reverse());
    expect(sameDays(one, same)).toBe(true);
    expect(sameDays(one, choose(same, '2026-10-01', { choice: 'off', note: '节' }))).toBe(false);
    expect(sameDays(one, none)).toBe(false);
  });
});

describe('pasted lines of a notice', () => {
  it('are read in the ways in which they are written', () => {
    const { days, problems } = readLines(
      '2026-10-01至10-03 休 国庆节\n10月10日 上班 国庆节调休\n\n2026年2月14日（周六）补班\n1/1 放假，元旦\n2-23 休 春节，次日上班',
      2026,
    );
    expect(problems).toEqual([]);
    expect(days).toEqual([
      { day: '2026-10-01', kind: 'off', note: '国庆节' },
      { day: '2026-10-02', kind: 'off', note: '国庆节' },
      { day: '2026-10-03', kind: 'off', note: '国庆节' },
      { day: '2026-10-10', kind: 'working', note: '国庆节调休' },
      { day: '2026-02-14', kind: 'working', note: '' },
      { day: '2026-01-01', kind: 'off', note: '元旦' },
      { day: '2026-02-23', kind: 'off', note: '春节，次日上班' },
    ]);
  });

  it.each([
    ['国庆节休息', '日期'],
    ['2026-02-30 休 春节', '没有这一天'],
    ['2025-10-01 休 国庆节', '不在 2026 年内'],
    ['2026-10-08至10-01 休', '止日早于起日'],
    ['2026-10-01 国庆节', '没有写'],
    ['2026-01-01至2026-12-31 休', '一次最多'],
    [`2026-10-01 休 ${'长'.repeat(61)}`, '说明最多'],
  ])('that are not understood (%s) are named, and the others kept', (line, words) => {
    const { days, problems } = readLines(`2026-05-01 休 劳动节\n${line}`, 2026);
    expect(days.map(({ day }) => day)).toEqual(['2026-05-01']);
    expect(problems).toEqual([{ line: 2, words: expect.stringContaining(words) as string }]);
  });
});
