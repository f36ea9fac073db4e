import { jest } from '@jest/globals';
import { SoftwareCryptoProvider } from '@karez/crypto';
import { flipped } from '../../libs/crypto/test/seeded.js';
import { verifyEvidence } from '../../tools/verify-evidence.mjs';
import { EvidenceMaker, fingerprintOf, someKeys, stories } from './evidence-sample.js';

// some thousand verifications: seconds on a free processor, more on a busy one
jest.setTimeout(120_000);

const provider = new SoftwareCryptoProvider({ threads: 1 });
let file: Buffer;
let roots: string[];
/** What did not change need not be computed again. */
const memo = new Map<string, boolean>();
beforeAll(async () => {
  const maker = new EvidenceMaker(provider, await someKeys(provider));
  file = await maker.file(stories.signed.slice(0, 2));
  roots = [fingerprintOf(maker.keys.root)];
  expect(await verifyEvidence(file, { roots, memo })).toMatchObject({ verdict: 'valid', findings: [] });
});
afterAll(() => provider.close());

const withFlip = (byte: number, bit: number) => verifyEvidence(flipped(file, byte * 8 + bit), { roots, memo });

/** Where the words of bodies stand in the file, with their signatures: document, first statement, first certificate. */
function signedSpans(): (readonly [number, number])[] {
  const text = file.toString('latin1');
  return ['"document":{', '"statements":[', '"certificates":['].map((name) => {
    const start = text.indexOf(name) + name.length;
    const signature = text.indexOf('"signature":"', text.indexOf('"signature":{', start));
    return [start, text.indexOf('}', signature)] as const;
  });
}

describe('a flipped bit of evidence is found', () => {
  it('in every byte of the file; in what bodies have signed, even without the seal', async () => {
    const spans = signedSpans();
    const [unseen, onlyBySeal]: [number[], number[]] = [[], []];
    for (let byte = 0; byte < file.length; byte++) {
      const { verdict, findings } = await withFlip(byte, byte % 7);
      if (verdict === 'valid') unseen.push(byte);
      const signed = spans.some(([start, end]) => byte >= start && byte < end);
      if (signed && findings.every(({ at }) => at === 'seal')) onlyBySeal.push(byte);
    }
    expect([unseen, onlyBySeal]).toEqual([[], []]);
  });

  it('whichever of the eight it is', async () => {
    const unseen: number[] = [];
    for (let byte = 5; byte < file.length; byte += 61)
      for (let bit = 0; bit < 8; bit++) if ((await withFlip(byte, bit)).verdict === 'valid') unseen.push(byte * 8 + bit);
    expect(unseen).toEqual([]);
  });
});
