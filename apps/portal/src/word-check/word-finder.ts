interface Node {
  readonly next: Map<string, Node>;
  fail?: Node;
  /** Lengths are those of the words that end here. */
  readonly ends: number[];
}
export interface Finding {
  /** Number of the word in the list it was built from. */
  readonly word: number;
  readonly start: number;
  readonly end: number;
}
const node = (): Node => ({ next: new Map(), ends: [] });

/** Finds any number of words in one pass over a text: Aho and Corasick, “Efficient string matching”, CACM 18(6), 1975. */
export class WordFinder {
  readonly #root = node();

  constructor(private readonly words: readonly string[]) {
    words.forEach((word, index) => this.#plant(word, index));
    this.#link();
  }

  /** Every occurrence, overlapping ones too, in the order in which they end. */
  find(text: string): Finding[] {
    const found: Finding[] = [];
    let at = this.#root;
    for (let index = 0; index < text.length; index += 1) {
      const letter = text[index]!;
      while (at !== this.#root && !at.next.has(letter)) at = at.fail!;
      at = at.next.get(letter) ?? this.#root;
      for (const word of at.ends) found.push({ word, start: index + 1 - this.words[word]!.length, end: index + 1 });
    }
    return found;
  }

  #plant(word: string, index: number): void {
    let at = this.#root;
    for (const letter of word.split('')) {
      const known = at.next.get(letter) ?? node();
      at.next.set(letter, known);
      at = known;
    }
    if (word) at.ends.push(index);
  }

  #link(): void {
    const queue: Node[] = [this.#root];
    for (const at of queue) {
      for (const [letter, child] of at.next) {
        let fall = at.fail;
        while (fall && !fall.next.has(letter)) fall = fall.fail;
        child.fail = fall?.next.get(letter) ?? this.#root;
        child.ends.push(...child.fail.ends);
        queue.push(child);
      }
    }
  }
}
