import { compactPdf, pdf, twoPages } from '../../../test/layout-file/pdf-samples.js';
import { bytesOf } from '../byte-source.js';
import type { LayoutFacts } from '../layout-facts.js';
import { openLayoutFile } from '../open-layout-file.js';

const open = (file: Buffer): Promise<LayoutFacts> =>
  openLayoutFile(bytesOf(file), 'application/pdf', { sm2: { verify: () => Promise.resolve(false) } });
const refusalOf = (file: Buffer): Promise<unknown> =>
  open(file).then(
    (facts) => facts,
    (error: { code: string }) => error.code.replace('exchange.layout.', ''),
  );
const changed = (id: number, body: string): Map<number, string> => twoPages().set(id, body);
const text = (file: Buffer): string => file.toString('latin1');

it.each<[string, Buffer]>([
  ['a table', pdf(twoPages())],
  ['a cross-reference stream and an object stream', compactPdf(twoPages())],
  ['a table behind other bytes', Buffer.concat([Buffer.from('\n\n'), pdf(twoPages())])],
])('shows title, author, date and pages: %s', async (_, file) => {
  expect(await open(file)).toEqual({
    format: 'pdf',
    title: '关于做好春灌工作的通知',
    author: 'Aynur (office)',
    createdAt: '2026-03-04T03:30:00.000Z',
    pages: 2,
    signatures: [],
  });
});

it('takes the newest revision', async () => {
  const first = pdf(twoPages());
  const previous = /startxref\n(\d+)/.exec(text(first))?.[1];
  const object = `2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n`;
  const table = `xref\n2 1\n${String(first.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${first.length + object.length}\n%%EOF\n`;
  expect(await open(Buffer.concat([first, Buffer.from(object + table)]))).toMatchObject({ pages: 1, title: '关于做好春灌工作的通知' });
});

it.each<[string, Buffer, string]>([
  ['bytes that are no PDF', Buffer.from('PK and so on'), 'not_a_layout_file'],
  ['nothing', Buffer.alloc(0), 'not_a_layout_file'],
  ['half a file', pdf(twoPages()).subarray(0, 300), 'broken'],
  ['a beginning and nothing else', Buffer.from('%PDF-1.7\n'), 'broken'],
  ['a table that is not there', Buffer.from(text(pdf(twoPages())).replace(/startxref\n\d+/, 'startxref\n9')), 'broken'],
  ['a table beyond the end', Buffer.from(text(pdf(twoPages())).replace(/startxref\n\d+/, 'startxref\n999999')), 'broken'],
  ['an encrypted file', pdf(twoPages(), '/Encrypt 9 0 R '), 'encrypted'],
  ['an encrypted file with a stream', compactPdf(twoPages(), '/Encrypt << /Filter /Standard >> '), 'encrypted'],
  ['a catalog that is not there', pdf(changed(1, 'null')), 'broken'],
  ['pages without a count', pdf(changed(2, '<< /Type /Pages >>')), 'broken'],
  ['a negative count', pdf(changed(2, '<< /Count -2 >>')), 'broken'],
  ['an object under another number', Buffer.from(text(pdf(twoPages())).replace('\n2 0 obj', '\n9 0 obj')), 'broken'],
  ['arrays nested without end', pdf(changed(2, '['.repeat(100_000))), 'too_complex'],
  ['a dictionary without end', pdf(changed(5, '<< /Title (a')), 'broken'],
  ['an object that is only the beginning of a string', pdf(changed(2, `(${'a'.repeat(3_000_000)})`)), 'broken'],
])('refuses %s', async (_, file, code) => {
  expect(await refusalOf(file)).toBe(code);
});

it('does not follow sections, fields or pages in a circle', async () => {
  const circle = pdf(
    twoPages('/AcroForm << /Fields [6 0 R] >> ').set(6, '<< /Kids [6 0 R 7 0 R] >>').set(7, '<< /Kids [6 0 R] >>'),
    '/Prev 0 ',
  );
  const own = /startxref\n(\d+)/.exec(text(circle))?.[1] ?? '';
  const again = Buffer.from(text(circle).replace('/Prev 0 ', `/Prev ${own} `), 'latin1');
  expect(await open(again)).toMatchObject({ pages: 2, signatures: [] });
});

it('reads a large file only at its beginning, its end and where it is led', async () => {
  const large = pdf(
    changed(9, `<< /Length 9000000 >>\nstream\n${'x'.repeat(9_000_000)}\nendstream`)
      .set(6, 'null')
      .set(7, 'null')
      .set(8, 'null'),
  );
  let read = 0;
  const source = bytesOf(large);
  const facts = await openLayoutFile(
    { size: source.size, read: (offset, length) => ((read += Math.min(length, source.size - offset)), source.read(offset, length)) },
    'application/pdf',
    { sm2: { verify: () => Promise.resolve(false) } },
  );
  expect(facts.pages).toBe(2);
  expect(read).toBeLessThan(500_000);
});
