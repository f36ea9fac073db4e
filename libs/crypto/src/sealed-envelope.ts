import { DomainError } from '@karez/kernel';
import { refusal } from './errors.js';
import type { CryptoProvider } from './crypto-provider.js';
import { type EnvelopeFrame, envelopeHead, type EnvelopeHeader, readEnvelope } from './envelope-frame.js';
import { assertUsable, type KeyDirectory, publishedKey, type PublishedKey, type SigningKey } from './key-directory.js';
import type { Sm2PrivateKey } from './secret-key.js';
import { signatureToDer, signatureToRaw } from './sm2-signature.js';

/** A message from one body to one other: encrypted for the recipient, signed by the sender over the encrypted form. */
export interface Letter {
  readonly id: string;
  readonly type: string;
  readonly signedAt: Date;
  readonly payload: Uint8Array;
}

/** The recipient's own side: its encryption keys, retired ones too, as long as messages for them may be on the way. */
export interface Recipient {
  readonly owner: string;
  keyFor(keyId: string): Promise<Sm2PrivateKey | undefined>;
}

export interface OpenedLetter extends Letter {
  readonly from: EnvelopeHeader['from'];
  readonly payload: Buffer;
}

export interface Opening {
  readonly recipient: Recipient;
  /** Senders' keys are taken from here only. */
  readonly directory: KeyDirectory;
  /** Time of arrival by the recipient's own clock. */
  readonly seenAt: Date;
  /** In bytes, 16 MiB unless given: files travel beside, streamed. */
  readonly limit?: number;
}

const LIMIT = 16 * 1024 * 1024;

/**
 * @param to the recipient's encryption key, from the directory
 * @throws DomainError `crypto.key_wrong_use`, `crypto.key_outside_validity`, `crypto.key_revoked` for a key that must not be used now
 */
export async function sealEnvelope(provider: CryptoProvider, letter: Letter, from: SigningKey, to: PublishedKey): Promise<Buffer> {
  const { id, type, signedAt, payload } = letter;
  assertUsable(to, 'encryption', { signedAt, seenAt: signedAt });
  const { key, encapsulated } = await provider.encapsulateKey(to.publicKey);
  try {
    const head = envelopeHead({ id, type, signedAt, from, to, encapsulated });
    const signed = Buffer.concat([head, await provider.seal(payload, key, head)]);
    return Buffer.concat([signed, signatureToRaw(await provider.sign(signed, from.privateKey))]);
  } finally {
    key.destroy();
  }
}

/**
 * Verifies first, decrypts then; the payload comes back as bytes for the caller to parse (`parseCanonical`). A replayed envelope opens
 * again: the inbox drops it by `id`.
 * @throws DomainError `crypto.envelope_too_large`, `crypto.envelope_malformed`, `crypto.envelope_misaddressed`, `crypto.signature_invalid`,
 * `crypto.key_unknown`, `crypto.key_wrong_use`, `crypto.key_outside_validity`, `crypto.key_revoked`, `crypto.signed_in_future`, `crypto.decryption_failed`
 */
export async function openEnvelope(provider: CryptoProvider, envelope: Uint8Array, opening: Opening): Promise<OpenedLetter> {
  const { recipient, directory, seenAt, limit = LIMIT } = opening;
  if (envelope.length > limit) throw refusal('crypto.envelope_too_large', { limit });
  const frame = readEnvelope(envelope);
  const { id, type, signedAt, from, to, encapsulated } = frame.header;
  if (to.owner !== recipient.owner) throw refusal('crypto.envelope_misaddressed');
  const sender = await publishedKey(directory, from.owner, from.keyId);
  assertUsable(sender, 'signature', { signedAt, seenAt });
  await assertSigned(provider, frame, sender);
  const privateKey = await recipient.keyFor(to.keyId);
  if (!privateKey) throw refusal('crypto.key_unknown', { owner: to.owner, keyId: to.keyId });
  const key = await provider.decapsulateKey(encapsulated, privateKey);
  try {
    return { id, type, signedAt, from, payload: await provider.unseal(frame.sealed, key, frame.head) };
  } finally {
    key.destroy();
  }
}

async function assertSigned(
  provider: CryptoProvider,
  { signed, signature }: EnvelopeFrame,
  { owner, publicKey }: PublishedKey,
): Promise<void> {
  let stands = false;
  try {
    stands = await provider.verify(signed, signatureToDer(signature), publicKey);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'crypto.signature_malformed') throw error;
  }
  if (!stands) throw refusal('crypto.signature_invalid', { signer: owner });
}
