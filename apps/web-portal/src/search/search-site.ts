import { addressOf, type Body, byPinyin, type Directory } from '../directory/directory.js';
import type { Language } from '../language/languages.js';
import { placeIn } from '../language/places.js';
import type { PageContext, ListedPage } from '../pages/page.js';
import { plain, score } from './match.js';

export interface SearchResults {
  readonly pages: readonly ListedPage[];
  readonly bodies: readonly Body[];
  /** Results found in all, also those beyond the first `mostResults`. */
  readonly found: number;
}

export const mostResults = 60;

/** Searches the site's pages by name and by the words people use, and the directory by name, place and division code. */
export function searchSite(page: PageContext, pages: readonly ListedPage[], typed: string): SearchResults {
  const query = plain(typed);
  const foundPages = ranked(pages, (each) => pageScore(page, each, query));
  const foundBodies = page.directory ? ranked(bodiesOf(page.directory, page.language), (entry) => bodyScore(entry, query)) : [];
  return {
    pages: foundPages,
    bodies: foundBodies.slice(0, Math.max(0, mostResults - foundPages.length)).map(({ body }) => body),
    found: foundPages.length + foundBodies.length,
  };
}

function ranked<T>(all: readonly T[], scoreOf: (one: T) => number): T[] {
  return all
    .map((one) => ({ one, points: scoreOf(one) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ one }) => one);
}

function pageScore({ t }: PageContext, { name, words }: ListedPage, query: string): number {
  const known = words
    ? t(words)
        .split(/[、,،]/)
        .map(plain)
    : [];
  // 打井取水 finds the page that knows 打井 and 取水: a word of the page inside what was typed counts as well
  const inside = known.filter((word) => word.length > 1 && query.includes(word)).length;
  return Math.max(score(plain(t(name)), query), inside > 0 ? 40 + inside : 0, ...known.map((word) => score(word, query) / 2));
}

interface BodyEntry {
  readonly body: Body;
  /** Made comparable once; a search compares some hundred of them. */
  readonly names: readonly string[];
  readonly codes: readonly string[];
}

const entries = new WeakMap<Directory, Map<Language, readonly BodyEntry[]>>();

/** The bodies by pinyin, so that equally good ones stand in an order that people expect. */
function bodiesOf(directory: Directory, language: Language): readonly BodyEntry[] {
  const byLanguage = entries.get(directory) ?? new Map<Language, readonly BodyEntry[]>();
  entries.set(directory, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const made = [...directory.own].sort(byPinyin).map((body) => ({
    body,
    names: [body.name, body.nameEn, placeIn(language, body.divisionCode)].filter((name) => name !== undefined).map(plain),
    codes: [body.divisionCode ?? '', addressOf(body)],
  }));
  byLanguage.set(language, made);
  return made;
}

function bodyScore({ names, codes }: BodyEntry, query: string): number {
  if (query !== '' && codes.includes(query)) return 100;
  return Math.max(...names.map((name) => score(name, query)));
}
