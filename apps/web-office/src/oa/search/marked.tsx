import type { ReactNode } from 'react';

/** A text with what was looked for marked, the longest words first. */
export function marked(text: string, words: readonly string[]): ReactNode {
  const asked = words.filter((word) => word.length > 0).sort((one, other) => other.length - one.length);
  if (asked.length === 0) return text;
  const any = new RegExp(`(${asked.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'giu');
  // every second piece is one that was found
  return text.split(any).map((piece, at) => (at % 2 ? <mark key={at}>{piece}</mark> : piece));
}
