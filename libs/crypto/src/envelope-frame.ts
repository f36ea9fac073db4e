import { canonicalBytes, parseCanonical } from './canonical-json.js';
import { refusal } from './errors.js';
import { readBase64, readInstant } from './strict-text.js';

// envelope = "KZE1" ∥ u32 length of header ∥ header ∥ sealed payload ∥ signature r ∥ s (64 bytes)
// The signature covers every byte before it, so one byte form exists and nothing is interpreted twice.
const MAGIC = Buffer.from('KZE1', 'ascii');
const LONGEST_HEADER = 8192;
const SIGNATURE = 64;

export interface KeyName {
  readonly owner: string;
  readonly keyId: string;
}
export interface EnvelopeHeader {
  /** Unique per message; the recipient's inbox drops a second one. */
  readonly id: string;
  /** Kind of payload, e.g. `exchange.delivery.v1`. */
  readonly type: string;
  readonly signedAt: Date;
  readonly from: KeyName;
  readonly to: KeyName;
  /** The content key, SM2-encrypted for `to`. */
  readonly encapsulated: Buffer;
}
export interface EnvelopeFrame {
  readonly header: EnvelopeHeader;
  /** Magic, length and header as received: the context of the sealed payload. */
  readonly head: Uint8Array;
  readonly sealed: Uint8Array;
  /** Everything but the signature. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

const malformed = (reason: string) => refusal('crypto.envelope_malformed', { reason });

export function envelopeHead({ id, type, signedAt, from, to, encapsulated }: EnvelopeHeader): Buffer {
  const header = canonicalBytes({
    v: 1,
    alg: 'SM2-SM3/SM4-CTR-HMAC-SM3',
    id,
    type,
    at: signedAt.toISOString(),
    from: { owner: from.owner, keyId: from.keyId },
    to: { owner: to.owner, keyId: to.keyId },
    key: encapsulated.toString('base64'),
  });
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([MAGIC, length, header]);
}

/**
 * Takes an envelope apart. Nothing of it is believed yet: the header only tells whose key to check it with.
 * @throws DomainError `crypto.envelope_malformed`
 */
export function readEnvelope(envelope: Uint8Array): EnvelopeFrame {
  const bytes = Buffer.from(envelope.buffer, envelope.byteOffset, envelope.byteLength);
  if (bytes.length < 8 + SIGNATURE || !bytes.subarray(0, 4).equals(MAGIC)) throw malformed('not an envelope');
  const headEnd = 8 + bytes.readUInt32BE(4);
  const signedEnd = bytes.length - SIGNATURE;
  if (headEnd > signedEnd || headEnd > 8 + LONGEST_HEADER) throw malformed('length of the header');
  const head = bytes.subarray(0, headEnd);
  const header = readHeader(head.subarray(8));
  // one form only: the header written again must be the header received
  if (!envelopeHead(header).equals(head)) throw malformed('unknown members in the header');
  return {
    header,
    head,
    sealed: bytes.subarray(headEnd, signedEnd),
    signed: bytes.subarray(0, signedEnd),
    signature: bytes.subarray(signedEnd),
  };
}

function readHeader(bytes: Uint8Array): EnvelopeHeader {
  let header: Partial<Record<string, unknown>>;
  try {
    header = (parseCanonical(bytes) ?? {}) as Partial<Record<string, unknown>>;
  } catch {
    throw malformed('header is not canonical JSON');
  }
  const signedAt = readInstant(header['at']);
  const encapsulated = readBase64(header['key']);
  const { id, type } = header;
  const complete = isName(id) && isName(type) && signedAt && encapsulated && isKeyName(header['from']) && isKeyName(header['to']);
  if (!complete) throw malformed('header is incomplete');
  return { id, type, signedAt, from: header['from'] as KeyName, to: header['to'] as KeyName, encapsulated };
}

const isName = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length <= 200;

function isKeyName(value: unknown): value is KeyName {
  if (typeof value !== 'object' || value === null) return false;
  const { owner, keyId } = value as Partial<Record<string, unknown>>;
  return isName(owner) && isName(keyId);
}
