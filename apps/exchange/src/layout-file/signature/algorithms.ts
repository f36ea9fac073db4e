/** Digests by the names and object identifiers that OFD, CMS and certificates use; the value is what `node:crypto` calls it. */
const digests = new Map([
  ['MD5', 'md5'],
  ['1.2.840.113549.2.5', 'md5'],
  ['SHA1', 'sha1'],
  ['1.3.14.3.2.26', 'sha1'],
  ['SHA256', 'sha256'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['SHA384', 'sha384'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['SHA512', 'sha512'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
  ['SM3', 'sm3'],
  ['1.2.156.10197.1.401', 'sm3'],
  ['1.2.156.10197.1.401.1', 'sm3'],
]);

export const digestNamed = (name: string): string | undefined => digests.get(name.trim().toUpperCase().replace(/[-_]/g, ''));

/** Collisions can be made: two documents, one signature. */
export const isWeak = (digest: string): boolean => digest === 'md5' || digest === 'sha1';

/** How a signature was made: SM2 with its own message hash, or one of what `node:crypto` verifies. */
export type Scheme = { readonly kind: 'sm2' } | { readonly kind: 'rsa' | 'rsa_pss' | 'ecdsa'; readonly digest?: string };

const schemes = new Map<string, Scheme>([
  ['1.2.156.10197.1.501', { kind: 'sm2' }],
  ['1.2.156.10197.1.301', { kind: 'sm2' }],
  ['1.2.156.10197.1.301.1', { kind: 'sm2' }],
  ['1.2.840.113549.1.1.1', { kind: 'rsa' }],
  ['1.2.840.113549.1.1.4', { kind: 'rsa', digest: 'md5' }],
  ['1.2.840.113549.1.1.5', { kind: 'rsa', digest: 'sha1' }],
  ['1.2.840.113549.1.1.10', { kind: 'rsa_pss' }],
  ['1.2.840.113549.1.1.11', { kind: 'rsa', digest: 'sha256' }],
  ['1.2.840.113549.1.1.12', { kind: 'rsa', digest: 'sha384' }],
  ['1.2.840.113549.1.1.13', { kind: 'rsa', digest: 'sha512' }],
  ['1.2.840.10045.2.1', { kind: 'ecdsa' }],
  ['1.2.840.10045.4.1', { kind: 'ecdsa', digest: 'sha1' }],
  ['1.2.840.10045.4.3.2', { kind: 'ecdsa', digest: 'sha256' }],
  ['1.2.840.10045.4.3.3', { kind: 'ecdsa', digest: 'sha384' }],
  ['1.2.840.10045.4.3.4', { kind: 'ecdsa', digest: 'sha512' }],
]);

export const schemeOf = (oid: string): Scheme | undefined => schemes.get(oid);
