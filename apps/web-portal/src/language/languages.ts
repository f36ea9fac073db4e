/** The languages of the public site. The path prefix decides the language of a page; nothing else does. */
export type Language = 'zh-CN' | 'ug' | 'en';

export interface LanguageFacts {
  readonly language: Language;
  /** Path prefix: '' is Chinese, the language whose text is binding. */
  readonly prefix: '' | '/ug' | '/en';
  readonly direction: 'ltr' | 'rtl';
  /** Its own name, in its own letters. */
  readonly name: string;
}

export const languages: readonly LanguageFacts[] = [
  { language: 'zh-CN', prefix: '', direction: 'ltr', name: '中文' },
  { language: 'ug', prefix: '/ug', direction: 'rtl', name: 'ئۇيغۇرچە' },
  { language: 'en', prefix: '/en', direction: 'ltr', name: 'English' },
];

export function factsOf(language: Language): LanguageFacts {
  return languages.find((facts) => facts.language === language)!;
}

/** `/en/directory` → English and `/directory`; `/` and everything without a known prefix is Chinese. */
export function splitPath(path: string): { language: Language; path: string } {
  for (const { language, prefix } of languages) {
    if (prefix && (path === prefix || path.startsWith(`${prefix}/`))) return { language, path: path.slice(prefix.length) || '/' };
  }
  return { language: 'zh-CN', path };
}

/** The same page in a language: `/directory` → `/en/directory`, `/` → `/en/`. */
export function pathIn(language: Language, path: string): string {
  return factsOf(language).prefix + path;
}
