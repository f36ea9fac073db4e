import { flipped, Seeded } from '../test/seeded.js';
import { SEAL_OVERHEAD, sm4Seal, sm4Unseal } from './sm4-seal.js';

const random = new Seeded(5);
const key = random.bytes(16);
const context = Buffer.from('person.phone:42');

describe('sealed bytes', () => {
  it('open to what was sealed, 49 bytes longer, never twice the same', () => {
    for (const length of [0, 1, 15, 16, 17, 1000, 100_000]) {
      const plaintext = random.bytes(length);
      const sealed = sm4Seal(plaintext, key, context);
      expect(sealed).toHaveLength(length + SEAL_OVERHEAD);
      expect(sm4Unseal(sealed, key, context)).toEqual(plaintext);
      expect(sm4Seal(plaintext, key, context)).not.toEqual(sealed);
    }
  });

  it('do not open with any flipped bit, any truncation, another key or another context', () => {
    const sealed = sm4Seal(Buffer.from('13800000000'), key, context);
    const refuses = (bytes: Buffer, withKey = key, inContext = context) =>
      expect(() => sm4Unseal(bytes, withKey, inContext)).toThrow('crypto.decryption_failed');
    for (let bit = 0; bit < sealed.length * 8; bit++) refuses(flipped(sealed, bit));
    for (let end = 0; end < sealed.length; end++) refuses(sealed.subarray(0, end));
    for (let bit = 0; bit < 128; bit++) refuses(sealed, flipped(key, bit));
    for (const other of ['', 'person.phone:4', 'person.phone:43', 'person.phone:42 ']) refuses(sealed, key, Buffer.from(other));
  });
});
