import { jest } from '@jest/globals';
import { itIsACryptoProvider } from '../test/provider-behaviour.js';
import { hex } from '../test/seeded.js';
import { TokenProvider } from '../test/token-provider.js';
import { MasterKeys } from './master-keys.js';
import { ciphertextToDer } from './sm2-ciphertext.js';
import { signatureToDer } from './sm2-signature.js';
import { SoftwareCryptoProvider } from './software-crypto-provider.js';

// some thousand SM2 operations: seconds on a free processor, more on a busy one
jest.setTimeout(60_000);

const masterKeys = new MasterKeys([['test', Buffer.alloc(32, 7)]]);

describe('the software provider', () => itIsACryptoProvider(() => new SoftwareCryptoProvider({ masterKeys, threads: 2 })));

describe('a device in its place', () => itIsACryptoProvider(() => new TokenProvider()));

describe('the software provider and the published examples', () => {
  const provider = new SoftwareCryptoProvider({ threads: 1 });
  afterAll(() => provider.close());
  // GB/T 32918.5-2017 appendices A and C share this key pair
  const key = provider.importKey('sm2', hex('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8'));

  it('verifies the signature of GB/T 32918.5 A.2', async () => {
    const { publicKey } = await key;
    const r = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3';
    const s = 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';
    const message = Buffer.from('message digest');
    expect(await provider.verify(message, signatureToDer(hex(r + s)), publicKey)).toBe(true);
    expect(await provider.verify(message, signatureToDer(hex(s + r)), publicKey)).toBe(false);
  });

  it('decrypts the ciphertext of GB/T 32918.5 C.2', async () => {
    const c1 =
      '04ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0';
    const c3 = '59983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766';
    const c2 = '21886ca989ca9c7d58087307ca93092d651efa';
    expect((await provider.decryptWith(await key, ciphertextToDer(hex(c1 + c3 + c2)))).toString()).toBe('encryption standard');
  });

  it('decrypts the published ciphertext of OpenSSL’s own test data', async () => {
    const openssl = await provider.importPrivateKey(`-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqBHM9VAYItBG0wawIBAQQg0JFWczAXva2An9m7
2MaT9gIwWTFptvlKrxyO4TjMmbWhRANCAAQ5OirZ4n5DrKqrhaGdO4VZHhRAYVcX
Wt3Te/d/8Mr57Tf886i09VwDhSMmH8pmNq/mp6+ioUgqYG9cs6GLLioe
-----END PRIVATE KEY-----`);
    const ciphertext =
      '30818a0220466be2ef5c11782ec77864a0055417f407a5afc11d653c6bce69e417bb1d05b6022062b572e21ff0ddf5c726bd3f9ff2eae56e6294713a607e9b9525628965f62cc804203c1b5713b5db2728eb7bf775e44f4689fc32668bdc564f52ea45b09e8df2a5f40422084a9d0cc2997092b7d3c404fce95956eb604d732b2307a8e5b8900ed6608ca5b197';
    expect((await provider.decryptWith(openssl, hex(ciphertext))).toString()).toBe('The floofy bunnies hop at midnight');
  });

  it('exports a key that it imports again as the same, and refuses to wrap without a master key', async () => {
    const again = await provider.importPrivateKey(await provider.exportPrivateKey(await key));
    expect(again.publicKey.equals((await key).publicKey)).toBe(true);
    await expect(provider.wrapKey(await key, 'x')).rejects.toThrow('crypto.master_key_invalid');
  });

  it('draws again where a key stream of zeros would send the plaintext', async () => {
    const { publicKey } = await key;
    // one byte: one stream in 256 is zero
    const ciphertexts = await Promise.all(Array.from({ length: 600 }, () => provider.encryptTo(publicKey, Buffer.of(0x5a))));
    expect(ciphertexts.filter((der) => der.at(-1) === 0x5a)).toEqual([]);
  });
});
