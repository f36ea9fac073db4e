import { createCipheriv } from 'node:crypto';
import { flipped, hex, Seeded } from '../test/seeded.js';
import { sm4Decrypt, sm4Encrypt, type Sm4Mode } from './sm4-modes.js';

// GB/T 32907-2016 appendix A: key and plaintext are the same 16 bytes
const KEY = hex('0123456789abcdeffedcba9876543210');

describe('SM4 block cipher', () => {
  const lastBlock = (rounds: number): string => {
    // chaining from a zero iv over zero blocks feeds each output back as the next input
    const cipher = createCipheriv('sm4-cbc', KEY, Buffer.alloc(16)).setAutoPadding(false);
    const input = Buffer.alloc(16 * rounds);
    KEY.copy(input);
    return cipher.update(input).subarray(-16).toString('hex');
  };
  it('encrypts one block as the standard does', () => expect(lastBlock(1)).toBe('681edf34d206965e86b3e94f536e4246'));
  it('encrypts 1,000,000 times as the standard does', () => expect(lastBlock(1_000_000)).toBe('595298c7c6fd271f0402f804c33d3f66'));
});

describe('SM4-CBC', () => {
  it('agrees with draft-ribose-cfrg-sm4 (two blocks, then the padding)', () => {
    const ciphertext = sm4Encrypt(Buffer.concat([KEY, KEY]), KEY, { name: 'cbc', iv: KEY });
    expect(ciphertext.subarray(0, 32).toString('hex')).toBe('2677f46b09c122cc975533105bd4a22af6125f7275ce552c3a2bbcf533de8a3b');
    expect(ciphertext).toHaveLength(48);
  });

  it('refuses wrong padding and lengths', () => {
    const mode: Sm4Mode = { name: 'cbc', iv: KEY };
    expect(() => sm4Decrypt(Buffer.alloc(15), KEY, mode)).toThrow('crypto.decryption_failed');
    expect(() => sm4Decrypt(Buffer.alloc(16), KEY, mode)).toThrow('crypto.decryption_failed');
    expect(() => sm4Encrypt(KEY, KEY, { name: 'cbc', iv: Buffer.alloc(12) })).toThrow('crypto.input_invalid');
  });
});

describe('SM4-GCM', () => {
  // RFC 8998 appendix A.1
  const mode: Sm4Mode = {
    name: 'gcm',
    iv: hex('00001234567800000000abcd'),
    associatedData: hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
  };
  const plaintext = hex(
    'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccddddddddddddddddeeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa',
  );
  const ciphertext = hex(
    '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d',
  );
  const tag = hex('83de3541e4c2b58177e065a9bf7b62ec');

  it('agrees with RFC 8998, both ways', () => {
    expect(sm4Encrypt(plaintext, KEY, mode)).toEqual(Buffer.concat([ciphertext, tag]));
    expect(sm4Decrypt(Buffer.concat([ciphertext, tag]), KEY, mode)).toEqual(plaintext);
  });

  it('refuses every flipped bit, other associated data, and a missing tag', () => {
    const sealed = Buffer.concat([ciphertext, tag]);
    for (let bit = 0; bit < sealed.length * 8; bit++)
      expect(() => sm4Decrypt(flipped(sealed, bit), KEY, mode)).toThrow('crypto.decryption_failed');
    expect(() => sm4Decrypt(sealed, KEY, { name: 'gcm', iv: mode.iv })).toThrow('crypto.decryption_failed');
    for (let length = 0; length < 16; length++)
      expect(() => sm4Decrypt(ciphertext.subarray(0, length), KEY, mode)).toThrow('crypto.decryption_failed');
  });

  it('counts blocks as native SM4-CTR does, for every length of the last block', () => {
    const random = new Seeded(4);
    for (let length = 0; length < 70; length++) {
      const [iv, data] = [random.bytes(12), random.bytes(length)];
      const ctr = createCipheriv('sm4-ctr', KEY, Buffer.concat([iv, hex('00000002')]));
      expect(sm4Encrypt(data, KEY, { name: 'gcm', iv }).subarray(0, length)).toEqual(ctr.update(data));
    }
  });
});
