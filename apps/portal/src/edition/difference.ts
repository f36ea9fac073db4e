import type { DifferencePart } from '@karez/contracts-portal';

/** Above this many cells a middle part is shown as taken out and put in, not compared word by word. */
const mostCells = 4_000_000;
const pieces = (text: string): string[] => text.match(/[A-Za-z0-9]+|\p{Script=Arabic}+|\s+|./gsu) ?? [];

/** What was taken out and put in between two plain texts, by the longest common subsequence of their characters and words. */
export function difference(before: string, after: string): DifferencePart[] {
  const [one, other] = [pieces(before), pieces(after)];
  let head = 0;
  while (head < one.length && head < other.length && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < one.length - head && tail < other.length - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const middle = between(one.slice(head, one.length - tail), other.slice(head, other.length - tail));
  return joined([part('same', one.slice(0, head)), ...middle, part('same', tail ? one.slice(-tail) : [])]);
}

const part = (kind: DifferencePart['kind'], text: readonly string[]): DifferencePart => ({ kind, text: text.join('') });

function between(one: readonly string[], other: readonly string[]): DifferencePart[] {
  const width = other.length + 1;
  if (!one.length || !other.length || (one.length + 1) * width > mostCells) return [part('removed', one), part('added', other)];
  const longest = new Uint32Array((one.length + 1) * width);
  for (let row = one.length - 1; row >= 0; row -= 1)
    for (let at = other.length - 1; at >= 0; at -= 1)
      longest[row * width + at] =
        one[row] === other[at]
          ? longest[(row + 1) * width + at + 1]! + 1
          : Math.max(longest[(row + 1) * width + at]!, longest[row * width + at + 1]!);
  const parts: DifferencePart[] = [];
  let [row, at] = [0, 0];
  while (row < one.length || at < other.length) {
    const [left, right] = [one[row], other[at]];
    if (left !== undefined && left === right) {
      parts.push({ kind: 'same', text: left });
      [row, at] = [row + 1, at + 1];
    } else if (right === undefined || (left !== undefined && longest[(row + 1) * width + at]! >= longest[row * width + at + 1]!)) {
      parts.push({ kind: 'removed', text: left! });
      row += 1;
    } else {
      parts.push({ kind: 'added', text: right });
      at += 1;
    }
  }
  return parts;
}

const joined = (parts: readonly DifferencePart[]): DifferencePart[] =>
  parts
    .filter(({ text }) => text)
    .reduce<DifferencePart[]>((so, next) => {
      const last = so.at(-1);
      return last?.kind === next.kind ? [...so.slice(0, -1), { kind: next.kind, text: last.text + next.text }] : [...so, next];
    }, []);
