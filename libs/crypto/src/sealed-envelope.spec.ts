import { jest } from '@jest/globals';
import { type Body, directoryOf, NOW, someBody } from '../test/bodies.js';
import { flipped } from '../test/seeded.js';
import { TokenProvider } from '../test/token-provider.js';
import { canonicalBytes, type JsonValue } from './canonical-json.js';
import type { CryptoProvider } from './crypto-provider.js';
import type { PublishedKey } from './key-directory.js';
import { type Opening, openEnvelope, sealEnvelope } from './sealed-envelope.js';
import { signatureToRaw } from './sm2-signature.js';
import { SoftwareCryptoProvider } from './software-crypto-provider.js';

// some thousand SM2 operations: seconds on a free processor, more on a busy one
jest.setTimeout(60_000);

const software = new SoftwareCryptoProvider({ threads: 1 });
const device = new TokenProvider();
afterAll(() => Promise.all([software.close(), device.close()]));

const letter = { id: '0193-1', type: 'exchange.delivery.v1', signedAt: NOW, payload: Buffer.from('{"标题":"关于防汛的通知"}') };
let sender: Body;
let recipient: Body;
let third: Body;
let envelope: Buffer;
let opening: Opening;

beforeAll(async () => {
  [sender, recipient, third] = [await someBody(software, '650000'), await someBody(software, '653225'), await someBody(software, '653226')];
  envelope = await sealEnvelope(software, letter, sender.signing, recipient.published.encryption);
  opening = { recipient: recipient.recipient, directory: directoryOf(sender, recipient, third), seenAt: NOW };
});

/** The envelope with another header or body, signed anew by `by`. */
async function forged(by: Body, change: (header: Record<string, JsonValue>) => unknown, sealed?: Buffer): Promise<Buffer> {
  const end = 8 + envelope.readUInt32BE(4);
  const header = JSON.parse(envelope.subarray(8, end).toString()) as Record<string, JsonValue>;
  const changed = change(header) ?? header;
  const bytes = Buffer.isBuffer(changed) ? changed : canonicalBytes(changed as JsonValue);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  const signed = Buffer.concat([Buffer.from('KZE1'), length, bytes, sealed ?? envelope.subarray(end, -64)]);
  return Buffer.concat([signed, signatureToRaw(await software.sign(signed, by.signing.privateKey))]);
}

describe('a sealed envelope', () => {
  it('opens for its recipient, with the sender’s name', async () => {
    expect(await openEnvelope(software, envelope, opening)).toEqual({ ...letter, from: { owner: '650000', keyId: '650000-signature-1' } });
  });

  it('shows nothing of its payload and is never twice the same', async () => {
    expect(envelope.includes(letter.payload.subarray(2, 12))).toBe(false);
    expect(await sealEnvelope(software, letter, sender.signing, recipient.published.encryption)).not.toEqual(envelope);
  });

  it('travels between software and device without either touching a secret', async () => {
    const [here, there] = [await someBody(software, 'here'), await someBody(device, 'there')];
    const directory = directoryOf(here, there);
    const toDevice = await sealEnvelope(software, letter, here.signing, there.published.encryption);
    const fromDevice = await sealEnvelope(device, letter, there.signing, here.published.encryption);
    expect((await openEnvelope(device, toDevice, { recipient: there.recipient, directory, seenAt: NOW })).payload).toEqual(letter.payload);
    expect((await openEnvelope(software, fromDevice, { recipient: here.recipient, directory, seenAt: NOW })).payload).toEqual(
      letter.payload,
    );
  });

  it('does not open with one bit of any byte flipped, nor truncated, nor lengthened', async () => {
    for (let byte = 0; byte < envelope.length; byte++)
      await expect(openEnvelope(software, flipped(envelope, byte * 8 + (byte % 8)), opening)).rejects.toThrow(/^crypto\./);
    for (let end = 0; end < envelope.length; end += 3)
      await expect(openEnvelope(software, envelope.subarray(0, end), opening)).rejects.toThrow(/^crypto\./);
    await expect(openEnvelope(software, Buffer.concat([envelope, Buffer.of(0)]), opening)).rejects.toThrow('crypto.signature_invalid');
  });

  it('is verified before anything is decrypted', async () => {
    let decrypted = 0;
    const spy = new Proxy<CryptoProvider>(software, {
      get: (target, name: keyof CryptoProvider) => {
        if (name === 'decapsulateKey' || name === 'unseal' || name === 'decryptWith') decrypted += 1;
        return target[name].bind(target);
      },
    });
    await expect(openEnvelope(spy, flipped(envelope, (envelope.length - 80) * 8), opening)).rejects.toThrow('crypto.signature_invalid');
    expect(decrypted).toBe(0);
    await openEnvelope(spy, envelope, opening);
    expect(decrypted).toBe(2);
  });

  it('cannot be taken over: another body that signs the same ciphertext as its own gets it refused', async () => {
    const stolen = await forged(third, (header) => void (header['from'] = { owner: '653226', keyId: third.signing.keyId }));
    await expect(openEnvelope(software, stolen, opening)).rejects.toThrow('crypto.decryption_failed');
    const claimed = await forged(third, () => undefined);
    await expect(openEnvelope(software, claimed, opening)).rejects.toThrow('crypto.signature_invalid');
  });

  it('is refused when it is for another body, or for a key that is not ours', async () => {
    await expect(openEnvelope(software, envelope, { ...opening, recipient: third.recipient })).rejects.toThrow(
      'crypto.envelope_misaddressed',
    );
    const lost = { owner: '653225', keyFor: async () => undefined };
    await expect(openEnvelope(software, envelope, { ...opening, recipient: lost })).rejects.toThrow('crypto.key_unknown');
  });

  it.each<[string, (header: Record<string, JsonValue>) => unknown]>([
    ['a member more', (header) => void (header['extra'] = 1)],
    ['another version', (header) => void (header['v'] = 2)],
    ['another algorithm', (header) => void (header['alg'] = 'none')],
    ['no id', (header) => void delete header['id']],
    ['an id that is no text', (header) => void (header['id'] = 5)],
    ['a very long id', (header) => void (header['id'] = 'x'.repeat(201))],
    ['no sender', (header) => void (header['from'] = null)],
    ['a sender with a member more', (header) => void (header['from'] = { owner: '650000', keyId: '1', role: 'admin' })],
    ['a time in another spelling', (header) => void (header['at'] = '2026-11-23')],
    ['a blank in the header', (header) => Buffer.from(JSON.stringify(header, null, 1))],
    ['a name twice', (header) => Buffer.from(JSON.stringify(header).replace('{', '{"v":1,'))],
    ['an array for a header', () => []],
    ['null for a header', () => Buffer.from('null')],
    ['a header beyond 8 KiB', (header) => void (header['key'] = Buffer.alloc(7000).toString('base64'))],
  ])('is refused with %s, even when the sender signed it', async (_, change) => {
    const strange = await forged(sender, change);
    await expect(openEnvelope(software, strange, opening)).rejects.toThrow('crypto.envelope_malformed');
  });

  it('is refused with a content key that does not open', async () => {
    const strange = await forged(sender, (header) => void (header['key'] = 'AAAA'));
    await expect(openEnvelope(software, strange, opening)).rejects.toThrow('crypto.decryption_failed');
  });

  it('is refused beyond the size that the recipient takes, before it is read', async () => {
    await expect(openEnvelope(software, envelope, { ...opening, limit: envelope.length - 1 })).rejects.toThrow('crypto.envelope_too_large');
    await expect(openEnvelope(software, Buffer.alloc(16 * 1024 * 1024 + 1), opening)).rejects.toThrow('crypto.envelope_too_large');
  });

  it('is refused for the length of a header that lies', async () => {
    for (const length of [0xffffffff, envelope.length, envelope.length - 71, 0]) {
      const lying = Buffer.from(envelope);
      lying.writeUInt32BE(length, 4);
      await expect(openEnvelope(software, lying, opening)).rejects.toThrow('crypto.envelope_malformed');
    }
  });

  it('carries an empty payload', async () => {
    const empty = await sealEnvelope(software, { ...letter, payload: Buffer.alloc(0) }, sender.signing, recipient.published.encryption);
    expect((await openEnvelope(software, empty, opening)).payload).toHaveLength(0);
  });
});

describe('keys of an envelope', () => {
  const withSender = (changes: Partial<PublishedKey>): Opening => ({
    ...opening,
    directory: { find: async () => ({ ...sender.published.signature, ...changes }) },
  });

  it('come from the directory only', async () => {
    await expect(openEnvelope(software, envelope, { ...opening, directory: directoryOf(third) })).rejects.toThrow('crypto.key_unknown');
    const swapped = withSender({ publicKey: third.published.signature.publicKey });
    await expect(openEnvelope(software, envelope, swapped)).rejects.toThrow('crypto.signature_invalid');
  });

  it('must be fit for their use, valid, not revoked', async () => {
    await expect(openEnvelope(software, envelope, withSender({ use: 'encryption' }))).rejects.toThrow('crypto.key_wrong_use');
    await expect(openEnvelope(software, envelope, withSender({ revokedAt: NOW }))).rejects.toThrow('crypto.key_revoked');
    await expect(openEnvelope(software, envelope, withSender({ validUntil: NOW }))).rejects.toThrow('crypto.key_outside_validity');
    const to = recipient.published.encryption;
    const seal = (changes: Partial<PublishedKey>) => sealEnvelope(software, letter, sender.signing, { ...to, ...changes });
    await expect(seal({ use: 'signature' })).rejects.toThrow('crypto.key_wrong_use');
    await expect(seal({ revokedAt: NOW })).rejects.toThrow('crypto.key_revoked');
    await expect(seal({ validUntil: NOW })).rejects.toThrow('crypto.key_outside_validity');
  });
});
