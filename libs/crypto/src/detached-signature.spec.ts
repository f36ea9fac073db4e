import { at, type Body, directoryOf, NOW, someBody } from '../test/bodies.js';
import { flipped } from '../test/seeded.js';
import { type DetachedSignature, signDetached, verifyDetached } from './detached-signature.js';
import { sm3 } from './sm3.js';
import { SoftwareCryptoProvider } from './software-crypto-provider.js';

const provider = new SoftwareCryptoProvider({ threads: 1 });
const content: Buffer = Buffer.from('回执：已签收');
const purpose = 'exchange.receipt.sign-for';
let county: Body;
let other: Body;
let signature: DetachedSignature;

beforeAll(async () => {
  [county, other] = [await someBody(provider, '653225'), await someBody(provider, '653226')];
  signature = await signDetached(provider, content, { purpose, signedAt: NOW }, county.signing);
});
afterAll(() => provider.close());

const verify = (changes: object = {}, { bytes = content, wanted = purpose, seenAt = NOW } = {}) =>
  verifyDetached(provider, bytes, { ...signature, ...changes }, { purpose: wanted, directory: directoryOf(county, other), seenAt });

describe('a detached signature', () => {
  it('stands for its content, also when that was streamed, and after a journey through JSON', async () => {
    await verify();
    const travelled = JSON.parse(JSON.stringify(signature)) as DetachedSignature;
    await verifyDetached(provider, { digest: sm3(content) }, travelled, { purpose, directory: directoryOf(county), seenAt: NOW });
    const streamed = await signDetached(provider, { digest: sm3(content) }, { purpose, signedAt: NOW }, county.signing);
    await verifyDetached(provider, content, streamed, { purpose, directory: directoryOf(county), seenAt: NOW });
  });

  it('falls with any flipped bit of the content', async () => {
    for (let bit = 0; bit < content.length * 8; bit++)
      await expect(verify({}, { bytes: flipped(content, bit) })).rejects.toThrow('crypto.digest_mismatch');
  });

  it('falls when signer, key, time or digest are exchanged', async () => {
    const [bytes, signedAt] = [Buffer.from('另一份'), '2026-11-23T02:00:00.001Z'];
    await expect(verify({ signedAt })).rejects.toThrow('crypto.signature_invalid');
    await expect(verify({ digest: sm3(bytes).toString('hex') }, { bytes })).rejects.toThrow('crypto.signature_invalid');
    await expect(verify({ signer: '653226', keyId: other.signing.keyId })).rejects.toThrow('crypto.signature_invalid');
    await expect(verify({ signer: '653227' })).rejects.toThrow('crypto.key_unknown');
    await expect(verify({ keyId: county.published.encryption.keyId })).rejects.toThrow('crypto.key_wrong_use');
  });

  it('is worth nothing for another purpose', async () => {
    await expect(verify({}, { wanted: 'exchange.receipt.custody' })).rejects.toThrow('crypto.signature_malformed');
    const wanted = 'exchange.receipt.custody';
    await expect(verify({ purpose: wanted }, { wanted })).rejects.toThrow('crypto.signature_invalid');
  });

  it.each([
    ['a member more', { note: 'x' }],
    ['another version', { v: 2 }],
    ['another algorithm', { alg: 'none' }],
    ['a digest in capitals', { digest: 'A'.repeat(64) }],
    ['a digest that is no text', { digest: 5 }],
    ['a time in another spelling', { signedAt: '2026-11-23T10:00:00.000+08:00' }],
    ['a time that does not exist', { signedAt: '2026-02-30T00:00:00.000Z' }],
    ['an empty signer', { signer: '' }],
    ['a signer that is no text', { signer: ['653225'] }],
    ['a lone surrogate', { keyId: '\ud800' }],
    ['a signature that is not base64', { signature: '***' }],
    ['no signature', { signature: undefined }],
  ])('is refused with %s', async (_, changes) => {
    await expect(verify(changes)).rejects.toThrow('crypto.signature_malformed');
  });

  it.each([[null], [undefined], ['text'], [7], [[]]])('is refused when it is %p', async (value) => {
    const outside = value as unknown as DetachedSignature;
    const expected = { purpose, directory: directoryOf(county), seenAt: NOW };
    await expect(verifyDetached(provider, content, outside, expected)).rejects.toThrow('crypto.signature_malformed');
  });

  it('falls with its key: revoked, or not yet valid', async () => {
    const published = { ...county.published.signature };
    const expected = (changes: object) => ({ purpose, seenAt: NOW, directory: { find: async () => ({ ...published, ...changes }) } });
    await expect(verifyDetached(provider, content, signature, expected({ revokedAt: NOW }))).rejects.toThrow('crypto.key_revoked');
    const later = expected({ validFrom: at('2027-01-01T00:00:00.000Z') });
    await expect(verifyDetached(provider, content, signature, later)).rejects.toThrow('crypto.key_outside_validity');
  });

  it('is not given for a digest of another length', async () => {
    const given = signDetached(provider, { digest: Buffer.alloc(20) }, { purpose, signedAt: NOW }, county.signing);
    await expect(given).rejects.toThrow('crypto.input_invalid');
  });
});
