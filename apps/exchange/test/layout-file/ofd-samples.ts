import type { CryptoProvider } from '@karez/crypto';
import { createHash } from 'node:crypto';
import { type Holder, sm2Holder, sm2WithSm3 } from './certificates.js';
import { bits, der, generalizedTime, ia5, number, octets, oid, sequence, set, utcTime, utf8 } from './der-writer.js';
import { type Part, zip } from './zip-writer.js';

const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** A notice of two pages, in the parts it is made of. */
export function noticeParts(more = ''): Map<string, string> {
  const page = (text: string): string => `<ofd:Page ${ns}><ofd:Content>${text}</ofd:Content></ofd:Page>`;
  return new Map([
    [
      'OFD.xml',
      `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ${ns} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:Title>关于做好春灌工作的通知</ofd:Title><ofd:Author>阿依努尔</ofd:Author><ofd:CreationDate>2026-3-4</ofd:CreationDate></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>${more}</ofd:DocBody></ofd:OFD>`,
    ],
    [
      'Doc_0/Document.xml',
      `<ofd:Document ${ns}><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/><ofd:Page ID="8" BaseLoc="Pages/Page_1/Content.xml"/></ofd:Pages></ofd:Document>`,
    ],
    ['Doc_0/Pages/Page_0/Content.xml', page('各县水利局：')],
    ['Doc_0/Pages/Page_1/Content.xml', page('二〇二六年三月四日')],
  ]);
}
export const partsOf = (files: ReadonlyMap<string, string | Buffer>): Part[] => [...files].map(([name, content]) => ({ name, content }));
export const notice = (change?: (files: Map<string, string | Buffer>) => void): Buffer => {
  const files = new Map<string, string | Buffer>(noticeParts());
  change?.(files);
  return zip(partsOf(files));
};

/** What a seal is made of, each of which a test may spoil. */
export interface Sealing {
  readonly crypto: CryptoProvider;
  readonly signer: Holder;
  readonly maker: Holder;
  readonly version?: 1 | 4;
  readonly signedAt?: string;
  readonly sealFrom?: string;
  readonly sealTo?: string;
  readonly users?: readonly Holder[];
  readonly userDigests?: boolean;
  readonly checkMethod?: string;
  readonly references?: (names: string[]) => string[];
  /** Changes the signed value before it is put in. */
  readonly value?: (value: Buffer) => Buffer;
  /** Makes another kind of signed value of the description. */
  readonly sign?: (description: Buffer) => Promise<Buffer>;
  /** Changes the parts after sealing. */
  readonly after?: (files: Map<string, string | Buffer>) => void;
}

export async function people(crypto: CryptoProvider): Promise<Pick<Sealing, 'crypto' | 'signer' | 'maker'>> {
  return { crypto, signer: await sm2Holder(crypto, { name: '策勒县水利局' }), maker: await sm2Holder(crypto, { name: '制章中心' }) };
}

export async function sealedNotice(sealing: Sealing): Promise<Buffer> {
  const files = new Map<string, string | Buffer>(noticeParts('<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>'));
  const description = describe(files, sealing);
  files.set('Doc_0/Signs/Signatures.xml', `<ofd:Signatures ${ns}><ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/></ofd:Signatures>`);
  files.set('Doc_0/Signs/Sign_0/Signature.xml', description);
  const value = sealing.sign ? await sealing.sign(Buffer.from(description)) : await sesSignature(Buffer.from(description), sealing);
  files.set('Doc_0/Signs/Sign_0/SignedValue.dat', sealing.value?.(value) ?? value);
  sealing.after?.(files);
  return zip(partsOf(files));
}

const hashes = new Map([
  ['MD5', 'md5'],
  ['1.2.156.10197.1.401', 'sm3'],
]);
function describe(
  files: ReadonlyMap<string, string | Buffer>,
  { checkMethod = '1.2.156.10197.1.401', references = (names) => names }: Sealing,
): string {
  const list = references([...files.keys()]).map((name) => {
    const hash = createHash(hashes.get(checkMethod) ?? checkMethod.toLowerCase()).update(files.get(name) ?? '');
    return `<ofd:Reference FileRef="/${name}"><ofd:CheckValue>${hash.digest('base64')}</ofd:CheckValue></ofd:Reference>`;
  });
  return `<ofd:Signature ${ns}><ofd:SignedInfo><ofd:SignatureMethod>${sm2WithSm3}</ofd:SignatureMethod><ofd:SignatureDateTime>20260304113000</ofd:SignatureDateTime><ofd:References CheckMethod="${checkMethod}">${list.join('')}</ofd:References><ofd:StampAnnot ID="1" PageRef="8" Boundary="90 8 30 20"/></ofd:SignedInfo><ofd:SignedValue>/Doc_0/Signs/Sign_0/SignedValue.dat</ofd:SignedValue></ofd:Signature>`;
}

const sm3 = (bytes: Buffer): Buffer => createHash('sm3').update(bytes).digest();
const time = (version: 1 | 4, at: string): Buffer => (version === 4 ? generalizedTime(at) : utcTime(at));

async function sesSignature(description: Buffer, sealing: Sealing): Promise<Buffer> {
  const { signer, version = 4, signedAt = '2026-03-04T03:30:00Z' } = sealing;
  const head = [number(version), await seal(sealing)];
  const tail = [bits(sm3(description)), ia5('/Doc_0/Signs/Sign_0/Signature.xml')];
  const own = [octets(signer.certificate), oid(sm2WithSm3)];
  if (version === 4) {
    const toSign = sequence(...head, generalizedTime(signedAt), ...tail);
    return sequence(toSign, ...own, bits(await signer.sign(toSign)));
  }
  const toSign = sequence(...head, bits(utcTime(signedAt)), ...tail, ...own);
  return sequence(toSign, bits(await signer.sign(toSign)));
}

async function seal({ signer, maker, version = 4, users = [signer], userDigests, sealFrom, sealTo }: Sealing): Promise<Buffer> {
  const list = users.map(({ certificate }) =>
    userDigests ? sequence(der(0x13, Buffer.from('SM3')), octets(sm3(certificate))) : octets(certificate),
  );
  const from = time(version, sealFrom ?? '2026-01-02T00:00:00Z');
  const property = sequence(
    number(3),
    utf8('策勒县水利局公章'),
    ...(version === 4 ? [number(userDigests ? 2 : 1)] : []),
    sequence(...list),
    from,
    from,
    time(version, sealTo ?? '2026-12-31T00:00:00Z'),
  );
  const picture = sequence(ia5('PNG'), octets(Buffer.from('图')), number(40), number(40));
  const info = sequence(sequence(ia5('ES'), number(version), ia5('KAREZ')), ia5('65322500001'), property, picture);
  const own = [octets(maker.certificate), oid(sm2WithSm3)];
  if (version === 4) return sequence(info, ...own, bits(await maker.sign(info)));
  return sequence(info, sequence(...own, bits(await maker.sign(sequence(info, ...own)))));
}

/** SignedData of GB/T 35275 as OFD uses it: what is enclosed and signed is the digest of the description. */
export async function gbt35275(description: Buffer, signer: Holder): Promise<Buffer> {
  const digest = sm3(description);
  const sm3Algorithm = sequence(oid('1.2.156.10197.1.401'));
  const signerInfo = sequence(
    number(1),
    issuerAndSerial(signer.name),
    sm3Algorithm,
    sequence(oid('1.2.156.10197.1.301.1')),
    octets(await signer.sign(digest)),
  );
  const content = sequence(oid('1.2.156.10197.6.1.4.2.1'), der(0xa0, octets(digest)));
  const data = sequence(number(1), set(sm3Algorithm), content, der(0xa0, signer.certificate), set(signerInfo));
  return sequence(oid('1.2.156.10197.6.1.4.2.2'), der(0xa0, data));
}

export const issuerAndSerial = (issuer: string): Buffer => sequence(sequence(set(sequence(oid('2.5.4.3'), utf8(issuer)))), number(7));
