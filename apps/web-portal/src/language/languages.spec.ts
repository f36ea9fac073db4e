import { dayCode, dayInWords } from './dates.js';
import { languages, pathIn, splitPath } from './languages.js';

describe('the language of an address', () => {
  it.each([
    ['/', 'zh-CN', '/'],
    ['/directory', 'zh-CN', '/directory'],
    ['/en', 'en', '/'],
    ['/en/', 'en', '/'],
    ['/en/directory/653200', 'en', '/directory/653200'],
    ['/ug/search', 'ug', '/search'],
    ['/english', 'zh-CN', '/english'],
  ])('%s is %s', (asked, language, path) => {
    expect(splitPath(asked)).toEqual({ language, path });
  });

  it('comes back to the same page', () => {
    for (const { language } of languages) expect(splitPath(pathIn(language, '/water'))).toEqual({ language, path: '/water' });
  });
});

describe('a day in words', () => {
  // 23:30 in Beijing, half past three in the afternoon in UTC, half past nine by the solar time of Ürümqi
  const late = new Date('2026-11-23T15:30:00Z');
  const afterMidnight = new Date('2026-11-23T16:30:00Z');

  it('is counted by Beijing time', () => {
    expect(dayCode(late)).toBe('2026-11-23');
    expect(dayCode(afterMidnight)).toBe('2026-11-24');
  });

  it('is written as each language writes it', () => {
    expect(dayInWords(late, 'zh-CN')).toBe('2026年11月23日');
    expect(dayInWords(late, 'en')).toBe('23 November 2026');
    expect(dayInWords(late, 'ug')).toBe('2026-يىلى 23-نويابىر');
  });
});
