import { DomainError } from '@karez/kernel';
import { flipped, hex, Seeded } from '../test/seeded.js';
import { Sm2PublicKey } from './sm2-public-key.js';
import { signatureToDer, signatureToRaw, sm2MessageHash } from './sm2-signature.js';

// GB/T 32918.5-2017 appendix A.2
const PUBLIC = hex(
  '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
);
const ORDER = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123';

describe('the hash that SM2 signs', () => {
  it('is the standard’s e for the default user id', () => {
    const e = sm2MessageHash(Buffer.from('message digest'), Sm2PublicKey.fromBytes(PUBLIC));
    expect(e.toString('hex')).toBe('f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640');
  });

  it('takes an id of up to 8191 bytes', () => {
    const key = Sm2PublicKey.fromBytes(PUBLIC);
    expect(sm2MessageHash(Buffer.of(1), key, 'a'.repeat(8191))).toHaveLength(32);
    expect(() => sm2MessageHash(Buffer.of(1), key, '水'.repeat(2731))).toThrow('crypto.input_invalid');
  });
});

describe('the DER form of a signature', () => {
  it('is r ∥ s again for random and for extreme numbers', () => {
    const random = new Seeded(6);
    const numbers = ['01', '7f', '80', 'ff', '0100', '7fff', '8000', ORDER.replace(/23$/, '22')].map((n) => hex(n.padStart(64, '0')));
    for (let round = 0; round < 3000; round++) {
      const scalar = () =>
        random.int(3)
          ? Buffer.concat([Buffer.alloc(1), random.bytes(31)]).fill(0, 1, 1 + random.int(31))
          : numbers[random.int(numbers.length)]!;
      const [r, s] = [scalar(), scalar()];
      if (r.every((byte) => byte === 0) || s.every((byte) => byte === 0)) continue;
      const raw = Buffer.concat([r, s]);
      expect(signatureToRaw(signatureToDer(raw))).toEqual(raw);
    }
  });

  it.each([
    ['empty', ''],
    ['no sequence', '0201010201'],
    ['r missing', '3003020101'],
    ['s of zero', '3006020101020100'],
    ['r of zero', '3006020100020101'],
    ['negative s', '3006020101020180'],
    ['padded r', '300702020001020101'],
    ['a length in the long form', '308106020101020101'],
    ['indefinite length', '30800201010201010000'],
    ['a third number', '3009020101020101020101'],
    ['trailing bytes', '300602010102010100'],
    ['truncated', '30060201010201'],
    ['r = n', `3026022100${ORDER}020101`],
    ['257 bits', `3026022101${ORDER}020101`],
    ['an empty number', '30050200020101'],
  ])('is refused: %s', (_, der) => {
    expect(() => signatureToRaw(hex(der))).toThrow('crypto.signature_malformed');
  });

  it('has one spelling: whatever still reads after a flipped bit writes itself the same way', () => {
    const random = new Seeded(7);
    const der = signatureToDer(Buffer.concat([hex('7f'.padStart(64, '0')), random.bytes(32).fill(0, 0, 1)]));
    for (let bit = 0; bit < der.length * 8; bit++) {
      const other = flipped(der, bit);
      try {
        expect(signatureToDer(signatureToRaw(other))).toEqual(other);
      } catch (error) {
        expect((error as DomainError).code).toBe('crypto.signature_malformed');
      }
    }
  });

  it('never meets random bytes with anything but its own refusal', () => {
    const random = new Seeded(8);
    for (let round = 0; round < 20_000; round++) {
      const noise = random.bytes(random.int(80));
      noise[0] = 0x30;
      if (noise.length > 2) noise[1] = random.int(2) ? noise.length - 2 : random.int(256);
      if (noise.length > 2 && random.int(2)) noise[2] = 0x02;
      try {
        signatureToRaw(noise);
      } catch (error) {
        expect(error).toBeInstanceOf(DomainError);
      }
    }
  });

  it('is written for 64 bytes in range only', () => {
    for (const raw of [Buffer.alloc(63, 1), Buffer.alloc(65, 1), Buffer.alloc(64), hex(ORDER + '01'.padStart(64, '0'))])
      expect(() => signatureToDer(raw)).toThrow('crypto.signature_malformed');
  });
});
