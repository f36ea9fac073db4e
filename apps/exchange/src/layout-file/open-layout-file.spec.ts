import { SoftwareCryptoProvider } from '@karez/crypto';
import { rsaHolder } from '../../test/layout-file/certificates.js';
import { partsOf, people, sealedNotice } from '../../test/layout-file/ofd-samples.js';
import { compactPdf, signedPdf, twoPages } from '../../test/layout-file/pdf-samples.js';
import { zip } from '../../test/layout-file/zip-writer.js';
import { type ByteSource, bytesOf } from './byte-source.js';
import { layoutFileErrors } from '@karez/contracts-exchange';
import { openLayoutFile } from './open-layout-file.js';

const crypto = new SoftwareCryptoProvider();
afterAll(() => crypto.close());

it('refuses every other media type', async () => {
  await expect(openLayoutFile(bytesOf(Buffer.from('a')), 'image/png', { sm2: crypto })).rejects.toMatchObject({
    code: 'exchange.layout.not_a_layout_file',
  });
});

/** Counts what is read, and fails where one reading is larger than anything may be held. */
function watched(content: Buffer): ByteSource & { readonly total: () => number } {
  let total = 0;
  return {
    size: content.length,
    total: () => total,
    read: async (offset, length) => {
      expect(length).toBeLessThanOrEqual(16 * 1024 * 1024);
      expect(offset).toBeGreaterThanOrEqual(0);
      const piece = content.subarray(offset, offset + length);
      total += piece.length;
      return piece;
    },
  };
}

let state = 20261125;
const next = (below: number): number => (state = (state * 48271) % 2147483647) % below;

/** A copy with some bytes changed, now and then cut short. */
function mutated(original: Buffer): Buffer {
  const content = Buffer.from(original);
  for (let flips = 1 + next(6); flips > 0; flips--) content[next(content.length)] = next(256);
  return next(5) ? content : content.subarray(0, next(content.length));
}

/** Changes the archive, or what is in it with everything around it right again. */
async function mutatedOfd(): Promise<() => Buffer> {
  let files = new Map<string, string | Buffer>();
  const whole = await sealedNotice({ ...(await people(crypto)), after: (sealed) => (files = new Map(sealed)) });
  const names = [...files.keys()];
  return () => {
    if (next(2)) return mutated(whole);
    const name = names[next(names.length)] ?? '';
    return zip(partsOf(new Map(files).set(name, mutated(Buffer.from(files.get(name) ?? '')))));
  };
}
const always = (original: Buffer) => () => mutated(original);

it.each<[string, string, () => Promise<() => Buffer>]>([
  ['an OFD', 'application/ofd', mutatedOfd],
  ['a PDF', 'application/pdf', async () => always(await signedPdf(await rsaHolder({ name: '随机' })))],
  ['a compact PDF', 'application/pdf', async () => always(compactPdf(twoPages()))],
])(
  'opens or refuses with a code, within bounds, whatever happened to %s',
  async (_, mediaType, make) => {
    const mutation = await make();
    const codes = new Set<string>();
    for (let round = 0; round < 300; round++) {
      const content = mutation();
      const source = watched(content);
      const outcome = await openLayoutFile(source, mediaType, { sm2: { verify: async () => true } }).then(
        ({ signatures }) => signatures.map(({ reason }) => reason ?? 'opened'),
        (error: { code: string }) => [error.code],
      );
      for (const code of outcome) codes.add(code);
      expect(source.total()).toBeLessThan(40 * content.length + 100_000);
    }
    for (const code of codes) expect(['opened', ...Object.keys(layoutFileErrors)]).toContain(code);
    expect(codes.size).toBeGreaterThan(1);
  },
  60_000,
);
