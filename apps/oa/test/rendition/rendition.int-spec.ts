import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OfficialText } from '@karez/contracts-oa';
import { sm3 } from '@karez/crypto';
import { OaConfig } from '../../src/config.js';
import type { Rendition } from '../../src/rendition/typesetter.js';
import { Typesetter } from '../../src/rendition/typesetter.js';
import type { RenditionOptions, SealPicture } from '../../src/rendition/rendition-options.js';
import { generatedText } from './generated-texts.js';
import { type Bar, type MeasuredPage, measuredPages } from './measured-page.js';
import { textRows } from './page-clauses.js';
import { area, bottomOf, lead, row, rowsOf } from './ruler.js';
import { host, issuer, paragraph, sampleText } from './sample-text.js';

const typesetter = new Typesetter(new OaConfig({ KAREZ_OA_FONTS: process.env.KAREZ_OA_FONTS }));
const folder = mkdtempSync(join(tmpdir(), 'karez-rendition-'));
afterAll(async () => {
  await typesetter.onApplicationShutdown();
  rmSync(folder, { recursive: true, force: true });
});

const pagesOf = async ({ pdf, pages }: Rendition): Promise<MeasuredPage[]> => {
  const file = join(folder, 'document.pdf');
  writeFileSync(file, pdf);
  return measuredPages(file, pages);
};
const printed = async (text: OfficialText, options?: RenditionOptions): Promise<MeasuredPage[]> =>
  pagesOf(await typesetter.renderOfficial(text, options));
const textOf = (pages: readonly MeasuredPage[]): string => pages.flatMap(({ glyphs }) => glyphs.map(({ char }) => char)).join('');

/** A seal that can be measured: a red square, whose sides are those of the circle round it. */
const square = (name: string): SealPicture => ({
  ...{ name, format: 'svg' },
  bytes: new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 42 42"><rect width="42" height="42" fill="#ff0000"/></svg>',
  ),
});
const sealsOn = (page: MeasuredPage): Bar[] => page.bars.filter(({ top, bottom }) => bottom - top > 30);
const middle = ({ left, right }: Bar): number => (left + right) / 2;

it('the same text gives the same bytes, and another day others', async () => {
  const [one, other, later] = await Promise.all([
    typesetter.renderOfficial(sampleText()),
    typesetter.renderOfficial(sampleText()),
    typesetter.renderOfficial(sampleText({ formedOn: '2026-11-08' })),
  ]);
  expect(Buffer.from(one.pdf).equals(other.pdf)).toBe(true);
  expect(one.digest).toBe(sm3(one.pdf).toString('hex'));
  expect(later.digest).not.toBe(one.digest);
});

it('says of itself that it is PDF/A-2b', async () => {
  const { pdf } = await typesetter.renderOfficial(sampleText());
  const file = Buffer.from(pdf).toString('latin1');
  expect(file).toMatch(/<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>B/);
  expect(file).toMatch(/\/OutputIntents/);
});

it('rare characters of names are printed', async () => {
  const names = '李喆、王堃、张犇、赵翀、朱镕、邰䶮、𬭊某、𫖯某';
  const [page] = await printed(sampleText({ body: { type: 'doc', content: [paragraph(`${names}同志负责。`)] } }));
  expect(textOf([page!])).toContain(names);
});

it('a character that no font has is refused by name instead of printed as a box', async () => {
  const text = sampleText({ body: { type: 'doc', content: [paragraph('请速办理😀，谢谢。')] } });
  await expect(typesetter.renderOfficial(text)).rejects.toMatchObject({ code: 'oa.rendition.missing_glyph', params: { characters: '😀' } });
  expect((await typesetter.renderOfficial(sampleText())).pages).toBe(1);
});

it('what somebody wrote is letters, never a command of the typesetter', async () => {
  const hostile = '#panic() $x$ *粗* <a> @b \\ ${sys.inputs} "引号" // 注';
  const text = sampleText({
    ...{ title: '关于#import的通知', annexes: [hostile], note: hostile, addressees: [{ name: hostile }], copies: [{ name: hostile }] },
    body: { type: 'doc', content: [paragraph(hostile)] },
  });
  const said = textOf(await printed(text)).replace(/—\d+—/g, '');
  expect(said.split(hostile.replace(/\s/g, ''))).toHaveLength(6);
  expect(said).toContain('关于#import的通知');
});

it('the seal stands over name and day, its upper edge within a row of the text', async () => {
  const [page] = await printed(sampleText({ copies: [] }), { seals: [square(host)] });
  const [seal] = sealsOn(page!);
  const rows = textRows(page!);
  const [text, name, day] = rows.slice(-3);
  expect(seal!.right - seal!.left).toBeCloseTo(42, 1);
  expect(middle(seal!)).toBeCloseTo((name!.left + name!.last + 5.64) / 2, 0);
  expect(seal!.top - bottomOf(text!)).toBeGreaterThan(0);
  expect(seal!.top - bottomOf(text!)).toBeLessThanOrEqual(row);
  // name and day lie below the middle of the seal, and within it
  expect(bottomOf(name!)).toBeGreaterThan((seal!.top + seal!.bottom) / 2);
  expect(bottomOf(day!)).toBeLessThan(seal!.bottom);
});

it('a sealed document has its lines where they stood before it was sealed', async () => {
  const places = (pages: readonly MeasuredPage[]): string[] =>
    pages.flatMap((page) => rowsOf(page).map(({ baseline, left, text }) => `${baseline.toFixed(2)} ${left.toFixed(2)} ${text}`));
  expect(places(await printed(sampleText(), { seals: [square(host)] }))).toEqual(places(await printed(sampleText(), { seals: [] })));
});

it.each([2, 3, 4, 5, 7, 10])(
  'the seals of %d bodies stand in rows of at most three, apart from each other, within the type area',
  async (count) => {
    const issuers = Array.from({ length: count }, (_, index) => issuer(`某某自治州第${index + 1}水利局`));
    const pages = await printed(sampleText({ issuers }), { seals: issuers.map(({ name }) => square(name)) });
    const page = pages.find((each) => sealsOn(each).length > 0)!;
    const seals = sealsOn(page);
    expect(seals).toHaveLength(count);
    for (const seal of seals) {
      const besides = seals.filter(({ top }) => Math.abs(top - seal.top) < 1);
      expect(besides.length).toBeLessThanOrEqual(3);
      expect(seal.left).toBeGreaterThanOrEqual(area.left - 0.1);
      expect(seal.right).toBeLessThanOrEqual(area.right + 0.1);
      for (const other of seals) {
        const apart =
          other === seal || other.left > seal.right || other.right < seal.left || other.top > seal.bottom || other.bottom < seal.top;
        expect(apart).toBe(true);
      }
    }
    const first = Math.min(...seals.map(({ top }) => top));
    const text = textRows(page).filter(({ text: said, baseline }) => /通知如下/.test(said) && baseline < first + 1);
    expect(first - bottomOf(text.at(-1)!)).toBeLessThanOrEqual(row);
  },
);

it('names never stand on a page without a line of text', async () => {
  for (let rows = 1; rows <= 30; rows++) {
    const content = Array.from({ length: rows }, (_, index) => paragraph(`第${index + 1}项工作按照要求抓好落实。`));
    const pages = await printed(sampleText({ body: { type: 'doc', content } }));
    const page = pages.find((each) => textRows(each).some(({ text }) => text === host))!;
    expect(textRows(page).some(({ text }) => text.includes('抓好落实'))).toBe(true);
  }
});

it('addressees that would leave the first page no text go to the 版记', async () => {
  const addressees = Array.from({ length: 60 }, (_, index) => ({ name: `某某地区第${index + 1}水管站` }));
  const pages = await printed(sampleText({ addressees, copies: [{ name: '水利部办公厅' }] }));
  expect(textOf(pages.slice(0, 1))).toContain('现就做好冬季输水期间水量调度工作通知如下');
  expect(textOf(pages.slice(0, 1))).not.toContain('第1水管站');
  expect(textOf(pages.slice(-1))).toMatch(/主送：.*第60水管站。抄送：水利部办公厅。/);
});

it('the page before the 版记 may be blank, and neither is numbered', async () => {
  const content = Array.from({ length: 33 }, (_, index) => paragraph(`第${index + 1}项工作按照要求抓好落实。`));
  const imprint = {
    copies: Array.from({ length: 12 }, (_, index) => ({ name: `某某地区第${index + 1}水利管理局` })),
    printedBy: '办公室',
    printedOn: '2026-11-08',
  };
  const pages = await printed(sampleText({ body: { type: 'doc', content }, ...imprint }));
  const said = pages.map((page) => textOf([page]));
  const last = pages.length;
  expect(last % 2).toBe(0);
  expect(said[last - 1]).toContain('2026年11月8日印发');
  expect(said[last - 1]).not.toMatch(/—\d+—/);
});

it('a row of a table that goes on overleaf has the head above it again', async () => {
  const cell = (text: string, type: 'tableCell' | 'tableHeader' = 'tableCell') =>
    ({ type, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }) as const;
  const rows = Array.from(
    { length: 60 },
    (_, index) => ({ type: 'tableRow', content: [cell(`断面${index + 1}`), cell(`${index * 7}`)] }) as const,
  );
  const table = {
    type: 'table',
    content: [{ type: 'tableRow', content: [cell('断面名称', 'tableHeader'), cell('水量', 'tableHeader')] }, ...rows],
  } as const;
  for (const tables of ['framed', 'lined'] as const) {
    const pages = await printed(sampleText({ body: { type: 'doc', content: [paragraph('计划如下。'), table, paragraph('请执行。')] } }), {
      tables,
    });
    const with60 = pages.filter((page) => /断面\d/.test(textOf([page])));
    expect(with60.length).toBeGreaterThan(1);
    for (const page of with60) expect(textOf([page])).toContain('断面名称水量');
  }
});

it('a draft says so across each page, and leaves the place of its number free', async () => {
  const pages = await printed(sampleText({ number: undefined, formedOn: undefined }), { draft: true });
  for (const page of pages) for (const char of '送审稿') expect(textOf([page])).toContain(char);
  expect(textOf(pages)).toContain('〔〕号');
});

it('the rows of a page stay 22 when words are bold, slanted or of another size of digits', async () => {
  const runs = Array.from({ length: 60 }, (_, index) => ({
    ...{ type: 'text' as const, text: `第${index + 1}项2026年工作，按照要求抓好落实。` },
    marks: index % 3 === 0 ? [{ type: 'bold' as const }] : index % 3 === 1 ? [{ type: 'italic' as const }] : [],
  }));
  const pages = await printed(sampleText({ body: { type: 'doc', content: [{ type: 'paragraph', content: runs }] } }));
  const rows = textRows(pages[1]!);
  expect(rows.length).toBe(22);
  rows.slice(1).forEach(({ baseline }, index) => expect(baseline - rows[index]!.baseline).toBeCloseTo(row, 1));
  expect(lead).toBeCloseTo(4.8, 1);
});

it('many documents at once are printed in turn, each its own', async () => {
  const texts = Array.from({ length: 12 }, (_, index) => generatedText(9_000 + index).text);
  const together = await Promise.all(texts.map((text) => typesetter.renderOfficial(text)));
  for (const [index, text] of texts.entries()) expect((await typesetter.renderOfficial(text)).digest).toBe(together[index]!.digest);
});
