import { flipped, hex, Seeded } from '../test/seeded.js';
import { ciphertextToDer, ciphertextToRaw } from './sm2-ciphertext.js';
import { publicOf, randomPrivate } from './sm2-curve.js';

const random = new Seeded(10);
const rawOf = (length: number): Buffer => Buffer.concat([publicOf(randomPrivate()).subarray(1), random.bytes(32 + length)]);

describe('the DER form of an SM2 ciphertext', () => {
  it('is C1 ∥ C3 ∥ C2 again', () => {
    for (const length of [1, 2, 16, 100, 127, 128, 255, 256, 4096]) {
      const raw = rawOf(length);
      expect(ciphertextToRaw(ciphertextToDer(raw))).toEqual(raw);
    }
  });

  it('is refused when C1 is off the curve, whichever bit of it was flipped', () => {
    const raw = rawOf(16);
    for (let bit = 0; bit < 512; bit++)
      expect(() => ciphertextToRaw(ciphertextToDer(flipped(raw, bit)))).toThrow('crypto.decryption_failed');
  });

  it('is refused truncated, lengthened, empty, too long, or with a C3 of another size', () => {
    const der = ciphertextToDer(rawOf(16));
    for (let end = 0; end < der.length; end++) expect(() => ciphertextToRaw(der.subarray(0, end))).toThrow('crypto.decryption_failed');
    const others = [Buffer.concat([der, Buffer.of(0)]), ciphertextToDer(rawOf(0)), ciphertextToDer(rawOf(4097)), hex('3000')];
    others.push(ciphertextToDer(rawOf(0).subarray(0, 90)));
    for (const other of others) expect(() => ciphertextToRaw(other)).toThrow('crypto.decryption_failed');
  });
});
