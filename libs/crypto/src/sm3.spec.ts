import { createHash } from 'node:crypto';
import { hex, Seeded } from '../test/seeded.js';
import { createSm3, hmacSm3, sameBytes, sm3 } from './sm3.js';

describe('SM3', () => {
  // GB/T 32905-2016 appendix A (GM/T 0004-2012)
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('digests %s as the standard does', (message, digest) => {
    expect(sm3(Buffer.from(message)).toString('hex')).toBe(digest);
  });

  it('does not depend on how a stream was cut', () => {
    const random = new Seeded(3);
    const data = random.bytes(10_000);
    for (let round = 0; round < 20; round++) {
      const stream = createSm3();
      for (let at = 0; at < data.length;) {
        const end = at + 1 + random.int(700);
        stream.update(data.subarray(at, end));
        at = end;
      }
      expect(stream.digest()).toEqual(sm3(data));
    }
    expect(sm3(data)).not.toEqual(createHash('sha256').update(data).digest());
  });
});

describe('HMAC-SM3', () => {
  // GM/T 0042-2015 appendix D.3
  it.each([
    [
      '0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20',
      Buffer.from('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2)),
      'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a',
    ],
    [
      '0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425',
      Buffer.alloc(50, 0xcd),
      '220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae',
    ],
    ['0b'.repeat(32), Buffer.from('Hi There'), 'c0ba18c68b90c88bc07de794bfc7d2c8d19ec31ed8773bc2b390c9604e0be11e'],
    [
      Buffer.from('Jefe Jeferson Jr').toString('hex'),
      Buffer.from('what do ya want for nothing?'),
      'ce791a34c59adef472997a249600f3f244d59e875be04055ba2ae12fc845e78c',
    ],
  ])('under key %s agrees with the standard', (key, message, tag) => {
    expect(hmacSm3(hex(key), message).toString('hex')).toBe(tag);
  });

  it('compares tags of unequal length as unequal', () => {
    expect(sameBytes(Buffer.of(1, 2), Buffer.of(1, 2))).toBe(true);
    expect(sameBytes(Buffer.of(1, 2), Buffer.of(1, 3))).toBe(false);
    expect(sameBytes(Buffer.of(1, 2), Buffer.of(1))).toBe(false);
  });
});
