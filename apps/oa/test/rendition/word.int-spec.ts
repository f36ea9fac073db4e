import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { OfficialText } from '@karez/contracts-oa';
import { OaConfig } from '../../src/config.js';
import { Typesetter } from '../../src/rendition/typesetter.js';
import { generatedText } from './generated-texts.js';
import { heading, host, issuer, paragraph, sampleText } from './sample-text.js';

const typesetter = new Typesetter(new OaConfig({}));
const folder = mkdtempSync(join(tmpdir(), 'karez-word-'));
afterAll(async () => {
  await typesetter.onApplicationShutdown();
  rmSync(folder, { recursive: true, force: true });
});
const office = spawnSync('soffice', ['--version']).status === 0;

/** A part of the package, found by the directory at its end. */
function part(docx: Uint8Array, name: string): string {
  const file = Buffer.from(docx);
  let at = file.readUInt32LE(file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16);
  for (;;) {
    const [packed, length, extra, comment, local] = [20, 28, 30, 32, 42].map((offset) =>
      offset === 20 || offset === 42 ? file.readUInt32LE(at + offset) : file.readUInt16LE(at + offset),
    ) as [number, number, number, number, number];
    if (file.toString('utf8', at + 46, at + 46 + length) === name) {
      const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
      const bytes = file.subarray(from, from + packed);
      return (file.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes).toString('utf8');
    }
    at += 46 + length + extra + comment;
    if (file.toString('latin1', at, at + 4) !== 'PK\x01\x02') throw new Error(`no ${name} in the package`);
  }
}
const wordsOf = (xml: string): string =>
  [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>([^<]*)<\/w:t>/g)].map(([tag]) => tag.replace(/<[^>]*>/g, '')).join('');
const written = async (text: OfficialText): Promise<{ docx: Uint8Array; document: string; words: string }> => {
  const docx = await typesetter.renderWord(text);
  const document = part(docx, 'word/document.xml');
  return { docx, document, words: wordsOf(document) };
};

it('has the margins and the paper of the standard', async () => {
  const { document } = await written(sampleText());
  expect(document).toMatch(/<w:pgSz [^>]*w:w="11906" w:h="16838"/);
  expect(document).toMatch(/<w:pgMar [^>]*w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
});

it('names the fonts as offices have them installed', async () => {
  const { docx, document } = await written(
    sampleText({ body: { type: 'doc', content: [heading(1, '一、总则'), heading(2, '（一）目的'), paragraph('内容。')] } }),
  );
  const styles = part(docx, 'word/styles.xml');
  for (const font of ['仿宋_GB2312', '楷体_GB2312', '黑体', '方正小标宋简体']) expect(styles + document).toContain(`w:eastAsia="${font}"`);
  expect(document).toMatch(/<w:pStyle w:val="Heading1"\/>/);
  expect(document).toMatch(/<w:pStyle w:val="Heading2"\/>/);
});

it('has the words of the printed page in their order', async () => {
  const { words } = await written(
    sampleText({
      ...{
        upward: true,
        issuers: [issuer(host, '高远山')],
        annexes: ['水量调度表', '检查要点'],
        note: '联系人：顾清渠',
        urgency: 'urgent',
      },
      ...{ copies: [{ name: '水利部办公厅' }], printedBy: '水利厅办公室', printedOn: '2026-11-08' },
    }),
  );
  const order = [
    '加急',
    `${host}文件`,
    '新水办〔2026〕7号',
    '签发人：',
    '高远山',
    '关于做好冬季输水期间',
    '各流域管理机构：',
    '现就做好',
    '附件：1.水量调度表',
    '2.检查要点',
  ];
  const end = [host, '2026年11月7日', '（联系人：顾清渠）', '抄送：水利部办公厅。', '水利厅办公室', '2026年11月8日印发'];
  let at = -1;
  for (const each of [...order, ...end]) {
    const next = words.indexOf(each, at + 1);
    expect([each, next > at]).toEqual([each, true]);
    at = next;
  }
});

it('numbers the pages outside, and not the first of a letter', async () => {
  const general = await written(sampleText());
  expect(general.document.match(/<w:footerReference /g)).toHaveLength(2);
  const { document } = await written(sampleText({ layout: 'letter' }));
  expect(document).toMatch(/<w:footerReference w:type="first"/);
  expect(document).toMatch(/<w:titlePg\/>/);
  expect(document).toMatch(/thickThinMediumGap/);
});

it('merges cells and repeats the head of a table', async () => {
  const cell = (text: string, attrs = {}, type: 'tableCell' | 'tableHeader' = 'tableCell') =>
    ({ type, attrs, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }) as const;
  const head = [cell('断面', { rowspan: 2 }, 'tableHeader'), cell('计划', { colspan: 2 }, 'tableHeader')];
  const rows = [head, [cell('11月', {}, 'tableHeader'), cell('12月', {}, 'tableHeader')], [cell('甲'), cell('1'), cell('2')]];
  const table = {
    type: 'table',
    attrs: { caption: '计划表' },
    content: rows.map((content) => ({ type: 'tableRow', content }) as const),
  } as const;
  const { document } = await written(sampleText({ body: { type: 'doc', content: [table] } }));
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  expect(document).toMatch(/<w:gridSpan w:val="2"\/>/);
  expect(document).toMatch(/<w:vMerge w:val="restart"\/>/);
});

(office ? it : it.skip)(
  'is opened by LibreOffice, which reads the same words in it',
  async () => {
    const texts = (['general', 'letter', 'order', 'minutes'] as const).map((layout, index) => generatedText(40 + index, layout).text);
    for (const [index, text] of texts.entries()) writeFileSync(join(folder, `${index}.docx`), (await written(text)).docx);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const files = texts.map((_, index) => join(folder, `${index}.docx`));
    const { status, stderr } = spawnSync('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      folder,
      ...files,
    ]);
    expect([
      status,
      stderr
        .toString()
        .replace(/.*(javaldx|Warning).*/g, '')
        .trim(),
    ]).toEqual([0, '']);
    for (const [index, text] of texts.entries()) {
      const read = readFileSync(join(folder, `${index}.txt`), 'utf8').replace(/\s/g, '');
      for (const block of text.body.content)
        if (block.type === 'heading') expect(read).toContain(block.content!.map((each) => ('text' in each ? each.text : '')).join(''));
      expect(read).toContain(text.issuers[0]!.name);
    }
  },
  120_000,
);
