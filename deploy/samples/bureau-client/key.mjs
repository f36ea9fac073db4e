import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';

/** Makes a key pair: the private half stays in the file, the public half (JWK) is given to the administrator. */
export function makeKey(file) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // an existing key is not overwritten
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  return publicKey.export({ format: 'jwk' });
}

export const publicHalf = (pem) => createPublicKey(createPrivateKey(pem)).export({ format: 'jwk' });

/** An assertion of RFC 7523 (private_key_jwt): good for one use, within a minute. */
export function assertion({ clientId, audience, keyPem }, now = Date.now()) {
  const seconds = Math.floor(now / 1000);
  const claims = { iss: clientId, sub: clientId, aud: audience, jti: randomUUID(), iat: seconds, exp: seconds + 60 };
  const signed = [{ alg: 'ES256', typ: 'JWT' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const signature = sign('sha256', Buffer.from(signed), { key: keyPem, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}
