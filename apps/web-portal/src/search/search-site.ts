import { addressOf, type Body, byPinyin } from '../directory/directory.js';
import type { PageContext, PageDefinition } from '../pages/page.js';
import { placeIn } from '../language/places.js';
import { plain, score } from './match.js';

export interface SearchResults {
  readonly pages: readonly PageDefinition[];
  readonly bodies: readonly Body[];
  /** Results found in all, also those beyond the first `mostResults`. */
  readonly found: number;
}

export const mostResults = 60;

/** Searches the site's pages by name and by the words people use, and the directory by name, place and division code. */
export function searchSite(page: PageContext, pages: readonly PageDefinition[], typed: string): SearchResults {
  const query = plain(typed);
  const foundPages = ranked(pages, (each) => pageScore(page, each, query));
  const foundBodies = ranked(page.directory ? [...page.directory.own].sort(byPinyin) : [], (body) => bodyScore(page, body, query));
  return {
    pages: foundPages,
    bodies: foundBodies.slice(0, mostResults - Math.min(mostResults, foundPages.length)),
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

function pageScore({ t }: PageContext, { name, words }: PageDefinition, query: string): number {
  const known = words ? t(words).split(/\s*[、,،]\s*/) : [];
  // 打井取水 finds the page that knows 打井 and 取水: a word of the page inside what was typed counts as well
  const inside = known.map(plain).filter((word) => word.length > 1 && query.includes(word)).length;
  return Math.max(score(plain(t(name)), query), inside > 0 ? 40 + inside : 0, ...known.map((word) => score(plain(word), query) / 2));
}

function bodyScore({ language }: PageContext, body: Body, query: string): number {
  const names = [body.name, body.nameEn ?? '', placeIn(language, body.divisionCode) ?? ''];
  return Math.max(
    ...names.map((name) => score(plain(name), query)),
    body.divisionCode === query ? 100 : 0,
    addressOf(body) === query ? 100 : 0,
  );
}
