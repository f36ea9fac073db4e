import { compound, pdf, png, zip } from '../../test/samples.js';
import { bytesOf } from './byte-source.js';
import { recognise } from './recognise.js';

const types = { name: '[Content_Types].xml' };
const odt = { name: 'mimetype', content: Buffer.from('application/vnd.oasis.opendocument.text') };
const gb18030 = Buffer.from('cbaec0fb', 'hex');
const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500), Buffer.from('PE\0\0')]);
const elf = Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(200)]);
const look = (content: Buffer, name: string) => recognise(bytesOf(content), name);
const refusal = (content: Buffer, name: string): Promise<string> =>
  look(content, name).then(
    ({ mediaType }) => mediaType,
    (error: { code: string }) => error.code,
  );

it.each<[string, Buffer, string]>([
  ['请示.pdf', pdf(), 'application/pdf'],
  ['图.PNG', png(), 'image/png'],
  ['照片.jpeg', Buffer.from('ffd8ffe000104a46494600010100', 'hex'), 'image/jpeg'],
  ['图.gif', Buffer.from('GIF89a\x01\0\x01\0', 'latin1'), 'image/gif'],
  ['图.webp', Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1'), 'image/webp'],
  ['图.bmp', Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)]), 'image/bmp'],
  ['扫描.tif', Buffer.concat([Buffer.from('49492a0008000000', 'hex'), Buffer.alloc(60)]), 'image/tiff'],
  ['断面.dwg', Buffer.concat([Buffer.from('AC1032'), Buffer.alloc(60)]), 'image/vnd.dwg'],
  ['现场.mp4', Buffer.concat([Buffer.from('0000001866747970', 'hex'), Buffer.from('isom'), Buffer.alloc(60)]), 'video/mp4'],
  ['录音.mp3', Buffer.concat([Buffer.from('fffb9064', 'hex'), Buffer.alloc(600)]), 'audio/mpeg'],
  ['录音.wav', Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1'), 'audio/wav'],
  ['公文.ofd', zip({ name: 'OFD.xml' }, { name: 'Doc_0/Document.xml' }), 'application/ofd'],
  ['稿.docx', zip(types, { name: 'word/document.xml' }), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [
    '表.xlsx',
    zip({ name: 'docProps/app.xml' }, types, { name: 'xl/workbook.xml' }),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
  ['演示.pptx', zip(types, { name: 'ppt/presentation.xml' }), 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['稿.odt', zip(odt, { name: 'content.xml' }), 'application/vnd.oasis.opendocument.text'],
  ['资料.zip', zip({ name: '资料/说明.txt' }), 'application/zip'],
  ['空.zip', zip(), 'application/zip'],
  ['稿.doc', compound('WordDocument'), 'application/msword'],
  ['稿.wps', compound('WordDocument'), 'application/msword'],
  ['表.et', compound('Workbook'), 'application/vnd.ms-excel'],
  ['演示.ppt', compound('PowerPoint Document'), 'application/vnd.ms-powerpoint'],
  ['说明.txt', Buffer.from('水利'), 'text/plain'],
  ['说明.txt', gb18030, 'text/plain'],
  ['说明.txt', Buffer.from('\ufeff水利', 'utf16le'), 'text/plain'],
  ['雨量.csv', Buffer.from('站,毫米\n策勒,3.1\n'), 'text/csv'],
  ['点.geojson', Buffer.from('{"type":"Point"}'), 'application/json'],
  ['点.kml', Buffer.from('<?xml version="1.0"?><kml/>'), 'application/xml'],
])('takes %s for what it is', async (name, content, mediaType) => {
  expect(await look(content, name)).toEqual({ mediaType, name });
});

it('gives a name without an extension that of its type', async () => {
  expect((await look(pdf(), '请示')).name).toBe('请示.pdf');
  expect((await look(pdf(), '版本 1.2')).name).toBe('版本 1.2.pdf');
  expect((await look(zip({ name: 'OFD.xml' }), '公文')).name).toBe('公文.ofd');
});

it.each<[string, Buffer, string, string]>([
  ['a program', exe, '发票.pdf', 'files.type.not_allowed'],
  ['a program under its own name', exe, 'setup.exe', 'files.type.not_allowed'],
  ['a Linux program', elf, 'tool', 'files.type.not_allowed'],
  ['a script', Buffer.from('#!/bin/sh\nrm -rf /\n'), '说明.txt', 'files.type.not_allowed'],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), '页.html', 'files.type.extension_mismatch'],
  [
    'a drawing with script',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    '图.svg',
    'files.type.extension_mismatch',
  ],
  ['a batch file', Buffer.from('@echo off'), '更新.bat', 'files.type.extension_mismatch'],
  ['a JAR', zip({ name: 'META-INF/MANIFEST.MF' }), '资料.zip', 'files.type.not_allowed'],
  ['an installer', compound('SummaryInformation'), '安装.doc', 'files.type.not_allowed'],
  ['a PDF called DOCX', pdf(), '稿.docx', 'files.type.extension_mismatch'],
  ['a zip called OFD', zip({ name: 'a.txt' }), '公文.ofd', 'files.type.extension_mismatch'],
  ['bytes of no kind', Buffer.from([1, 2, 3, 4, 0, 5]), '资料.bin', 'files.type.not_allowed'],
  ['text with a zero byte', Buffer.from('abc\0def'), '说明.txt', 'files.type.not_allowed'],
  ['a picture that is a zip', Buffer.concat([png(), zip({ name: 'a', offset: 0 })]), '图.png', 'files.type.ambiguous'],
  ['a PDF that is a zip', Buffer.concat([pdf(), zip({ name: 'a' })]), '稿.pdf', 'files.type.ambiguous'],
  ['a zip behind something', zip({ name: 'a', offset: 7 }), '资料.zip', 'files.type.ambiguous'],
  ['macros in DOCX', zip(types, { name: 'word/vbaProject.bin' }, { name: 'word/document.xml' }), '稿.docx', 'files.type.macros'],
  ['macros in DOC', compound('WordDocument', 'Macros'), '稿.doc', 'files.type.macros'],
  ['an encrypted zip', zip({ name: 'a', encrypted: true }), '资料.zip', 'files.type.encrypted'],
  ['an encrypted document', compound('EncryptedPackage', 'EncryptionInfo'), '稿.docx', 'files.type.encrypted'],
  ['a zip that expands a thousandfold', zip({ name: 'a', unpacked: 4_000_000_000 }), '资料.zip', 'files.type.archive_bomb'],
  [
    'a zip whose entries share bytes',
    zip({ name: 'a', content: Buffer.alloc(900, 'x') }, { name: 'b', offset: 0 }),
    '资料.zip',
    'files.type.archive_bomb',
  ],
  [
    'a zip with more entries than anyone has',
    zip(...Array.from({ length: 20_001 }, (_, index) => ({ name: `${index}` }))),
    '资料.zip',
    'files.type.archive_bomb',
  ],
  ['half a zip', zip({ name: 'a' }).subarray(0, 40), '资料.zip', 'files.type.damaged'],
  ['half a compound file', compound('WordDocument').subarray(0, 600), '稿.doc', 'files.type.damaged'],
])('refuses %s', async (_, content, name, code) => {
  expect(await refusal(content, name)).toBe(code);
});

it('ends with a refusal, and soon, whatever bytes come after a known beginning', async () => {
  const beginnings = [zip({ name: 'OFD.xml' }), compound('WordDocument'), pdf(), png()];
  let state = 20261123;
  const next = (below: number): number => (state = (state * 48271) % 2147483647) % below;
  for (let round = 0; round < 2000; round++) {
    const content = Buffer.from(beginnings[round % beginnings.length]!);
    for (let flips = 1 + next(8); flips > 0; flips--) content[4 + next(content.length - 4)] = next(256);
    expect(await refusal(content.subarray(0, 4 + next(content.length - 3)), 'a')).toMatch(/^(files\.type\.|application\/|image\/|text\/)/);
  }
});
