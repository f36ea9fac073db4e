import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Holder } from './certificates.js';
import { der, noValue, number, octets, oid, sequence, set, utcTime } from './der-writer.js';
import { issuerAndSerial } from './ofd-samples.js';

export type Objects = ReadonlyMap<number, string>;

const info = `<< /Title <FEFF${Buffer.from('关于做好春灌工作的通知', 'utf16le').swap16().toString('hex')}> /Author (A\\171nur \\(office\\)) /CreationDate (D:20260304113000+08'00') >>`;
export const twoPages = (more = ''): Map<number, string> =>
  new Map([
    [1, `<< /Type /Catalog /Pages 2 0 R ${more}>>`],
    [2, '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>'],
    [3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'],
    [4, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'],
    [5, info],
  ]);

/** With a cross-reference table. */
export function pdf(objects: Objects, trailer = ''): Buffer {
  let text = '%PDF-1.7\n';
  const rows = ['0000000000 65535 f \n'];
  for (const [id, body] of [...objects].sort(([a], [b]) => a - b)) {
    rows.push(`${String(text.length).padStart(10, '0')} 00000 n \n`);
    text += `${id} 0 obj\n${body}\nendobj\n`;
  }
  const at = text.length;
  text += `xref\n0 ${rows.length}\n${rows.join('')}trailer\n<< /Size ${rows.length} /Root 1 0 R /Info 5 0 R ${trailer}>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** With everything in an object stream, and a cross-reference stream with predictor; ids from 1 without gaps. */
export function compactPdf(objects: Objects, trailer = ''): Buffer {
  const bodies = [...objects].sort(([a], [b]) => a - b);
  let content = '';
  const offsets = bodies.map(([id, body]) => {
    const pair = `${id} ${content.length} `;
    content += `${body} `;
    return pair;
  });
  const packed = deflateSync(Buffer.from(offsets.join('') + content, 'latin1'));
  const holder = bodies.length + 1;
  const head = `%PDF-1.7\n${holder} 0 obj\n<< /Type /ObjStm /N ${bodies.length} /First ${offsets.join('').length} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
  const first = Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')]);
  const rows = [[0, 0, 0], ...bodies.map((_, index) => [2, holder, index]), [1, 9, 0], [1, first.length, 0]];
  const table = rows.map(([type = 0, second = 0, third = 0]) => [type, second >> 8, second & 0xff, third]);
  const up = table.flatMap((row, index) => [2, ...row.map((byte, column) => (byte - (table[index - 1]?.[column] ?? 0)) & 0xff)]);
  const xref = deflateSync(Buffer.from(up));
  const dict = `<< /Type /XRef /Size ${rows.length} /W [1 2 1] /Root 1 0 R /Info 5 0 R ${trailer}/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >> /Length ${xref.length} >>`;
  const tail = Buffer.from(`\nendstream\nendobj\nstartxref\n${first.length}\n%%EOF\n`);
  return Buffer.concat([first, Buffer.from(`${holder + 1} 0 obj\n${dict}\nstream\n`), xref, tail]);
}

const room = 8192;
/** A signed PDF (adbe.pkcs7.detached) whose signature is drawn on the second page. */
export async function signedPdf(signer: Holder, digest: 'sha256' | 'sha1' = 'sha256'): Promise<Buffer> {
  const objects = twoPages('/AcroForm << /Fields [6 0 R] /SigFlags 3 >> ');
  objects.set(6, '<< /FT /Sig /T (s) /Subtype /Widget /P 4 0 R /V 7 0 R >>');
  const range = '/ByteRange [0 @@@@@@@@@@ @@@@@@@@@@ @@@@@@@@@@]';
  objects.set(7, `<< /Type /Sig /SubFilter /adbe.pkcs7.detached /M (D:20260304113000+08'00') ${range} /Contents <${'0'.repeat(room)}> >>`);
  const text = pdf(objects).toString('latin1');
  const start = text.indexOf(`<${'0'.repeat(room)}>`);
  const end = start + room + 2;
  const numbers = [start, end, text.length - end].map((each) => String(each).padEnd(10));
  const filled = text.replace(range, `/ByteRange [0 ${numbers.join(' ')}]`);
  const matter = Buffer.from(filled.slice(0, start) + filled.slice(end), 'latin1');
  const contents = (await detachedCms(matter, signer, digest)).toString('hex').padEnd(room, '0');
  return Buffer.from(`${filled.slice(0, start)}<${contents}>${filled.slice(end)}`, 'latin1');
}

const digestOids = { sha256: '2.16.840.1.101.3.4.2.1', sha1: '1.3.14.3.2.26' } as const;
async function detachedCms(matter: Buffer, signer: Holder, digest: keyof typeof digestOids): Promise<Buffer> {
  const algorithm = sequence(oid(digestOids[digest]), noValue);
  const attribute = (type: string, value: Buffer): Buffer => sequence(oid(type), set(value));
  const attributes = [
    attribute('1.2.840.113549.1.9.3', oid('1.2.840.113549.1.7.1')),
    attribute('1.2.840.113549.1.9.5', utcTime('2026-03-04T03:30:00Z')),
    attribute('1.2.840.113549.1.9.4', octets(createHash(digest).update(matter).digest())),
  ];
  const signerInfo = sequence(
    number(1),
    issuerAndSerial(signer.name),
    algorithm,
    der(0xa0, ...attributes),
    sequence(oid('1.2.840.113549.1.1.11'), noValue),
    octets(await signer.sign(set(...attributes))),
  );
  const data = sequence(number(1), set(algorithm), sequence(oid('1.2.840.113549.1.7.1')), der(0xa0, signer.certificate), set(signerInfo));
  return sequence(oid('1.2.840.113549.1.7.2'), der(0xa0, data));
}
