import { Injectable } from '@nestjs/common';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/** Words longer than this are no words (an address without spaces). */
const longest = 40;
const most = 20_000;

/** Cuts Chinese into the words it is searched by; Latin and Uyghur are cut at what is no letter. */
@Injectable()
export class Tokens {
  #jieba?: Jieba;

  of(text: string): string[] {
    // the dictionary takes a moment and some forty megabytes: only a process that needs it loads it
    this.#jieba ??= Jieba.withDict(dict);
    const words = this.#jieba
      .cutForSearch(text.normalize('NFKC').toLowerCase(), true)
      .flatMap((piece) => piece.match(/[\p{L}\p{N}]+/gu) ?? []);
    return [...new Set(words.filter((word) => word.length <= longest))].slice(0, most);
  }

  /** A tsquery of all the words of a question; null when it has none. */
  query(question: string): string | null {
    const words = this.of(question).slice(0, 20);
    return words.length ? words.map((word) => `'${word}'`).join(' & ') : null;
  }
}
