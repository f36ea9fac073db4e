import { inspect } from 'node:util';
import { flipped, hex, Seeded } from '../test/seeded.js';
import { publicOf, randomPrivate } from './sm2-curve.js';
import { privateFromPem, privateKeyPem } from './sm2-private-pem.js';
import { Sm2PublicKey } from './sm2-public-key.js';
import { softwareKey } from './software-key.js';
import { writePem } from './pem.js';

// GB/T 32918.5-2017 appendix A.2
const PRIVATE = hex('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8');
const POINT =
  '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13';
const der = (pem: string): Buffer => Buffer.from(pem.split('\n').slice(1, -2).join(''), 'base64');

describe('a public key', () => {
  it('is the standard’s point of the standard’s private key', () => expect(publicOf(PRIVATE).toString('hex')).toBe(POINT));

  it('comes back from PEM, from DER and from its compressed form', () => {
    for (let round = 0; round < 50; round++) {
      const key = Sm2PublicKey.fromBytes(publicOf(randomPrivate()));
      const point = key.toBytes();
      const compressed = Buffer.concat([Buffer.of(2 + (point[64]! & 1)), point.subarray(1, 33)]);
      expect(Sm2PublicKey.fromBytes(compressed).equals(key)).toBe(true);
      expect(Sm2PublicKey.fromPem(key.toPem()).equals(key)).toBe(true);
      expect(Sm2PublicKey.fromDer(key.toDer()).fingerprint).toBe(key.fingerprint);
    }
  });

  it('is refused off the curve, whichever bit was flipped', () => {
    const point = hex(POINT);
    for (let bit = 0; bit < point.length * 8; bit++)
      expect(() => Sm2PublicKey.fromBytes(flipped(point, bit))).toThrow('crypto.key_invalid');
  });

  it.each([
    ['infinity', '00'],
    ['zero coordinates', `04${'00'.repeat(64)}`],
    ['no bytes', ''],
    ['hybrid form', `06${POINT.slice(2)}`],
    ['x without y', POINT.slice(0, 66)],
    ['a coordinate beyond p', `04${'ff'.repeat(64)}`],
    // a point of P-256
    [
      'another curve',
      '046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c2964fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
    ],
  ])('is refused: %s', (_, point) => expect(() => Sm2PublicKey.fromBytes(hex(point))).toThrow('crypto.key_invalid'));

  it('is refused when its DER is altered, truncated, lengthened, or of another algorithm', () => {
    const spki = Sm2PublicKey.fromBytes(hex(POINT)).toDer();
    for (let end = 0; end < spki.length; end++) expect(() => Sm2PublicKey.fromDer(spki.subarray(0, end))).toThrow('crypto.key_invalid');
    for (let bit = 0; bit < spki.length * 8; bit++) expect(() => Sm2PublicKey.fromDer(flipped(spki, bit))).toThrow('crypto.key_invalid');
    expect(() => Sm2PublicKey.fromDer(Buffer.concat([spki, Buffer.of(0)]))).toThrow('crypto.key_invalid');
    const padded = writePem('PUBLIC KEY', spki).replace('\n-----END', '====\n-----END');
    for (const pem of ['', 'PUBLIC KEY', padded, writePem('CERTIFICATE', spki), writePem('PUBLIC KEY', Buffer.alloc(0))])
      expect(() => Sm2PublicKey.fromPem(pem)).toThrow('crypto.key_invalid');
  });

  it('cannot be changed through the bytes it gives out', () => {
    const key = Sm2PublicKey.fromBytes(hex(POINT));
    key.toBytes().fill(0);
    expect(key.toBytes().toString('hex')).toBe(POINT);
  });
});

describe('a private key', () => {
  it('comes back from PKCS#8', () => {
    for (let round = 0; round < 50; round++) {
      const d = randomPrivate();
      expect(privateFromPem(privateKeyPem(d))).toEqual(d);
      expect(privateFromPem(`comment\r\n${privateKeyPem(d).replaceAll('\n', '\r\n')}`)).toEqual(d);
    }
  });

  it('is refused when truncated, lengthened, or its halves do not belong together', () => {
    const pkcs8 = der(privateKeyPem(PRIVATE));
    const refuses = (bytes: Buffer) => expect(() => privateFromPem(writePem('PRIVATE KEY', bytes))).toThrow('crypto.key_invalid');
    for (let end = 0; end < pkcs8.length; end++) refuses(pkcs8.subarray(0, end));
    refuses(Buffer.concat([pkcs8, Buffer.of(0)]));
    const secretAt = pkcs8.indexOf(PRIVATE);
    for (let bit = 0; bit < 256; bit += 3) refuses(flipped(pkcs8, secretAt * 8 + bit));
    const pointAt = pkcs8.indexOf(hex(POINT));
    for (let bit = 0; bit < 520; bit += 7) refuses(flipped(pkcs8, pointAt * 8 + bit));
  });

  it.each([
    ['0', '00'.repeat(32)],
    ['n − 1, which cannot sign', 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54122'],
    ['n', 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123'],
    ['2²⁵⁶ − 1', 'ff'.repeat(32)],
    ['31 bytes', '11'.repeat(31)],
  ])('is not %s', (_, d) => expect(() => softwareKey('sm2', hex(d))).toThrow('crypto.key_invalid'));

  it('may be n − 2', () => {
    expect(softwareKey('sm2', hex('fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54121')).kind).toBe('sm2');
  });

  it('shows nothing of itself: not printed, not in JSON, not cloned, not enumerated, not in an error', () => {
    const key = softwareKey('sm2', PRIVATE);
    const shown = [
      inspect(key, { showHidden: true, depth: 9 }),
      JSON.stringify(key),
      `${Object.keys(key).join()}`,
      inspect(structuredClone({ ...key, publicKey: 0 })),
    ];
    try {
      privateFromPem(writePem('PRIVATE KEY', PRIVATE));
    } catch (error) {
      shown.push(inspect(error), JSON.stringify(error));
    }
    for (const text of shown) expect(text).not.toMatch(/3945208f|57, 69|57,69|OUUgj/i);
  });

  it('never meets random DER with anything but its own refusal', () => {
    const random = new Seeded(9);
    const pkcs8 = der(privateKeyPem(PRIVATE));
    for (let round = 0; round < 3000; round++) {
      const noisy = Buffer.from(pkcs8);
      for (let hits = 1 + random.int(4); hits > 0; hits--) noisy[random.int(40)] = random.int(256);
      try {
        privateFromPem(writePem('PRIVATE KEY', noisy));
      } catch (error) {
        expect(String(error)).toContain('crypto.key_invalid');
      }
    }
  });
});
