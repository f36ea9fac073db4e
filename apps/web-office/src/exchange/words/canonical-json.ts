/**
 * The one spelling of a JSON value (RFC 8785): members sorted by UTF-16 code units, no blanks, numbers and texts as ECMAScript writes
 * them. An evidence file is checked byte by byte, so it is saved in exactly this form.
 * @throws TypeError for what JSON cannot hold: numbers that are not finite, lone surrogates, functions, class instances
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number that is not finite has no JSON form');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return `[${Array.from(value, (item: unknown) => canonicalJson(item)).join(',')}]`;
  if (typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)) return members(value);
  throw new TypeError(`a ${typeof value} has no JSON form`);
}

const members = (value: object): string => {
  const kept = Object.entries(value).filter(([, member]) => member !== undefined);
  kept.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${kept.map(([name, member]) => `${text(name)}:${canonicalJson(member)}`).join(',')}}`;
};

/** JSON.stringify would escape a lone surrogate; I-JSON (RFC 7493) has no such text. */
function text(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('a lone surrogate has no JSON form');
  return JSON.stringify(value);
}
