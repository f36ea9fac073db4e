import { broken } from '../refusal.js';

interface Found {
  readonly value: Buffer;
  readonly end: number;
}
const escapes = new Map([...'nrtbf'].map((letter, index) => [letter.charCodeAt(0), [10, 13, 9, 8, 12][index] ?? 0]));

/** `(…)` from behind the first parenthesis (ISO 32000-2 §7.3.4.2); nothing where the bytes end before it does. */
export function readLiteralString(bytes: Buffer, from: number): Found | undefined {
  let depth = 1;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x5c) at++;
    else if (byte === 0x28) depth++;
    else if (byte === 0x29 && --depth === 0) return { value: unescaped(bytes.subarray(from, at)), end: at + 1 };
  }
  return undefined;
}

function unescaped(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let done = 0;
  for (let at = bytes.indexOf(0x5c); at >= 0; at = bytes.indexOf(0x5c, done)) {
    const { put, next } = escaped(bytes, at + 1);
    pieces.push(bytes.subarray(done, at), Buffer.from(put));
    done = next;
  }
  return Buffer.concat([...pieces, bytes.subarray(done)]);
}

function escaped(bytes: Buffer, at: number): { readonly put: readonly number[]; readonly next: number } {
  const byte = bytes[at];
  if (byte === undefined) return { put: [], next: at };
  if (byte === 13) return { put: [], next: bytes[at + 1] === 10 ? at + 2 : at + 1 };
  if (byte === 10) return { put: [], next: at + 1 };
  const octal = /^[0-7]{1,3}/.exec(bytes.toString('latin1', at, at + 3))?.[0];
  if (octal) return { put: [Number.parseInt(octal, 8) & 0xff], next: at + octal.length };
  return { put: [escapes.get(byte) ?? byte], next: at + 1 };
}

/** `<…>` from behind the first angle. */
export function readHexString(bytes: Buffer, from: number): Found | undefined {
  const close = bytes.indexOf(0x3e, from);
  if (close < 0) return undefined;
  const digits = bytes.toString('latin1', from, close).replace(/[\0\t\n\f\r ]+/g, '');
  if (!/^[0-9a-f]*$/i.test(digits)) throw broken('PDF');
  return { value: Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex'), end: close + 1 };
}
