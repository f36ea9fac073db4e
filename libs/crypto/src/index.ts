export { canonicalBytes, canonicalText, type JsonValue, parseCanonical } from './canonical-json.js';
export type { Ciphers, CryptoProvider, Digests, Keys, Signatures } from './crypto-provider.js';
export {
  type DetachedSignature,
  detachedStatement,
  type Expected,
  signDetached,
  type SignedContent,
  verifyDetached,
} from './detached-signature.js';
export type { KeyName } from './envelope-frame.js';
export { cryptoErrors } from './errors.js';
export {
  assertUsable,
  CLOCK_TOLERANCE_MS,
  type KeyDirectory,
  type KeyUse,
  publishedKey,
  type PublishedKey,
  type SignedTimes,
  type SigningKey,
} from './key-directory.js';
export { masterKeyOf } from './key-wrap.js';
export { MasterKeys } from './master-keys.js';
export { type Letter, type OpenedLetter, openEnvelope, type Opening, type Recipient, sealEnvelope } from './sealed-envelope.js';
export type { KeyKind, KeyOf, MacKey, SecretKey, Sm2PrivateKey, Sm4Key } from './secret-key.js';
export type { PoolSize } from './sm2-pool.js';
export { Sm2PublicKey } from './sm2-public-key.js';
export { DEFAULT_USER_ID, signatureToDer, signatureToRaw } from './sm2-signature.js';
export { createSm3, hmacSm3, sameBytes, sm3 } from './sm3.js';
export type { Sm4Mode } from './sm4-modes.js';
export { SoftwareCryptoProvider, type SoftwareCryptoOptions } from './software-crypto-provider.js';
