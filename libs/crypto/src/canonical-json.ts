import { refusal } from './errors.js';
import { isWellFormed } from './strict-text.js';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [name: string]: JsonValue | undefined };

/** Deeper nesting than this is refused, so that a hostile text cannot exhaust the stack. */
const DEEPEST = 64;

const refused = (reason: string) => refusal('crypto.not_canonical', { reason });

/**
 * The one byte form of a JSON value (RFC 8785, JCS): members sorted by UTF-16 code units, no blanks, numbers and
 * strings as ECMAScript writes them, UTF-8. Members that are `undefined` are left out, as JSON does.
 * @throws DomainError `crypto.not_canonical` for what JSON cannot hold: NaN, infinities, lone surrogates, dates, class instances, cycles
 */
export const canonicalBytes = (value: JsonValue): Buffer => Buffer.from(canonicalText(value), 'utf8');

/** `canonicalBytes` before its UTF-8 encoding; same refusals. */
export const canonicalText = (value: JsonValue): string => write(value, 0);

/**
 * Reads bytes that must be canonical already. Whatever another reader could understand differently (a name twice, another
 * spelling of a number, blanks, a byte order mark, broken UTF-8) is refused, because it is not what was signed.
 * @throws DomainError `crypto.not_canonical`
 */
export function parseCanonical(bytes: Uint8Array): JsonValue {
  let value: JsonValue;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text) as JsonValue;
  } catch {
    throw refused('not JSON in UTF-8');
  }
  if (!canonicalBytes(value).equals(bytes)) throw refused('another spelling than RFC 8785');
  return value;
}

function write(value: unknown, depth: number): string {
  if (depth > DEEPEST) throw refused(`nested deeper than ${DEEPEST}`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'string') return writeString(value);
  if (Array.isArray(value)) return `[${Array.from(value, (item: unknown) => write(item, depth + 1)).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) return writeObject(value, depth);
  throw refused(`a ${typeof value} has no JSON form`);
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw refused('a number that is not finite');
  return JSON.stringify(value);
}

function writeString(value: string): string {
  // JSON.stringify would escape a lone surrogate; I-JSON (RFC 7493) has no such text
  if (!isWellFormed(value)) throw refused('a lone surrogate');
  return JSON.stringify(value);
}

function writeObject(value: object, depth: number): string {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${writeString(name)}:${write(member, depth + 1)}`).join(',')}}`;
}

/** A Date or a class instance has no form of its own in JSON: whoever signs it writes down which one is meant. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
