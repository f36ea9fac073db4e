import { longToday, shortDate, shortTime } from './time.js';

const now = new Date('2026-11-24T03:20:00Z'); // 11:20 in Beijing

describe('times as the office writes them', () => {
  it.each([
    ['2026-11-24T02:12:00Z', '10:12'],
    ['2026-11-23T16:00:00Z', '00:00'],
    ['2026-11-23T15:59:00Z', '昨天 23:59'],
    ['2026-11-20T09:04:00Z', '11-20 17:04'],
    ['2025-12-31T16:30:00Z', '01-01 00:30'],
    ['2025-12-31T15:30:00Z', '2025-12-31 23:30'],
  ])('%s is %s', (iso, words) => {
    expect(shortTime(iso, now)).toBe(words);
  });

  it('takes a date without a time as it is written, wherever the reader sits', () => {
    expect(shortDate('2026-11-24', now)).toBe('11-24');
    expect(shortDate('2018-10-01', now)).toBe('2018-10-01');
  });

  it('says today with Chinese spacing', () => {
    expect(longToday(now)).toBe('11 月 24 日 星期二');
  });
});
