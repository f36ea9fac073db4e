/** What a person typed, made comparable: full-width letters narrowed, upper case lowered, white space and punctuation gone. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');
}

/** How well a text answers a query; 0 is not at all. Both are `plain`. */
export function score(text: string, query: string): number {
  if (text === '' || query === '') return 0;
  if (text === query) return 100;
  if (text.startsWith(query)) return 80;
  if (text.includes(query)) return 60;
  return inOrder(text, query) ? 30 : 0;
}

/**
 * 策勒水利局 finds 策勒县水利局: all letters in this order, and almost nothing between them.
 * Short queries and short leftovers would find everything, so both are bounded.
 */
function inOrder(text: string, query: string): boolean {
  const letters = [...query];
  if (letters.length < 3) return false;
  let at = -1;
  let first = -1;
  for (const letter of letters) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
    if (first < 0) first = at;
  }
  return at - first + 1 <= letters.length + Math.max(2, letters.length / 2);
}
