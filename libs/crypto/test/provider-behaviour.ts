import { type CryptoProvider, Sm2PublicKey } from '../src/index.js';
import { flipped, Seeded } from './seeded.js';

const text = (value: string): Buffer => Buffer.from(value, 'utf8');

/** What every provider must do, software or device. */
export function itIsACryptoProvider(make: () => CryptoProvider): void {
  let provider: CryptoProvider;
  beforeAll(() => (provider = make()));
  afterAll(() => provider.close());

  it('verifies what it signed, for messages of many lengths', async () => {
    const random = new Seeded(1);
    const key = await provider.generateKey('sm2');
    for (const length of [0, 1, 31, 32, 33, 64, 1000, 70_000]) {
      const message = random.bytes(length);
      const signature = await provider.sign(message, key);
      expect(await provider.verify(message, signature, key.publicKey)).toBe(true);
    }
  });

  it('refuses another message, another user id, another key', async () => {
    const [key, other] = [await provider.generateKey('sm2'), await provider.generateKey('sm2')];
    const signature = await provider.sign(text('同意'), key, 'ALICE123@YAHOO.COM');
    expect(await provider.verify(text('同意'), signature, key.publicKey, 'ALICE123@YAHOO.COM')).toBe(true);
    expect(await provider.verify(text('不同意'), signature, key.publicKey, 'ALICE123@YAHOO.COM')).toBe(false);
    expect(await provider.verify(text('同意'), signature, key.publicKey)).toBe(false);
    expect(await provider.verify(text('同意'), signature, key.publicKey, '')).toBe(false);
    expect(await provider.verify(text('同意'), signature, other.publicKey, 'ALICE123@YAHOO.COM')).toBe(false);
  });

  it('refuses a signature with any one bit flipped', async () => {
    const key = await provider.generateKey('sm2');
    const signature = await provider.sign(text('公文'), key);
    const answers = await Promise.all(
      Array.from({ length: signature.length * 8 }, (_, bit) => provider.verify(text('公文'), flipped(signature, bit), key.publicKey)),
    );
    expect(answers.filter(Boolean)).toEqual([]);
  });

  it('refuses every truncation and every lengthening of a signature without throwing', async () => {
    const key = await provider.generateKey('sm2');
    const signature = await provider.sign(text('公文'), key);
    const others = [...signature.keys()].map((end) => signature.subarray(0, end)).concat(Buffer.concat([signature, Buffer.of(0)]));
    for (const other of others) expect(await provider.verify(text('公文'), other, key.publicKey)).toBe(false);
  });

  it('opens with the private key what was encrypted to the public key, and nothing that was altered', async () => {
    const random = new Seeded(2);
    const [key, other] = [await provider.generateKey('sm2'), await provider.generateKey('sm2')];
    for (const length of [1, 2, 16, 32, 33, 127, 128, 4096]) {
      const secret = random.bytes(length);
      expect(await provider.decryptWith(key, await provider.encryptTo(key.publicKey, secret))).toEqual(secret);
    }
    const sealed = await provider.encryptTo(key.publicKey, text('密钥'));
    await expect(provider.decryptWith(other, sealed)).rejects.toThrow('crypto.decryption_failed');
    for (let bit = 0; bit < sealed.length * 8; bit += 5)
      await expect(provider.decryptWith(key, flipped(sealed, bit))).rejects.toThrow('crypto.decryption_failed');
    for (const length of [0, 4097])
      await expect(provider.encryptTo(key.publicKey, Buffer.alloc(length))).rejects.toThrow('crypto.input_invalid');
  });

  it('hands a content key to its recipient only', async () => {
    const [key, other] = [await provider.generateKey('sm2'), await provider.generateKey('sm2')];
    const { key: contentKey, encapsulated } = await provider.encapsulateKey(key.publicKey);
    const sealed = await provider.seal(text('内容'), contentKey, text('甲'));
    const received = await provider.decapsulateKey(encapsulated, key);
    expect((await provider.unseal(sealed, received, text('甲'))).toString()).toBe('内容');
    await expect(provider.decapsulateKey(encapsulated, other)).rejects.toThrow('crypto.decryption_failed');
    const short = await provider.encryptTo(key.publicKey, Buffer.alloc(15));
    await expect(provider.decapsulateKey(short, key)).rejects.toThrow('crypto.decryption_failed');
  });

  it('unwraps a key as its own kind and in its own place only, and the key is the same', async () => {
    const key = await provider.generateKey('sm2');
    const wrapped = await provider.wrapKey(key, 'body-key:650000:1');
    const again = await provider.unwrapKey('sm2', wrapped, 'body-key:650000:1');
    expect(again.publicKey.equals(key.publicKey)).toBe(true);
    expect(await provider.verify(text('x'), await provider.sign(text('x'), again), key.publicKey)).toBe(true);
    await expect(provider.unwrapKey('sm2', wrapped, 'body-key:653200:1')).rejects.toThrow('crypto.unwrap_failed');
    await expect(provider.unwrapKey('mac', wrapped, 'body-key:650000:1')).rejects.toThrow('crypto.unwrap_failed');
    await expect(provider.unwrapKey('sm2', Buffer.alloc(0), 'body-key:650000:1')).rejects.toThrow('crypto.unwrap_failed');

    const mac = await provider.generateKey('mac');
    const macAgain = await provider.unwrapKey('mac', await provider.wrapKey(mac, 'row'), 'row');
    expect(await provider.verifyMac(text('行'), await provider.mac(text('行'), mac), macAgain)).toBe(true);
    expect(await provider.verifyMac(text('列'), await provider.mac(text('行'), mac), macAgain)).toBe(false);
  });

  it('forgets a destroyed key and does not know a foreign one', async () => {
    const key = await provider.generateKey('sm4');
    key.destroy();
    await expect(provider.seal(text('x'), key, text(''))).rejects.toThrow('crypto.key_foreign');
    await expect(provider.wrapKey(key, 'x')).rejects.toThrow('crypto.key_foreign');
    const foreign = { kind: 'sm2', destroy: () => undefined, publicKey: (await provider.generateKey('sm2')).publicKey } as const;
    await expect(provider.sign(text('x'), foreign)).rejects.toThrow('crypto.key_foreign');
  });

  it('gives every generated key pair another key', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => provider.generateKey('sm2')));
    expect(new Set(keys.map((key) => key.publicKey.fingerprint)).size).toBe(20);
    for (const { publicKey } of keys) expect(Sm2PublicKey.fromPem(publicKey.toPem()).equals(publicKey)).toBe(true);
  });
}
