import { createHash } from 'node:crypto';
import { type HitField, type HitKind, type Language, neverKept, type WordHit, type WordList } from '@karez/contracts-portal';
import { findLeaks } from './leaks.js';
import { findOddities } from './lookalikes.js';
import { WordFinder } from './word-finder.js';

export interface ListedWord {
  readonly list: WordList;
  readonly word: string;
  readonly suggestion: string | null;
}
export type CheckedTexts = Readonly<Partial<Record<HitField, string>>>;
interface Place {
  readonly kind: HitKind;
  readonly start: number;
  readonly end: number;
  readonly suggestion?: string;
}
const around = 12;

/** 文字检查 of one edition: listed words, numbers of people, look-alike characters, marks. */
export class WordCheck {
  readonly #finder: WordFinder;

  constructor(private readonly listed: readonly ListedWord[]) {
    this.#finder = new WordFinder(listed.map(({ word }) => word));
  }

  /** Findings of all fields; what was decided on the same words in the same surroundings stands. */
  check(texts: CheckedTexts, language: Language, before: readonly WordHit[] = []): WordHit[] {
    const seen = new Map<string, number>();
    return Object.entries(texts).flatMap(([field, text]) =>
      this.#places(text, language === 'zh-CN').map((place) => {
        const hit = hitOf(field as HitField, text, place, seen);
        const resolution = hit.keepable ? before.find(({ id }) => id === hit.id)?.resolution : undefined;
        return resolution ? { ...hit, resolution } : hit;
      }),
    );
  }

  #places(text: string, chinese: boolean): Place[] {
    const words = this.#finder.find(text).flatMap(({ word, start, end }): Place[] => {
      const { list, word: written, suggestion } = this.listed[word]!;
      if (suggestion && standsThere(text, start, suggestion, suggestion.indexOf(written))) return [];
      return [{ kind: list, start, end, ...(suggestion && { suggestion }) }];
    });
    return [...words, ...findLeaks(text), ...findOddities(text, chinese)].sort((one, other) => one.start - other.start);
  }
}

/** The right form contains the listed word (a name with its title): there it is no finding. */
const standsThere = (text: string, start: number, right: string, offset: number): boolean =>
  offset >= 0 && text.startsWith(right, start - offset);

function hitOf(field: HitField, text: string, { kind, start, end, suggestion }: Place, seen: Map<string, number>): WordHit {
  const found = text.slice(start, end);
  const context = text.slice(Math.max(0, start - around), end + around);
  const key = [field, kind, found, context].join('\u0000');
  const times = (seen.get(key) ?? 0) + 1;
  seen.set(key, times);
  const id = createHash('sha256').update(`${key}\u0000${times}`).digest('hex').slice(0, 16);
  const keepable = !(neverKept as readonly HitKind[]).includes(kind);
  return { id, kind, field, start, end, found, context, keepable, ...(suggestion && { suggestion }) };
}

export const openHits = (hits: readonly WordHit[]): WordHit[] => hits.filter(({ resolution }) => !resolution);
