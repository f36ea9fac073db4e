import { jest } from '@jest/globals';
import {
  DEFAULT_USER_ID,
  detachedStatement,
  hmacSm3,
  sealEnvelope,
  signatureToDer,
  signDetached,
  sm3,
  Sm2PublicKey,
  type Sm2PrivateKey,
  SoftwareCryptoProvider,
} from '../src/index.js';
import { NOW, someBody } from './bodies.js';
import { OpenSsl } from './openssl.js';
import { flipped, Seeded } from './seeded.js';

// some thousand SM2 operations: seconds on a free processor, more on a busy one
jest.setTimeout(60_000);

const provider = new SoftwareCryptoProvider({ threads: 1 });
const openssl = new OpenSsl();
const random = new Seeded(20261123);
const MESSAGES = [
  Buffer.from('a'),
  Buffer.from('新水发〔2026〕12号 关于做好今冬明春水利工作的通知'),
  random.bytes(31),
  random.bytes(64),
  random.bytes(257),
  random.bytes(100_000),
];
const IDS = [DEFAULT_USER_ID, 'ALICE123@YAHOO.COM', '策勒县水利局'];
afterAll(async () => {
  openssl.close();
  await provider.close();
});

/** Five key pairs, made in turn by us and by OpenSSL, in the hands of both. */
const PAIRS = [0, 1, 2, 3, 4];
const KEYS = PAIRS.map(async (n): Promise<{ key: Sm2PrivateKey; privatePem: string; publicPem: string }> => {
  const made = n % 2 ? undefined : await provider.generateKey('sm2');
  const privatePem = made ? await provider.exportPrivateKey(made) : openssl.newPrivateKey();
  const key = made ?? (await provider.importPrivateKey(privatePem));
  return { key, privatePem, publicPem: key.publicKey.toPem() };
});

describe('keys', () => {
  it.each(PAIRS)('of pair %i are the same bytes on both sides', async (n) => {
    const { key, privatePem, publicPem } = await KEYS[n]!;
    expect(await provider.exportPrivateKey(key)).toBe(privatePem);
    expect(openssl.run('pkey', '-in', Buffer.from(privatePem), '-pubout').toString()).toBe(publicPem);
    expect(openssl.run('pkey', '-in', Buffer.from(privatePem)).toString()).toBe(privatePem);
    expect(openssl.run('pkey', '-pubin', '-in', Buffer.from(publicPem), '-pubout').toString()).toBe(publicPem);
    expect(openssl.run('pkey', '-in', Buffer.from(privatePem), '-check', '-noout').toString()).toContain('Key is valid');
  });

  it('are read in OpenSSL’s older forms too: EC PRIVATE KEY behind its parameters, compressed points', async () => {
    const older = openssl.run('ecparam', '-name', 'SM2', '-genkey').toString();
    const key = await provider.importPrivateKey(older);
    const publicPem = openssl.run('pkey', '-in', Buffer.from(older), '-pubout').toString();
    expect(key.publicKey.toPem()).toBe(publicPem);
    const compressed = openssl.run('ec', '-in', Buffer.from(older), '-pubout', '-conv_form', 'compressed').toString();
    expect(Sm2PublicKey.fromPem(compressed).equals(key.publicKey)).toBe(true);
  });

  it('of another curve, with parameters written out, or encrypted are refused', async () => {
    const refused = [
      openssl.run('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'),
      openssl.run('ecparam', '-name', 'prime256v1', '-genkey', '-noout'),
      openssl.run('ecparam', '-name', 'SM2', '-genkey', '-noout', '-param_enc', 'explicit'),
      openssl.run('genpkey', '-algorithm', 'ED25519'),
      openssl.run('pkey', '-in', Buffer.from(openssl.newPrivateKey()), '-aes256', '-passout', 'pass:x'),
    ];
    for (const pem of refused) await expect(provider.importPrivateKey(pem.toString())).rejects.toThrow('crypto.key_invalid');
    const p256 = openssl.run('pkey', '-in', refused[0]!, '-pubout').toString();
    expect(() => Sm2PublicKey.fromPem(p256)).toThrow('crypto.key_invalid');
  });
});

describe.each(PAIRS)('signatures of key pair %i', (n) => {
  it('made here are verified by OpenSSL, made there are verified here', async () => {
    const { key, privatePem, publicPem } = await KEYS[n]!;
    for (const message of MESSAGES) {
      for (const id of IDS) {
        expect(openssl.verifies(message, await provider.sign(message, key, id), publicPem, id)).toBe(true);
        expect(await provider.verify(message, openssl.sign(message, privatePem, id), key.publicKey, id)).toBe(true);
      }
    }
  });

  it('with a wrong id, a wrong key, a flipped bit or a truncation are refused by both', async () => {
    const { key, privatePem, publicPem } = await KEYS[n]!;
    const stranger = (await KEYS[(n + 1) % KEYS.length]!).key.publicKey;
    const message = random.bytes(80);
    const bothRefuse = async (bytes: Uint8Array, signature: Uint8Array, publicKey = key.publicKey, id = DEFAULT_USER_ID) => {
      expect(await provider.verify(bytes, signature, publicKey, id)).toBe(false);
      expect(openssl.verifies(bytes, signature, publicKey.toPem(), id)).toBe(false);
    };
    for (const signature of [await provider.sign(message, key), openssl.sign(message, privatePem, DEFAULT_USER_ID)]) {
      expect(openssl.verifies(message, signature, publicPem, DEFAULT_USER_ID)).toBe(true);
      await bothRefuse(message, signature, key.publicKey, '1234567812345679');
      await bothRefuse(message, signature, stranger);
      await bothRefuse(flipped(message, random.int(640)), signature);
      await bothRefuse(message, flipped(signature, 8 * (8 + random.int(20))));
      await bothRefuse(message, flipped(signature, 8 * (signature.length - 1 - random.int(20))));
      await bothRefuse(message, signature.subarray(0, signature.length - 1));
    }
  });
});

it('two hundred signatures of random messages are all verified by OpenSSL', async () => {
  // a wrong padding of r or s would show in one of 128
  for (let round = 0; round < 200; round++) {
    const { key, publicPem } = await KEYS[round % KEYS.length]!;
    const message = random.bytes(1 + random.int(300));
    expect(openssl.verifies(message, await provider.sign(message, key), publicPem, DEFAULT_USER_ID)).toBe(true);
  }
});

it('an off-curve public key is refused here and by OpenSSL', async () => {
  const spki = (await KEYS[0]!).key.publicKey.toDer();
  const offCurve = flipped(spki, spki.length * 8 - 1);
  expect(() => Sm2PublicKey.fromDer(offCurve)).toThrow('crypto.key_invalid');
  expect(() => openssl.run('pkey', '-pubin', '-inform', 'DER', '-in', offCurve, '-pubcheck', '-noout')).toThrow();
});

it('SM2 ciphertexts are opened by the other side, for many lengths', async () => {
  const { key, privatePem, publicPem } = await KEYS[1]!;
  for (const length of [1, 2, 15, 16, 31, 32, 33, 100, 127, 128, 200, 300]) {
    const secret = random.bytes(length);
    expect(openssl.decrypt(await provider.encryptTo(key.publicKey, secret), privatePem)).toEqual(secret);
    expect(await provider.decryptWith(key, openssl.encrypt(secret, publicPem))).toEqual(secret);
  }
  const foreign = openssl.encrypt(Buffer.from('x'), (await KEYS[2]!).publicPem);
  await expect(provider.decryptWith(key, foreign)).rejects.toThrow('crypto.decryption_failed');
});

it('SM3, HMAC-SM3 and SM4-CBC agree with OpenSSL', async () => {
  const [raw, iv] = [random.bytes(16), random.bytes(16)];
  const key = await provider.importKey('sm4', raw);
  const keyed = ['-K', raw.toString('hex'), '-iv', iv.toString('hex')];
  for (const message of [Buffer.alloc(0), ...MESSAGES]) {
    expect(sm3(message)).toEqual(openssl.run('dgst', '-sm3', '-binary', message));
    const hmac = ['-sm3', '-mac', 'HMAC', '-macopt', `hexkey:${raw.toString('hex')}`, '-binary'];
    expect(hmacSm3(raw, message)).toEqual(openssl.run('dgst', ...hmac, message));
    const ciphertext = openssl.run('enc', '-sm4-cbc', '-e', ...keyed, '-in', message);
    expect(await provider.encrypt(message, key, { name: 'cbc', iv })).toEqual(ciphertext);
    expect(await provider.decrypt(ciphertext, key, { name: 'cbc', iv })).toEqual(message);
    expect(openssl.run('enc', '-sm4-cbc', '-d', ...keyed, '-in', ciphertext)).toEqual(message);
  }
});

it('sealed bytes can be opened with OpenSSL alone, from the description of the format', async () => {
  const [raw, context, plaintext] = [random.bytes(16), Buffer.from('表:行'), random.bytes(1000)];
  const sealed = await provider.seal(plaintext, await provider.importKey('sm4', raw), context);
  const kdf = [
    '-keylen',
    '48',
    '-kdfopt',
    'digest:SM3',
    '-kdfopt',
    `hexkey:${raw.toString('hex')}`,
    '-kdfopt',
    'info:karez sm4-ctr hmac-sm3 1',
  ];
  const derived = openssl.run('kdf', '-binary', ...kdf, 'HKDF');
  const [body, tag] = [sealed.subarray(0, -32), sealed.subarray(-32)];
  const length = Buffer.alloc(8);
  length.writeUInt32BE(context.length, 4);
  const mac = ['-sm3', '-mac', 'HMAC', '-macopt', `hexkey:${derived.subarray(16).toString('hex')}`, '-binary'];
  expect(openssl.run('dgst', ...mac, Buffer.concat([length, context, body]))).toEqual(tag);
  const keyed = ['-K', derived.subarray(0, 16).toString('hex'), '-iv', body.subarray(1, 17).toString('hex')];
  expect(openssl.run('enc', '-sm4-ctr', '-d', ...keyed, '-in', body.subarray(17))).toEqual(plaintext);
});

it('detached signatures and envelopes can be verified with OpenSSL alone', async () => {
  const [sender, recipient] = [await someBody(provider, '650000'), await someBody(provider, '653225')];
  const publicPem = sender.published.signature.publicKey.toPem();
  const content = Buffer.from('回执');
  const signature = await signDetached(provider, content, { purpose: 'exchange.receipt.custody', signedAt: NOW }, sender.signing);
  const der = Buffer.from(signature.signature, 'base64');
  expect(openssl.verifies(detachedStatement(signature), der, publicPem, DEFAULT_USER_ID)).toBe(true);
  expect(openssl.run('dgst', '-sm3', '-binary', content).toString('hex')).toBe(signature.digest);

  const letter = { id: '1', type: 'exchange.delivery.v1', signedAt: NOW, payload: content };
  const envelope = await sealEnvelope(provider, letter, sender.signing, recipient.published.encryption);
  expect(openssl.verifies(envelope.subarray(0, -64), signatureToDer(envelope.subarray(-64)), publicPem, DEFAULT_USER_ID)).toBe(true);
});
