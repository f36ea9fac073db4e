import { createECDH, ECDH } from 'node:crypto';

// sm2p256v1, GB/T 32918.5. Node's native curve serves for key pairs and for checking points; its native SM2 *signature* cannot
// take the user id and is used nowhere.
const CURVE = 'SM2';

const A = 'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc';
const B = '28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93';
const G =
  '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0';

/** a ∥ b ∥ xG ∥ yG, the curve's part of Z. */
export const CURVE_PARAMETERS = Buffer.from(A + B + G, 'hex');

const ORDER = Buffer.from('fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123', 'hex');
const LARGEST_PRIVATE = Buffer.from('fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54121', 'hex');
const ZERO = Buffer.alloc(32);

/** Is it in [1, n−1], as r and s of a signature must be? */
export const isScalar = (bytes: Uint8Array): boolean => !ZERO.equals(bytes) && ORDER.compare(bytes) > 0;

/** Is it in [1, n−2]? With d = n−1 the signature equation has no inverse of 1 + d. */
export const isPrivate = (bytes: Uint8Array): boolean => bytes.length === 32 && !ZERO.equals(bytes) && LARGEST_PRIVATE.compare(bytes) >= 0;

/** A fresh private scalar d, 32 bytes. */
export function randomPrivate(): Buffer {
  for (;;) {
    const ecdh = createECDH(CURVE);
    ecdh.generateKeys();
    const secret = ecdh.getPrivateKey();
    const d = Buffer.concat([Buffer.alloc(32 - secret.length), secret]);
    if (isPrivate(d)) return d;
  }
}

/** d·G as 04 ∥ x ∥ y, 65 bytes. */
export function publicOf(d: Uint8Array): Buffer {
  const ecdh = createECDH(CURVE);
  ecdh.setPrivateKey(d);
  return ecdh.getPublicKey();
}

/** The uncompressed form of a point given as 65 or 33 bytes; undefined when it is not on the curve. */
export function pointOnCurve(point: Uint8Array): Buffer | undefined {
  const compressed = point.length === 33 && (point[0] === 2 || point[0] === 3);
  const uncompressed = point.length === 65 && point[0] === 4;
  if (!compressed && !uncompressed) return undefined;
  try {
    return ECDH.convertKey(point, CURVE, undefined, undefined, 'uncompressed') as Buffer;
  } catch {
    return undefined;
  }
}
