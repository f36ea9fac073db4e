import { en } from './en.js';
import type { Language } from './languages.js';
import { ug } from './ug.js';
import { zhCN } from './zh-cn.js';

/** Every string of the site has one key; the Chinese catalogue defines the keys, a missing translation is a type error. */
export type MessageKey = keyof typeof zhCN;
export type Messages = Readonly<Record<MessageKey, string>>;

export interface Catalogue {
  readonly messages: Messages;
  /** Keys whose text a native speaker has checked; `all` where the text was written in that language, not translated. */
  readonly reviewed: 'all' | ReadonlySet<MessageKey>;
}

export const catalogues: Readonly<Record<Language, Catalogue>> = {
  'zh-CN': { messages: zhCN, reviewed: 'all' },
  en: { messages: en, reviewed: 'all' },
  ug,
};

export interface Translate {
  (key: MessageKey, parameters?: Readonly<Record<string, string | number>>): string;
  /** Picks `<key>.one` or `<key>.other` by the language's own plural rule; `{count}` is filled in. */
  count(key: CountedKey, count: number): string;
  readonly language: Language;
  /** True as soon as one string that was asked for has not been reviewed. */
  readonly unreviewed: boolean;
}

type CountedKey = { [K in MessageKey]: K extends `${infer Stem}.other` ? Stem : never }[MessageKey];

/** A translator of one page: it remembers whether the page used a string that no native speaker has checked. */
export function translatorFor(language: Language, { messages, reviewed }: Catalogue = catalogues[language]): Translate {
  const plural = new Intl.PluralRules(language);
  let unreviewed = false;
  const translate = (key: MessageKey, parameters: Readonly<Record<string, string | number>> = {}): string => {
    if (reviewed !== 'all' && !reviewed.has(key)) unreviewed = true;
    return messages[key].replace(/\{(\w+)\}/g, (hole, name: string) => String(parameters[name] ?? hole));
  };
  const count = (key: CountedKey, value: number): string =>
    translate(`${key}.${plural.select(value) === 'one' ? 'one' : 'other'}` as MessageKey, { count: value });
  return Object.defineProperty(Object.assign(translate, { count, language }), 'unreviewed', { get: () => unreviewed }) as Translate;
}
