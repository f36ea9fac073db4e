import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/** Words longer than this are no words (an address without spaces). */
const longest = 40;
const most = 20_000;

/** Cuts Chinese into the words it is searched by; Latin and Uyghur are cut at what is no letter. */
export class Tokens {
  #jieba?: Jieba;

  /** The words of a text or of a question, each once. */
  of(text: string): string[] {
    const small = normal(text);
    return wordsIn(this.#cutter.cutForSearch(small, true));
  }

  /** As `of`, and every shorter word within a longer one: 塔里木河 is found in 塔里木河流域. For what is searched, not for what is asked. */
  within(text: string): string[] {
    const small = normal(text);
    const inside = this.#cutter.cutAll(small).filter((word) => word.length > 1);
    return wordsIn([...this.#cutter.cutForSearch(small, true), ...inside]);
  }

  /** A tsquery of all the words of a question; null when it has none. */
  query(question: string): string | null {
    const words = this.of(question).slice(0, 20);
    return words.length ? words.map((word) => `'${word}'`).join(' & ') : null;
  }

  // the dictionary takes a moment and some forty megabytes: only a process that needs it loads it
  get #cutter(): Jieba {
    return (this.#jieba ??= Jieba.withDict(dict));
  }
}

const normal = (text: string): string => text.normalize('NFKC').toLowerCase();
const wordsIn = (pieces: readonly string[]): string[] => {
  const words = pieces.flatMap((piece) => piece.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length <= longest);
  return [...new Set(words)].slice(0, most);
};
