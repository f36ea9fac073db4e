import { catalogues, type MessageKey, translatorFor } from './translate.js';
import { type Language, languages } from './languages.js';

const keys = Object.keys(catalogues['zh-CN'].messages) as MessageKey[];
const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

describe('the catalogues of strings', () => {
  it.each(languages.map(({ language }) => language))('%s has every string, none empty, none beyond', (language: Language) => {
    const { messages } = catalogues[language];
    expect(Object.keys(messages).sort()).toEqual([...keys].sort());
    expect(keys.filter((key) => messages[key].trim() === '')).toEqual([]);
  });

  it.each(['en', 'ug'] as const)('%s has the same holes as the Chinese text', (language) => {
    const { messages } = catalogues[language];
    expect(keys.filter((key) => holes(messages[key]).join() !== holes(catalogues['zh-CN'].messages[key]).join())).toEqual([]);
  });

  it('leaves no Chinese in the other languages', () => {
    for (const language of ['en', 'ug'] as const) {
      expect(keys.filter((key) => /\p{Script=Han}/u.test(catalogues[language].messages[key]))).toEqual([]);
    }
  });

  it('writes Chinese with full-width punctuation', () => {
    const wrong = keys.filter((key) =>
      /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}|\p{Script=Han}\.(\s|$)/u.test(catalogues['zh-CN'].messages[key]),
    );
    expect(wrong).toEqual([]);
  });

  it('writes Uyghur in its own letters', () => {
    expect(keys.filter((key) => !/\p{Script=Arabic}/u.test(catalogues.ug.messages[key].replace(/\{\w+\}/g, 'ئ')))).toEqual([]);
  });
});

describe('a translator', () => {
  it('fills in what it is given and counts by the rule of the language', () => {
    expect(translatorFor('zh-CN')('search.none', { query: '和田' })).toBe('没有找到“和田”');
    expect(translatorFor('en').count('search.found', 1)).toBe('1 result found.');
    expect(translatorFor('en').count('search.found', 3)).toBe('3 results found.');
    expect(translatorFor('ug').count('search.found', 1)).toContain('1');
  });

  it('remembers that a string was used which no native speaker has reviewed', () => {
    const all = { ...catalogues.ug, reviewed: new Set<MessageKey>(['nav.home']) };
    const reader = translatorFor('ug', all);
    reader('nav.home');
    expect(reader.unreviewed).toBe(false);
    reader('nav.water');
    expect(reader.unreviewed).toBe(true);
  });
});
