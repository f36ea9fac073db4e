import { jest } from '@jest/globals';
import { SoftwareCryptoProvider } from '@karez/crypto';
import { type Holder, sm2Holder } from '../../../test/layout-file/certificates.js';
import { gbt35275, noticeParts, partsOf, people, sealedNotice, type Sealing } from '../../../test/layout-file/ofd-samples.js';
import { zip } from '../../../test/layout-file/zip-writer.js';
import { octets } from '../../../test/layout-file/der-writer.js';
import { bytesOf } from '../byte-source.js';
import type { SignatureFacts } from '../layout-facts.js';
import { openLayoutFile } from '../open-layout-file.js';

// the SM2 workers start at the first signature
jest.setTimeout(30_000);
const crypto = new SoftwareCryptoProvider();
let own: Pick<Sealing, 'crypto' | 'signer' | 'maker'>;
beforeAll(async () => {
  own = await people(crypto);
});
afterAll(() => crypto.close());

const openSignatures = async (file: Buffer, roots: Buffer[] = []): Promise<readonly SignatureFacts[]> =>
  (await openLayoutFile(bytesOf(file), 'application/ofd', { sm2: crypto, roots })).signatures;
const sealed = async (sealing: Partial<Sealing> = {}): Promise<SignatureFacts | undefined> =>
  (await openSignatures(await sealedNotice({ ...own, ...sealing })))[0];
const page = 'Doc_0/Pages/Page_1/Content.xml';

it.each([4, 1] as const)('verifies a seal of version %s and shows whose it is, when and where it was put', async (version) => {
  expect(await sealed({ version })).toEqual({
    kind: version === 4 ? 'gbt38540' : 'gmt0031',
    signer: '策勒县水利局',
    sealName: '策勒县水利局公章',
    signedAt: '2026-03-04T03:30:00.000Z',
    pages: [2],
    verdict: 'valid',
    trust: 'untrusted_issuer',
  });
});

it('verifies a seal that lists digests of its users’ certificates', async () => {
  expect(await sealed({ userDigests: true })).toMatchObject({ verdict: 'valid' });
});

it('verifies a signature of GB/T 35275', async () => {
  expect(await sealed({ sign: (description) => gbt35275(description, own.signer) })).toMatchObject({
    kind: 'gbt35275',
    signer: '策勒县水利局',
    signedAt: '2026-03-04T03:30:00.000Z',
    verdict: 'valid',
  });
});

const stranger = (): Promise<Holder> => sm2Holder(crypto, { name: '他人' });
const flipped = (name: string) => (files: Map<string, string | Buffer>) => {
  const bytes = Buffer.from(files.get(name) ?? '');
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20);
  files.set(name, bytes);
};
const lastByte = (value: Buffer): Buffer => Buffer.concat([value.subarray(0, -1), Buffer.of((value.at(-1) ?? 0) ^ 1)]);

it.each<[string, () => Partial<Sealing> | Promise<Partial<Sealing>>, string, string]>([
  ['a page changed after sealing', () => ({ after: flipped(page) }), 'invalid', 'signature_content_changed'],
  ['a page replaced', () => ({ after: (files) => files.set(page, '<Page/>') }), 'invalid', 'signature_content_changed'],
  ['a part added', () => ({ after: (files) => files.set('Doc_0/Annots/a.xml', '<a/>') }), 'invalid', 'signature_covers_part'],
  [
    'a seal over one page only',
    () => ({ references: (names) => names.filter((name) => name !== page) }),
    'invalid',
    'signature_covers_part',
  ],
  [
    'a reference to what is not there',
    () => ({ references: (names) => [...names, 'Doc_0/gone.xml'] }),
    'invalid',
    'signature_content_changed',
  ],
  [
    'a description changed',
    () => ({
      after: (files) =>
        files.set(
          'Doc_0/Signs/Sign_0/Signature.xml',
          String(files.get('Doc_0/Signs/Sign_0/Signature.xml')).replace('90 8 30 20', '10 8 30 20'),
        ),
    }),
    'invalid',
    'signature_description_changed',
  ],
  ['a signature changed', () => ({ value: lastByte }), 'invalid', 'signature_wrong'],
  ['a seal of another body', async () => ({ users: [await stranger()] }), 'invalid', 'seal_of_another'],
  ['digests of other users', async () => ({ users: [await stranger()], userDigests: true }), 'invalid', 'seal_of_another'],
  ['a seal that its maker did not sign', async () => ({ maker: { ...own.maker, sign: (await stranger()).sign } }), 'invalid', 'seal_wrong'],
  ['a seal used before its period', () => ({ sealFrom: '2026-04-01T00:00:00Z' }), 'invalid', 'seal_period'],
  ['a seal used after its period', () => ({ sealTo: '2026-02-01T00:00:00Z' }), 'invalid', 'seal_period'],
  [
    'a certificate used after its period',
    async () => ({ signer: await sm2Holder(crypto, { name: '过期', to: '2026-02-01T00:00:00Z' }) }),
    'invalid',
    'certificate_period',
  ],
  [
    'a certificate for encryption',
    async () => ({ signer: await sm2Holder(crypto, { name: '加密', keyUsage: 0x30 }) }),
    'invalid',
    'certificate_use',
  ],
  [
    'a maker after his period',
    async () => ({ maker: await sm2Holder(crypto, { name: '制章', to: '2026-02-01T00:00:00Z' }) }),
    'invalid',
    'seal_maker_period',
  ],
  ['a signed value cut short', () => ({ value: (value) => value.subarray(0, 300) }), 'invalid', 'signature_broken'],
  ['no signed value', () => ({ after: (files) => files.delete('Doc_0/Signs/Sign_0/SignedValue.dat') }), 'invalid', 'signature_broken'],
  ['no description', () => ({ after: (files) => files.delete('Doc_0/Signs/Sign_0/Signature.xml') }), 'invalid', 'signature_broken'],
  ['no list', () => ({ after: (files) => files.delete('Doc_0/Signs/Signatures.xml') }), 'invalid', 'signature_broken'],
  ['a signed value of no known form', () => ({ value: octets }), 'unverifiable', 'signature_format_unknown'],
  [
    'SM2 numbers without a certificate',
    () => ({ sign: (description) => own.signer.sign(description) }),
    'unverifiable',
    'certificate_missing',
  ],
  ['digests by MD5', () => ({ checkMethod: 'MD5' }), 'unverifiable', 'signature_digest_weak'],
  [
    'a signature of GB/T 35275 over something else',
    () => ({ sign: () => gbt35275(Buffer.from('其他'), own.signer) }),
    'invalid',
    'signature_description_changed',
  ],
  [
    'a signature of GB/T 35275 by another key',
    () => ({ sign: async (description) => gbt35275(description, { ...own.signer, sign: (await stranger()).sign }) }),
    'invalid',
    'signature_wrong',
  ],
])('does not hold for valid %s', async (_, sealing, verdict, reason) => {
  expect(await sealed(await sealing())).toMatchObject({ verdict, reason: `exchange.layout.${reason}` });
});

it.each(['1.2.156.10197.1.401', 'SM3', 'SHA-1', 'SHA256', 'MD5'])('finds a changed part whatever the digest: %s', async (checkMethod) => {
  expect(await sealed({ checkMethod })).not.toMatchObject({ verdict: 'invalid' });
  expect(await sealed({ checkMethod, after: flipped(page) })).toMatchObject({ reason: 'exchange.layout.signature_content_changed' });
});

it('finds a flipped bit anywhere in the signed value', async () => {
  let size = 0;
  await sealed({ value: (value) => ((size = value.length), value) });
  for (let at = 0; at < size; at += 41) {
    const value = (original: Buffer): Buffer => {
      const changed = Buffer.from(original);
      changed.writeUInt8(changed.readUInt8(at) ^ (1 << (at % 8)), at);
      return changed;
    };
    expect([at, (await sealed({ value }))?.verdict]).not.toEqual([at, 'valid']);
  }
});

it('trusts certificates that lead to a configured root, and only when all do', async () => {
  const root = await sm2Holder(crypto, { name: '根', authority: true, keyUsage: 0x04 });
  const signer = await sm2Holder(crypto, { name: '单位', issuer: root });
  const maker = await sm2Holder(crypto, { name: '制章', issuer: root });
  const trustIn = async (sealing: Partial<Sealing>, roots: Buffer[]): Promise<unknown> =>
    (await openSignatures(await sealedNotice({ ...own, ...sealing }), roots))[0]?.trust;
  expect(await trustIn({ signer, maker }, [root.certificate])).toBe('trusted_issuer');
  expect(await trustIn({ signer, maker }, [])).toBe('untrusted_issuer');
  expect(await trustIn({ signer }, [root.certificate])).toBe('untrusted_issuer');
  const impostor = await sm2Holder(crypto, { name: '根', authority: true, keyUsage: 0x04 });
  expect(await trustIn({ signer, maker }, [impostor.certificate])).toBe('untrusted_issuer');
});

it('reports a sound list of parts as no more than that, and a smuggled part as a change', async () => {
  const locations = [...noticeParts().keys()].map((name) => `<File FileLoc="/${name}"/>`).join('');
  const list = `<DocEntries><SignedValueLoc>/signedvalue.dat</SignedValueLoc><FileList>${locations}</FileList></DocEntries>`;
  const parts = [
    ...partsOf(noticeParts()),
    { name: 'OFDEntries.xml', content: list },
    { name: 'signedvalue.dat', content: await gbt35275(Buffer.from(list), own.signer) },
  ];
  expect(await openSignatures(zip(parts))).toMatchObject([{ verdict: 'unverifiable', reason: 'exchange.layout.signature_names_only' }]);
  expect(await openSignatures(zip([...parts, { name: 'a.bin', content: 'a' }]))).toMatchObject([{ verdict: 'invalid', about: 'a.bin' }]);
});
