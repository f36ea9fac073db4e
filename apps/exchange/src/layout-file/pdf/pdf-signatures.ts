import { DerError } from '../asn1/der.js';
import { bounds } from '../bounds.js';
import { displayText, parseTime } from '../display-text.js';
import type { SignatureFacts, Verification } from '../layout-facts.js';
import { refusal } from '../refusal.js';
import { checkCms } from '../signature/check-cms.js';
import { parseCms } from '../signature/cms.js';
import { type Finding, gravest, invalid, unverifiable } from '../signature/finding.js';
import { trustOf } from '../signature/trust.js';
import type { PdfFile } from './pdf-file.js';
import { nameIn, type PdfDict, textIn } from './pdf-values.js';
import { pageNumber, signatureFields } from './signature-fields.js';
import { digestOfRanges, rangesFinding, rangesOf, type SignedRanges } from './signed-ranges.js';

const detached = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached', 'adbe.pkcs7.sha1']);

/** Checks every signature of the form. */
export async function readPdfSignatures(file: PdfFile, catalog: PdfDict, verification: Verification): Promise<SignatureFacts[]> {
  const signatures: SignatureFacts[] = [];
  const budget = { left: bounds.workBytes };
  const lookups = { left: bounds.pdfPageLookups };
  for (const { signature, page } of await signatureFields(file, catalog)) {
    const number = page && (await pageNumber(file, page, lookups));
    const { finding, ...facts } = await checkSignature(file, signature, { verification, budget });
    signatures.push({ ...facts, ...(number !== undefined && { pages: [number] }), ...(finding ?? { verdict: 'valid' }) });
  }
  return signatures;
}

type Checked = Pick<SignatureFacts, 'kind' | 'signer' | 'signedAt' | 'trust'> & { readonly finding?: Finding };
interface Checking {
  readonly verification: Verification;
  /** Bytes that may still be digested: a file of 10 GB with 64 signatures over all of it is not checked to the end. */
  readonly budget: { left: number };
}

async function checkSignature(file: PdfFile, signature: PdfDict, { verification, budget }: Checking): Promise<Checked> {
  const kind = 'pdf_pkcs7';
  const signer = displayText(textIn(await file.resolve(signature.get('Name'))));
  const time = parseTime(textIn(await file.resolve(signature.get('M')))?.replace(/^D:/, ''));
  const facts: Checked = { kind, ...(signer && { signer }), ...(time && { signedAt: time.toISOString() }), trust: 'untrusted_issuer' };
  const contents = await file.resolve(signature.get('Contents'));
  const ranges = rangesOf(signature);
  if (!Buffer.isBuffer(contents) || !ranges) return { ...facts, finding: invalid('exchange.layout.signature_broken', 'ByteRange') };
  const filter = nameIn(await file.resolve(signature.get('SubFilter'))) ?? '';
  if (!detached.has(filter)) return { ...facts, kind: 'other', finding: unverifiable('exchange.layout.signature_format_unknown', filter) };
  const coverage = await rangesFinding(file.bytes, ranges, contents);
  if (coverage?.verdict === 'invalid') return { ...facts, finding: coverage };
  try {
    const { finding, ...checked } = await checkContents(file, { contents, ranges, ...(time && { time }) }, { verification, budget });
    const worst = gravest([finding, coverage]);
    return { ...facts, ...checked, ...(worst && { finding: worst }) };
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return { ...facts, finding: invalid('exchange.layout.signature_broken', 'Contents') };
  }
}

interface Value {
  readonly contents: Buffer;
  readonly ranges: SignedRanges;
  readonly time?: Date;
}
async function checkContents(
  file: PdfFile,
  { contents, ranges, time }: Value,
  { verification, budget }: Checking,
): Promise<Partial<Checked>> {
  const cms = parseCms(contents);
  const [first] = cms.signers;
  const at = first?.attributes?.signingTime ?? time;
  const signer = displayText(first?.certificate?.holder);
  const digest = (algorithm: string): Promise<Buffer> => {
    budget.left -= ranges.first + ranges.second.length;
    if (budget.left < 0) throw refusal('exchange.layout.too_complex', 'AcroForm');
    return digestOfRanges(file.bytes, ranges, algorithm);
  };
  const finding = await checkCms(cms, { name: 'PDF', digest, ...(time && { signedAt: time }) }, verification);
  const traced = cms.signers.flatMap(({ certificate }) =>
    certificate ? [{ certificate, others: cms.certificates, ...(at && { at }) }] : [],
  );
  return {
    ...(signer && { signer }),
    ...(at && { signedAt: at.toISOString() }),
    trust: await trustOf(traced.length === cms.signers.length ? traced : [], verification),
    ...(finding && { finding }),
  };
}
