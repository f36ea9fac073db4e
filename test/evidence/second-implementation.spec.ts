import { canonicalText, type JsonValue, signatureToRaw, sm3 as sm3Here, type Sm2PublicKey, SoftwareCryptoProvider } from '@karez/crypto';
import { flipped, hex, Seeded } from '../../libs/crypto/test/seeded.js';
import { canonical, readBase64, readCanonical, readPoint, readSignature, sm2Verify, sm3 } from '../../tools/verify-evidence.mjs';

// The verifier's own cryptography: against the standards, and against libs/crypto, with which it shares nothing.

const provider = new SoftwareCryptoProvider({ threads: 1 });
afterAll(() => provider.close());
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const pointOf = (key: Sm2PublicKey) => {
  const point = readPoint(toHex(key.toBytes()));
  if (!point) throw new Error('a key of libs/crypto is not read');
  return point;
};

describe('its SM3', () => {
  // GB/T 32905-2016 appendix A
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('digests %s as the standard does', (message, digest) => expect(toHex(sm3(Buffer.from(message)))).toBe(digest));

  it('agrees with libs/crypto at every length around the edges of blocks', () => {
    const random = new Seeded(11);
    for (const length of [...Array(200).keys(), 4095, 4096, 100_003]) {
      const message = random.bytes(length);
      expect([length, toHex(sm3(message))]).toEqual([length, toHex(sm3Here(message))]);
    }
  });
});

describe('its SM2', () => {
  // GB/T 32918.5-2017 appendix A.2
  const PUBLIC =
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13';
  const R = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3';
  const S = 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';

  it('verifies the standard’s sample signature, and none with a bit the other way round', () => {
    const point = readPoint(PUBLIC)!;
    const der = hex(`3046022100${R}022100${S}`);
    expect(sm2Verify(Buffer.from('message digest'), der, point)).toBe(true);
    expect(sm2Verify(Buffer.from('message digesT'), der, point)).toBe(false);
    expect(sm2Verify(Buffer.from('message digest'), der, point, 'ALICE123@YAHOO.COM')).toBe(false);
    for (let bit = 0; bit < der.length * 8; bit += 3)
      expect(sm2Verify(Buffer.from('message digest'), flipped(der, bit), point)).toBe(false);
  });

  it('agrees with libs/crypto on 200 random signatures, good and spoiled', async () => {
    const random = new Seeded(12);
    const keys = await Promise.all([0, 1, 2].map(() => provider.generateKey('sm2')));
    const points = keys.map(({ publicKey }) => pointOf(publicKey));
    const spoilers: ((signature: Buffer, message: Buffer) => [Buffer, Buffer, number])[] = [
      (signature, message) => [signature, message, 0],
      (signature, message) => [flipped(signature, random.int(signature.length * 8)), message, 0],
      (signature, message) => [signature, flipped(message, random.int(message.length * 8)), 0],
      (signature, message) => [signature, message, 1],
      (signature, message) => [signature.subarray(0, random.int(signature.length)), message, 0],
      (signature, message) => [Buffer.concat([signature, Buffer.of(0)]), message, 0],
    ];
    let stood = 0;
    for (let round = 0; round < 200; round++) {
      const which = random.int(3);
      const signed = random.bytes(1 + random.int(300));
      const spoil = spoilers[round % 2 ? 0 : random.int(spoilers.length)]!;
      const [signature, message, shift] = spoil(await provider.sign(signed, keys[which]!), signed);
      const by = (which + shift) % 3;
      const theirs = await provider.verify(message, signature, keys[by]!.publicKey);
      expect([round, sm2Verify(message, signature, points[by]!)]).toEqual([round, theirs]);
      if (theirs) stood++;
    }
    expect(stood).toBeGreaterThanOrEqual(100);
    expect(stood).toBeLessThan(200);
  });

  it('knows a key’s fingerprint: SM3 of the uncompressed point', async () => {
    const { publicKey } = await provider.generateKey('sm2');
    expect(pointOf(publicKey).fingerprint).toBe(toHex(sm3Here(publicKey.toBytes())));
  });

  it.each([
    ['off the curve', PUBLIC.replace(/13$/, '14')],
    ['compressed', '02' + PUBLIC.slice(2, 66)],
    ['in capitals', PUBLIC.toUpperCase()],
    ['with a coordinate beyond the field', '04' + 'f'.repeat(64) + PUBLIC.slice(66)],
    ['zero', '04' + '0'.repeat(128)],
    ['too short', PUBLIC.slice(2)],
    ['no text', 4],
  ])('takes no point that is %s', (_, point) => expect(readPoint(point)).toBeUndefined());
});

describe('its DER', () => {
  it('reads what libs/crypto reads, and refuses what it refuses', () => {
    const random = new Seeded(13);
    const theirs = (der: Buffer): string | undefined => {
      try {
        return toHex(signatureToRaw(der));
      } catch {
        return undefined;
      }
    };
    const number = (length: number): Buffer => {
      const content = random.bytes(length);
      if (random.int(3) === 0 && length) content[0] = [0, 0x7f, 0x80, 0xff][random.int(4)]!;
      return Buffer.concat([Buffer.of(random.int(20) ? 2 : 3, random.int(20) ? length : random.int(256)), content]);
    };
    let read = 0;
    for (let round = 0; round < 20_000; round++) {
      const content = Buffer.concat([number(random.int(35)), number(random.int(35)), random.bytes(random.int(10) ? 0 : 2)]);
      const der = Buffer.concat([Buffer.of(0x30, random.int(20) ? content.length : random.int(256)), content]);
      const ours = readSignature(der)
        ?.map((each) => each.toString(16).padStart(64, '0'))
        .join('');
      expect([toHex(der), ours]).toEqual([toHex(der), theirs(der)]);
      if (ours) read++;
    }
    expect(read).toBeGreaterThan(1000);
  });
});

describe('its base64', () => {
  it('has one spelling for each content', () => {
    const random = new Seeded(14);
    for (let round = 0; round < 500; round++) {
      const text = random.bytes(random.int(80)).toString('base64');
      const at = random.int(text.length + 1);
      const other = text.slice(0, at) + 'Ab/+=_-\n '[random.int(9)] + text.slice(at + 1);
      expect(readBase64(text)).toEqual(new Uint8Array(Buffer.from(text, 'base64')));
      const one = Buffer.from(other, 'base64').toString('base64') === other;
      expect([other, readBase64(other) !== undefined]).toEqual([other, one]);
    }
    for (const wrong of ['A', 'AA', 'AAA', 'A===', '====', 'AB==', 'AAB=', 'AA==AA==', undefined, 5])
      expect(readBase64(wrong)).toBeUndefined();
  });
});

describe('its canonical JSON', () => {
  const random = new Seeded(15);
  const texts = ['', '水', '\u0000', '"\\/\b\f\n\r\t\u001f\u007f', '\u2028', '😀', 'ﬀ', '__proto__', 'a', '10', '9', '\u0080'];
  const value = (depth: number): JsonValue => {
    const pick = random.int(depth > 3 ? 4 : 6);
    if (pick === 0) return [null, true, false][random.int(3)]!;
    if (pick === 1) return [0, -0, 1e21, 1e-7, 5e-324, 333333333.3333333, -17, 2 ** 53][random.int(8)]!;
    if (pick < 4) return texts[random.int(texts.length)]!;
    if (pick === 4) return Array.from({ length: random.int(4) }, () => value(depth + 1));
    return Object.fromEntries(Array.from({ length: random.int(5) }, () => [texts[random.int(texts.length)]!, value(depth + 1)]));
  };

  it('writes what libs/crypto writes, and reads that and nothing else', () => {
    for (let round = 0; round < 3000; round++) {
      const text = canonicalText(value(0));
      expect(canonical(JSON.parse(text))).toBe(text);
      expect(readCanonical(text)).toEqual(JSON.parse(text));
      expect(readCanonical(` ${text}`)).toBeUndefined();
    }
  });

  it('has no form for a lone surrogate, nor for what is nested too deeply', () => {
    expect(readCanonical('"\\ud800"')).toBeUndefined();
    expect(readCanonical('{"\\udc00":1}')).toBeUndefined();
    expect(readCanonical('['.repeat(65) + ']'.repeat(65))).toEqual(JSON.parse('['.repeat(65) + ']'.repeat(65)));
    expect(readCanonical('['.repeat(66) + ']'.repeat(66))).toBeUndefined();
  });
});
