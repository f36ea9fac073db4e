import { jest } from '@jest/globals';
import { SoftwareCryptoProvider } from '@karez/crypto';
import { type Holder, rsaHolder } from '../../../test/layout-file/certificates.js';
import { signedPdf } from '../../../test/layout-file/pdf-samples.js';
import { bytesOf } from '../byte-source.js';
import type { SignatureFacts } from '../layout-facts.js';
import { openLayoutFile } from '../open-layout-file.js';

// keys are made
jest.setTimeout(30_000);
const crypto = new SoftwareCryptoProvider();
let signer: Holder;
let file: Buffer;
beforeAll(async () => {
  signer = await rsaHolder({ name: '和田地区水利局' });
  file = await signedPdf(signer);
});
afterAll(() => crypto.close());

const signatureOf = async (bytes: Buffer, roots: Buffer[] = []): Promise<SignatureFacts | undefined> =>
  (await openLayoutFile(bytesOf(bytes), 'application/pdf', { sm2: crypto, roots })).signatures[0];
const replaced = (from: string | RegExp, to: string): Buffer => Buffer.from(file.toString('latin1').replace(from, to), 'latin1');

it('verifies a signature over the whole file and shows whose it is, when and where', async () => {
  expect(await signatureOf(file)).toEqual({
    kind: 'pdf_pkcs7',
    signer: '和田地区水利局',
    signedAt: '2026-03-04T03:30:00.000Z',
    pages: [2],
    verdict: 'valid',
    trust: 'untrusted_issuer',
  });
  expect((await signatureOf(file, [signer.certificate]))?.trust).toBe('trusted_issuer');
});

it.each<[string, () => Buffer | Promise<Buffer>, string, string]>([
  ['a byte changed', () => replaced('595 842', '595 841'), 'invalid', 'signature_content_changed'],
  ['a range that leaves out more', () => replaced(/\[0 (\d+)( +)/, '[0 9$2 '), 'invalid', 'signature_covers_part'],
  ['no range', () => replaced('/ByteRange [0', '/ByteRange [7'), 'invalid', 'signature_broken'],
  [
    'a form of signature unknown here',
    () => replaced('adbe.pkcs7.detached', 'acme.sealed.detached'),
    'unverifiable',
    'signature_format_unknown',
  ],
  ['a digest by SHA-1', () => signedPdf(signer, 'sha1'), 'unverifiable', 'signature_digest_weak'],
  [
    'a certificate after its period',
    async () => signedPdf(await rsaHolder({ name: 'a', to: '2026-02-01T00:00:00Z' })),
    'invalid',
    'certificate_period',
  ],
  ['another key', async () => signedPdf({ ...signer, sign: (await rsaHolder({ name: 'b' })).sign }), 'invalid', 'signature_wrong'],
])('does not hold for valid %s', async (_, change, verdict, reason) => {
  expect(await signatureOf(await change())).toMatchObject({ verdict, reason: `exchange.layout.${reason}` });
});

it('does not vouch for a revision that came later', async () => {
  const previous = /startxref\n(\d+)/.exec(file.toString('latin1'))?.[1];
  const table = `xref\n0 0\ntrailer\n<< /Size 8 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${file.length}\n%%EOF\n`;
  expect(await signatureOf(Buffer.concat([file, Buffer.from(table)]))).toMatchObject({
    verdict: 'unverifiable',
    reason: 'exchange.layout.signature_covers_part',
  });
});
