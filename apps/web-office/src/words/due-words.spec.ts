import { dueWords } from './due-words.js';

// Tuesday, 11:20 in Beijing
const now = new Date('2026-11-24T03:20:00Z');
const at = (text: string) => dueWords(`${text}+08:00`, now);

describe('a deadline in words', () => {
  it('is counted in minutes and hours on its own day', () => {
    expect(at('2026-11-24T12:12:30')).toEqual({ lamp: 'yellow', words: '剩 52 分' });
    expect(at('2026-11-24T15:30:00')).toEqual({ lamp: 'yellow', words: '今日 15:30 前' });
    expect(at('2026-11-24T11:19:50')).toEqual({ lamp: 'red', words: '逾期 1 分' });
    expect(at('2026-11-24T08:00:00')).toEqual({ lamp: 'red', words: '逾期 3 小时' });
  });

  it('is counted in working days on every other day', () => {
    expect(at('2026-11-25T10:00:00')).toEqual({ lamp: 'yellow', words: '剩 1 日' });
    expect(at('2026-11-26T10:00:00')).toEqual({ lamp: 'green', words: '剩 2 日' });
    // over the weekend: Friday, then Monday
    expect(at('2026-11-30T10:00:00')).toEqual({ lamp: 'green', words: '剩 4 日' });
    expect(at('2026-11-20T10:00:00')).toEqual({ lamp: 'red', words: '逾期 2 日' });
  });

  it('follows the calendar of the year, not the weekday', () => {
    const holiday = (day: string) => day !== '2026-11-25';
    expect(dueWords('2026-11-26T10:00:00+08:00', now, holiday)).toEqual({ lamp: 'yellow', words: '剩 1 日' });
  });

  it('is a day late as soon as the day has changed, even over days off', () => {
    const sunday = new Date('2026-11-29T03:00:00Z');
    expect(dueWords('2026-11-28T19:00:00+08:00', sunday)).toEqual({ lamp: 'red', words: '逾期 1 日' });
  });

  it('says that there is none', () => expect(dueWords(undefined, now)).toEqual({ lamp: 'none', words: '无时限' }));
});
