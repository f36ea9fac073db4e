import { pinyin } from 'pinyin-pro';

const syllables = (text: string, isName: boolean): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true, ...(isName ? { surname: 'head' } : {}) })
    .map((part) => part.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, ''))
    .filter(Boolean);

/**
 * What a name is sorted by, character after character: reading, tone, the character itself, so that a surname stands
 * together and 张 is not mixed with 章.
 */
export function sortKey(name: string, { person = false } = {}): string {
  return pinyin(name, { toneType: 'num', type: 'all', nonZh: 'spaced', v: true, ...(person ? { surname: 'head' } : {}) })
    .map(({ origin, pinyin: reading }) => (reading ? `${reading}${origin}` : origin.toLowerCase()))
    .join(' ');
}

/** The written form in which terms and queries are compared. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•・]/g, '');

/**
 * The texts of which one must begin with what somebody types to find a name: the name from each of its characters on,
 * its pinyin and its initials likewise, and the exact `codes` (account, division code).
 */
export function searchTerms(names: readonly string[], codes: readonly string[] = [], { person = false } = {}): string[] {
  const terms = new Set<string>(codes.map(folded));
  for (const name of names) {
    const parts = syllables(name, person);
    suffixes([...folded(name)]).forEach((term) => terms.add(term));
    suffixes(parts).forEach((term) => terms.add(term));
    suffixes(parts.map((part) => part[0]!)).forEach((term) => terms.add(term));
  }
  return [...terms].filter(Boolean);
}

const suffixes = (parts: readonly string[]): string[] => parts.map((_, index) => parts.slice(index).join(''));

/** The LIKE pattern of a query against search terms. */
export const searchPattern = (query: string): string => `${folded(query).replace(/[\\%_]/g, '\\$&')}%`;
