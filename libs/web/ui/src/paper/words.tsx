/** Longer runs may be broken anywhere, else a narrow place could not hold them. */
const longestUnbroken = 8;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const closing = /^[\p{Pe}\p{Pf}\p{Po}]+$/u;

/** The words of a title, each with the punctuation that closes it. */
export function wordsOf(title: string): string[] {
  const words: string[] = [];
  for (const { segment } of segmenter.segment(title)) {
    if (words.length > 0 && closing.test(segment)) words.push(words.pop()! + segment);
    else words.push(segment);
  }
  return words;
}

/** A title that is broken between words and never inside of one (GB/T 9704-2012 §7.3.1: 回行时词意完整). */
export const Words = ({ children }: { children: string }) =>
  wordsOf(children).map((word, at) =>
    [...word].length > 1 && [...word].length <= longestUnbroken ? (
      <span key={at} className="kz-word">
        {word}
      </span>
    ) : (
      word
    ),
  );
