import type { CryptoProvider, Sm2PrivateKey } from '@karez/crypto';
import { generateKeyPairSync, sign } from 'node:crypto';
import { bits, der, number, octets, oid, sequence, set, utcTime, utf8 } from './der-writer.js';

export const sm2WithSm3 = '1.2.156.10197.1.501';
const sha256WithRsa = '1.2.840.113549.1.1.11';

/** A certificate with the means to sign under it. */
export interface Holder {
  readonly name: string;
  readonly certificate: Buffer;
  readonly algorithm: string;
  readonly sign: (message: Buffer) => Promise<Buffer>;
}
export interface Issuing {
  readonly name: string;
  readonly from?: string;
  readonly to?: string;
  readonly keyUsage?: number;
  readonly issuer?: Holder;
  readonly authority?: boolean;
}

const nameOf = (name: string): Buffer => sequence(set(sequence(oid('2.5.4.3'), utf8(name))));

export async function sm2Holder(crypto: CryptoProvider, issuing: Issuing): Promise<Holder> {
  const key: Sm2PrivateKey = await crypto.generateKey('sm2');
  const signer = { algorithm: sm2WithSm3, sign: (message: Buffer) => crypto.sign(message, key) };
  return { name: issuing.name, certificate: await certificate(key.publicKey.toDer(), issuing, signer), ...signer };
}

export async function rsaHolder(issuing: Issuing): Promise<Holder> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signer = { algorithm: sha256WithRsa, sign: (message: Buffer) => Promise.resolve(sign('sha256', message, privateKey)) };
  return {
    name: issuing.name,
    certificate: await certificate(publicKey.export({ format: 'der', type: 'spki' }), issuing, signer),
    ...signer,
  };
}

async function certificate(publicKey: Buffer, issuing: Issuing, self: Pick<Holder, 'algorithm' | 'sign'>): Promise<Buffer> {
  const { name, from = '2026-01-01T00:00:00Z', to = '2027-01-01T00:00:00Z', keyUsage = 0xc0, issuer, authority = false } = issuing;
  const signer = issuer ?? self;
  const algorithm = sequence(oid(signer.algorithm));
  const extensions = [
    sequence(oid('2.5.29.15'), octets(der(0x03, Buffer.of(0, keyUsage)))),
    sequence(oid('2.5.29.19'), octets(authority ? sequence(der(0x01, Buffer.of(0xff))) : sequence())),
  ];
  const tbs = sequence(
    der(0xa0, number(2)),
    number(7),
    algorithm,
    nameOf(issuer?.name ?? name),
    sequence(utcTime(from), utcTime(to)),
    nameOf(name),
    publicKey,
    der(0xa3, sequence(...extensions)),
  );
  return sequence(tbs, algorithm, bits(await signer.sign(tbs)));
}
