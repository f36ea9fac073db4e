import { jest } from '@jest/globals';
import { notice, noticeParts, partsOf } from '../../../test/layout-file/ofd-samples.js';
import { type Part, zip } from '../../../test/layout-file/zip-writer.js';
import { bytesOf } from '../byte-source.js';
import type { Verification } from '../layout-facts.js';
import { openLayoutFile } from '../open-layout-file.js';

// some of these files are large
jest.setTimeout(30_000);
const verification: Verification = { sm2: { verify: () => Promise.resolve(false) } };
const open = (file: Buffer) => openLayoutFile(bytesOf(file), 'application/ofd', verification);
const refusalOf = (file: Buffer): Promise<unknown> =>
  open(file).then(
    (facts) => facts,
    (error: { code: string }) => error.code.replace('exchange.layout.', ''),
  );
const withPart = (part: Part): Buffer => zip([...partsOf(noticeParts()), part]);
const replaced = (name: string, from: string | RegExp, to: string | ((found: string) => string)): Buffer =>
  notice((files) =>
    files.set(
      name,
      String(files.get(name)).replace(from, (found) => (typeof to === 'string' ? to : to(found))),
    ),
  );

it('shows title, author, date and pages', async () => {
  expect(await open(notice())).toEqual({
    format: 'ofd',
    title: '关于做好春灌工作的通知',
    author: '阿依努尔',
    createdAt: '2026-03-04',
    pages: 2,
    signatures: [],
  });
});

it.each<[string, Buffer]>([
  ['another namespace', replaced('OFD.xml', 'www.ofdspec.org/2016', 'www.ofdspec.org')],
  ['another prefix', replaced('OFD.xml', /ofd:/g, 'x:')],
  ['no prefix', replaced('Doc_0/Document.xml', /ofd:/g, '')],
  ['locations from the root', replaced('Doc_0/Document.xml', 'Pages/Page_0', '/Doc_0/Pages/Page_0')],
  ['locations from the root without the slash', replaced('Doc_0/Document.xml', 'Pages/Page_0', 'Doc_0/Pages/Page_0')],
  ['locations that go up and down again', replaced('Doc_0/Document.xml', 'Pages/Page_0', '../Doc_0/./Pages/Page_0')],
  ['other capitals', replaced('Doc_0/Document.xml', 'Pages/Page_0', 'PAGES/page_0')],
  ['a page named by its folder', replaced('Doc_0/Document.xml', 'Page_0/Content.xml', 'Page_0')],
  ['a byte order mark', replaced('Doc_0/Document.xml', '<ofd:Document', '\ufeff<ofd:Document')],
  ['folders as entries', withPart({ name: '资源/', stored: true })],
  ['names in GB 18030', withPart({ name: Buffer.from('d7cad4b42fcdbc2e706e67', 'hex'), content: '图', flags: 0 })],
  ['backslashes in names', zip(partsOf(noticeParts()).map((part) => ({ ...part, name: String(part.name).replaceAll('/', '\\') })))],
])('opens what real producers write: %s', async (_, file) => {
  expect(await open(file)).toMatchObject({ title: '关于做好春灌工作的通知', pages: 2 });
});

/** Five documents, each of them the same 3.6 MB of XML. */
const repeated = (): Buffer =>
  notice((files) => {
    files.set(
      'OFD.xml',
      String(files.get('OFD.xml')).replace(/<ofd:DocBody>.*<\/ofd:DocBody>/, (body) => body.repeat(5)),
    );
    files.set(
      'Doc_0/Document.xml',
      String(files.get('Doc_0/Document.xml')).replace('<ofd:Pages>', `<!--${'water '.repeat(600_000)}--><ofd:Pages>`),
    );
  });
const deep = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
it.each<[string, Buffer, string]>([
  ['bytes that are no zip', Buffer.from('%PDF-1.7 and so on'), 'not_a_layout_file'],
  ['nothing', Buffer.alloc(0), 'not_a_layout_file'],
  ['a zip of something else', zip([{ name: 'a.txt', content: 'a' }]), 'not_a_layout_file'],
  ['half a file', notice().subarray(0, 700), 'broken'],
  ['a file without its end', notice().subarray(0, -22), 'broken'],
  ['a document that is not there', replaced('OFD.xml', 'Document.xml', 'Dokument.xml'), 'broken'],
  ['a page that is not there', replaced('Doc_0/Document.xml', 'Page_1', 'Page_9'), 'broken'],
  ['a document without pages', replaced('Doc_0/Document.xml', /<ofd:Page .*?\/>/g, ''), 'broken'],
  ['XML that is not well-formed', replaced('Doc_0/Document.xml', '</ofd:Pages>', ''), 'broken'],
  ['XML in a broken encoding', notice((files) => files.set('Doc_0/Document.xml', Buffer.from('ff00', 'hex'))), 'broken'],
  ['content with another checksum', zip(partsOf(noticeParts()).map((part) => ({ ...part, crc: 7 }))), 'broken'],
  ['an unknown compression', withPart({ name: 'a', content: 'a', method: 12 }), 'broken'],
  [
    'a local name that differs',
    zip(partsOf(noticeParts()).map((part) => ({ ...part, localName: `${String(part.name).slice(0, -1)}x` }))),
    'broken',
  ],
  ['an entry behind the directory', withPart({ name: 'a', content: 'a', offset: 1_000_000 }), 'broken'],
  ['an encrypted entry', withPart({ name: 'a', content: 'a', flags: 0x801 }), 'encrypted'],
  ['AES', withPart({ name: 'a', content: 'a', method: 99 }), 'encrypted'],
  ['the encryption of GM/T 0099', withPart({ name: 'Encryptions.xml', content: '<a/>' }), 'encrypted'],
  ['a dense entry', withPart({ name: 'a', content: Buffer.alloc(20_000_000) }), 'bomb'],
  [
    'many dense entries',
    zip([...partsOf(noticeParts()), ...Array.from({ length: 12 }, (_, at) => ({ name: `${at}`, content: Buffer.alloc(2_000_000) }))]),
    'bomb',
  ],
  ['an entry that claims gigabytes', withPart({ name: 'a', content: 'a', unpacked: 4_000_000_000 }), 'bomb'],
  ['an entry that unpacks to more than it claims', zip(partsOf(noticeParts()).map((part) => ({ ...part, unpacked: 10 }))), 'bomb'],
  [
    'entries that share bytes',
    zip([...partsOf(noticeParts()), { name: 'a', content: Buffer.alloc(900, 'x'), stored: true, offset: 40 }]),
    'bomb',
  ],
  [
    'more entries than any document has',
    zip(Array.from({ length: 20_001 }, (_, at) => ({ name: `${at}`, stored: true }))),
    'too_many_entries',
  ],
  ['two entries of one name', withPart({ name: 'OFD.xml', content: '<a/>' }), 'duplicate_entry'],
  ['two spellings of one name', withPart({ name: './OFD.xml', content: '<a/>' }), 'duplicate_entry'],
  ['a name that goes up', withPart({ name: '../../etc/cron.d/a', content: 'a' }), 'path_escapes'],
  ['a name that goes up the Windows way', withPart({ name: 'Doc_0\\..\\..\\a', content: 'a' }), 'path_escapes'],
  ['a name from the root', withPart({ name: '/etc/passwd', content: 'a' }), 'path_escapes'],
  ['a name with a drive', withPart({ name: 'C:\\a', content: 'a' }), 'path_escapes'],
  ['a name with a zero', withPart({ name: 'a\0.xml', content: 'a' }), 'path_escapes'],
  ['a location that leaves the package', replaced('Doc_0/Document.xml', 'Pages/Page_0', '../../Page_0'), 'path_escapes'],
  ['a document type', replaced('OFD.xml', '<ofd:OFD', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><ofd:OFD'), 'xml_refused'],
  ['an entity', replaced('OFD.xml', '阿依努尔', '&b;'), 'xml_refused'],
  ['XML nested without end', replaced('OFD.xml', '<ofd:DocRoot>', `${deep(10_000)}<ofd:DocRoot>`), 'too_complex'],
  [
    'XML of more elements than any document has',
    replaced('OFD.xml', '<ofd:DocRoot>', `${'<a/>'.repeat(100_001)}<ofd:DocRoot>`),
    'too_complex',
  ],
  [
    'XML larger than any document has',
    replaced('OFD.xml', '<ofd:DocRoot>', `<!--${'水'.repeat(1_500_000)}--><ofd:DocRoot>`),
    'too_complex',
  ],
  ['one part parsed again and again', repeated(), 'too_complex'],
])('refuses %s', async (_, file, code) => {
  expect(await refusalOf(file)).toBe(code);
});

it('reads no more of an attachment than its place', async () => {
  const large = withPart({ name: 'Doc_0/Attachs/a.bin', content: Buffer.alloc(8_000_000, 'ab'), stored: true });
  let read = 0;
  const source = bytesOf(large);
  await openLayoutFile(
    { size: source.size, read: (offset, length) => ((read += Math.min(length, source.size - offset)), source.read(offset, length)) },
    'application/ofd',
    verification,
  );
  expect(read).toBeLessThan(200_000);
});

it('passes a failing store on as what it is, not as a damaged file', async () => {
  const fault = new Error('store');
  const source = bytesOf(notice());
  const failing = {
    size: source.size,
    read: (offset: number, length: number) => (offset < 100 && length > 4 ? Promise.reject(fault) : source.read(offset, length)),
  };
  await expect(openLayoutFile(failing, 'application/ofd', verification)).rejects.toBe(fault);
});
