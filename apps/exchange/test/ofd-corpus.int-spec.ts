import { jest } from '@jest/globals';
import { SoftwareCryptoProvider } from '@karez/crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bytesOf } from '../src/layout-file/byte-source.js';
import type { LayoutFacts } from '../src/layout-file/layout-facts.js';
import { openLayoutFile } from '../src/layout-file/open-layout-file.js';
import { ZipPackage } from '../src/layout-file/zip/zip-package.js';
import { partsOf } from './layout-file/ofd-samples.js';
import { zip } from './layout-file/zip-writer.js';

// OFD files of many producers (ofdrw, Apache-2.0), which are not part of the repository.
const data = process.env['KAREZ_CONFORMANCE_DATA'] ?? resolve(import.meta.dirname, '../../../../shared/data');
const folder = join(data, 'ofd');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ofd')) : [];
if (files.length === 0) process.stderr.write(`The OFD corpus was not run: there is nothing in ${folder}\n`);
// the SM2 workers start at the first signature
jest.setTimeout(60_000);
const whenThere = files.length > 0 ? it : it.skip;

const crypto = new SoftwareCryptoProvider();
afterAll(() => crypto.close());
const open = (file: Buffer): Promise<LayoutFacts> => openLayoutFile(bytesOf(file), 'application/ofd', { sm2: crypto });
const fileOf = (name: string): Buffer => readFileSync(join(folder, name));

interface Seal {
  readonly sealName: string;
  readonly signedAt: string;
  readonly pages: readonly number[];
  readonly verdict: string;
  readonly reason?: string;
}
const chongqing = '测试全国统一发票监制章国家税务总局重庆市税务局';
const jiangsu: Seal = { sealName: '国家税务总局江苏省税务局', signedAt: '2020-10-04T07:28:55.000Z', pages: [1], verdict: 'valid' };
const seal = (facts: Seal): object => ({ kind: 'gbt38540', trust: 'untrusted_issuer', ...facts });

/** What each file is, established by looking at it and, for the seals, with OpenSSL. None of them names a title. */
const expected = new Map<string, { readonly pages: number; readonly author?: string; readonly signatures?: readonly object[] }>([
  [
    '999.ofd',
    {
      pages: 5,
      author: 'Huhuang Software',
      signatures: [seal({ sealName: chongqing, signedAt: '2020-08-17T11:13:29.000Z', pages: [1], verdict: 'valid' })],
    },
  ],
  ['AddAttachment.ofd', { pages: 1 }],
  [
    'DigitalSign.ofd',
    { pages: 1, signatures: [{ kind: 'other', verdict: 'unverifiable', reason: 'exchange.layout.certificate_missing' }] },
  ],
  [
    'SESV4SignDoc.ofd',
    {
      pages: 1,
      signatures: [
        seal({
          sealName: 'OFD R&W 测试用印章',
          signedAt: '2026-08-04T02:08:09.000Z',
          pages: [1],
          verdict: 'invalid',
          // the certificate ended in April 2022
          reason: 'exchange.layout.certificate_period',
        }),
      ],
    },
  ],
  ['SplitParagraph.ofd', { pages: 2 }],
  ['chineseDir.ofd', { pages: 1 }],
  [
    'hello-integrity.ofd',
    { pages: 2, signatures: [{ kind: 'gbt35275', verdict: 'unverifiable', reason: 'exchange.layout.signature_names_only' }] },
  ],
  ['helloworld.ofd', { pages: 1 }],
  ['keyword2.ofd', { pages: 1, author: 'China Tax', signatures: [seal(jiangsu)] }],
  ['multiKeywordInTextCode.ofd', { pages: 1, author: 'Fadada' }],
  ['namespace_no_std.ofd', { pages: 1 }],
  ['no_page_container.ofd', { pages: 1 }],
  ['path_unstd.ofd', { pages: 2, author: 'Administrator' }],
  ['signedFile.ofd', { pages: 1, author: 'China Tax', signatures: [seal(jiangsu)] }],
  [
    'v4signed.ofd',
    { pages: 1, signatures: [seal({ sealName: chongqing, signedAt: '2020-10-10T07:11:20.000Z', pages: [1], verdict: 'valid' })] },
  ],
]);

whenThere('opens every file of the corpus as what it is', async () => {
  for (const [name, { pages, author, signatures = [] }] of expected) {
    const facts = await open(fileOf(name));
    expect([name, facts]).toMatchObject([name, { format: 'ofd', pages, signatures }]);
    expect([name, facts.author, facts.title]).toEqual([name, author, undefined]);
  }
});

whenThere('takes or refuses with a code whatever else lies there', async () => {
  for (const name of files)
    if (!expected.has(name))
      await open(fileOf(name)).catch((error: { code: string }) => {
        expect([name, error.code]).toEqual([name, expect.stringMatching(/^exchange\.layout\./)]);
      });
});

/** The archive packed anew with one byte of one part changed, checksums and all. */
async function withChangedPart(file: Buffer, part: string): Promise<Buffer> {
  const original = await ZipPackage.open(bytesOf(file));
  const parts = new Map<string, Buffer>();
  for (const name of original.names) parts.set(name, Buffer.from(await original.bytes(name, file.length * 100)));
  const bytes = parts.get(part);
  const middle = Math.floor((bytes?.length ?? 0) / 2);
  bytes?.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  return zip(partsOf(parts));
}
const references = async (file: Buffer): Promise<string[]> => {
  const original = await ZipPackage.open(bytesOf(file));
  const description = await original.bytes('Doc_0/Signs/Sign_0/Signature.xml', 1_000_000);
  return [...description.toString().matchAll(/FileRef="\/([^"]+)"/g)].map(([, name = '']) => name);
};

whenThere.each(['999.ofd', 'DigitalSign.ofd', 'SESV4SignDoc.ofd', 'keyword2.ofd', 'v4signed.ofd'])(
  'finds a changed byte in any part that %s has signed',
  async (name) => {
    const file = fileOf(name);
    const parts = await references(file);
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) {
      const outcome = await open(await withChangedPart(file, part)).then(
        ({ signatures }) => signatures[0]?.verdict,
        (error: { code: string }) => error.code,
      );
      // the parts that are read themselves may no longer be XML, or lead nowhere
      const readToo = /(OFD|Document)\.xml$/.test(part);
      expect([part, outcome]).toEqual([part, readToo ? expect.stringMatching(/^(invalid|exchange\.layout\.broken)$/) : 'invalid']);
    }
  },
);

whenThere('finds a changed byte in the description and in the signed value', async () => {
  for (const part of ['Doc_0/Signs/Sign_0/Signature.xml', 'Doc_0/Signs/Sign_0/SignedValue.dat']) {
    const { signatures } = await open(await withChangedPart(fileOf('v4signed.ofd'), part));
    expect([part, signatures[0]?.verdict]).toEqual([part, 'invalid']);
  }
});
