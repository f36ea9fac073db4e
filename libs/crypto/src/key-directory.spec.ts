import { at, NOW } from '../test/bodies.js';
import { assertUsable, publishedKey, type PublishedKey } from './key-directory.js';
import { publicOf, randomPrivate } from './sm2-curve.js';
import { Sm2PublicKey } from './sm2-public-key.js';

const key: PublishedKey = {
  owner: '653225',
  keyId: '1',
  use: 'signature',
  publicKey: Sm2PublicKey.fromBytes(publicOf(randomPrivate())),
  validFrom: at('2026-03-01T00:00:00.000Z'),
  validUntil: at('2026-09-01T00:00:00.000Z'),
};
const check =
  (changes: Partial<PublishedKey>, signedAt: string, seenAt = NOW) =>
  () =>
    assertUsable({ ...key, ...changes }, 'signature', { signedAt: at(signedAt), seenAt });

describe('a published key', () => {
  it('is believed for what it signed in its period, also when the message arrives after it', () => {
    expect(check({}, '2026-03-01T00:00:00.000Z')).not.toThrow();
    expect(check({}, '2026-08-31T23:59:59.999Z')).not.toThrow();
  });

  it('is not believed before and after its period', () => {
    expect(check({}, '2026-02-28T23:59:59.999Z')).toThrow('crypto.key_outside_validity');
    expect(check({}, '2026-09-01T00:00:00.000Z')).toThrow('crypto.key_outside_validity');
    expect(check({ validUntil: undefined }, '2026-10-01T00:00:00.000Z')).not.toThrow();
  });

  it('is not believed once revoked, whatever time the signature claims; only what was seen before stands', () => {
    const revokedAt = at('2026-08-10T00:00:00.000Z');
    expect(check({ revokedAt }, '2026-08-01T00:00:00.000Z')).toThrow('crypto.key_revoked');
    expect(check({ revokedAt }, '2026-08-01T00:00:00.000Z', revokedAt)).toThrow('crypto.key_revoked');
    expect(check({ revokedAt }, '2026-08-01T00:00:00.000Z', at('2026-08-09T23:59:59.999Z'))).not.toThrow();
  });

  it('is not believed for a signature from the future, five minutes excepted', () => {
    const changes = { validUntil: undefined };
    expect(check(changes, '2026-11-23T02:05:00.000Z')).not.toThrow();
    expect(check(changes, '2026-11-23T02:05:00.001Z')).toThrow('crypto.signed_in_future');
  });

  it('is not believed for another use', () => {
    expect(check({ use: 'encryption' }, '2026-04-01T00:00:00.000Z')).toThrow('crypto.key_wrong_use');
  });

  it('must be the one that was asked for', async () => {
    await expect(publishedKey({ find: async () => undefined }, '653225', '1')).rejects.toThrow('crypto.key_unknown');
    await expect(publishedKey({ find: async () => key }, '653226', '1')).rejects.toThrow('crypto.key_unknown');
    await expect(publishedKey({ find: async () => key }, '653225', '2')).rejects.toThrow('crypto.key_unknown');
    expect(await publishedKey({ find: async () => key }, '653225', '1')).toBe(key);
  });
});
