const before = 30;
const length = 120;

/** Plain text around the first place where the question, or else one of its words, stands. */
export function excerptOf(text: string, question: string, words: readonly string[]): string {
  const small = text.toLowerCase();
  const places = [question.toLowerCase(), ...words].map((word) => small.indexOf(word)).filter((at) => at >= 0);
  const start = Math.max(0, (places[0] ?? 0) - before);
  const cut = text.slice(start, start + length).replace(/\s+/g, ' ');
  return `${start > 0 ? '…' : ''}${cut}${start + length < text.length ? '…' : ''}`;
}
