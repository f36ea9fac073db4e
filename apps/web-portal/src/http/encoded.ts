import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

/** Bytes ready to send in every encoding, with the validator that all encodings share. */
export interface Encoded {
  readonly etag: string;
  readonly bytes: Readonly<Record<Encoding, Buffer>>;
}

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** `effort` 5 for a page that a person waits for, 11 for a file that is packed once at start. */
export async function encode(content: Buffer, effort: 5 | 11): Promise<Encoded> {
  const [br, gz] = await Promise.all([
    brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: effort, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
    deflate(content, { level: effort === 11 ? 9 : 6 }),
  ]);
  return { etag: `W/"${digest(content)}"`, bytes: { br, gzip: gz, identity: content } };
}

/** Compresses for one reader only, in the one encoding that this reader takes. */
export async function encodeFor(content: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return content;
  return encoding === 'br' ? brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) : deflate(content, { level: 5 });
}

/** Short name of content: the first 64 bits of its SHA-256. */
export function digest(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/** The best encoding that the client takes (RFC 9110 §12.5.3); a coding with q=0 is refused. */
export function acceptedEncoding(header: string | undefined): Encoding {
  if (!header) return 'identity';
  const taken = new Set<string>();
  for (const part of header.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((each) => each.trim());
    if (!parameters.some((each) => /^q=0(\.0*)?$/.test(each))) taken.add(coding);
  }
  if (taken.has('br')) return 'br';
  return taken.has('gzip') ? 'gzip' : 'identity';
}

/** Does `If-None-Match` name this validator (weak comparison)? */
export function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  const opaque = etag.replace(/^W\//, '');
  return header.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === opaque);
}
