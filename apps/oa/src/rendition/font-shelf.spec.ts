import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { familiesOf } from './font-names.js';
import { fontShelf } from './font-shelf.js';
import { sfntOf } from './woff.js';

const folder = mkdtempSync(join(tmpdir(), 'karez-fonts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const place = (name: string): string => join(folder, name);

it('the fonts of the packages are unpacked to what the typesetter reads, under the names that the faces ask for', async () => {
  const { files, faces } = await fontShelf();
  const names = new Set<string>();
  for (const [index, { path, format }] of files.entries()) {
    const font = format === 'woff' ? sfntOf(readFileSync(path)) : readFileSync(path);
    writeFileSync(place(`${index}.bin`), font);
    for (const name of await familiesOf(place(`${index}.bin`))) names.add(name.replace(/ (Light|Regular|Medium|Bold|Black)$/, ''));
    rmSync(place(`${index}.bin`));
  }
  for (const { families } of Object.values(faces)) for (const family of families) expect(names).toContain(family);
});

it('a font of the office draws the face whose name it bears, and the platform’s stand behind it', async () => {
  const { files } = await fontShelf();
  const sans = files.find(({ path }) => path.includes('NotoSansSC'))!;
  writeFileSync(place('office.ttf'), renamed(readFileSync(sans.path), 'Noto Sans SC', 'FandolHei R '));
  const { faces, files: all } = await fontShelf(folder);
  expect(all.map(({ path }) => path)).toContain(place('office.ttf'));
  expect(faces.hei.families[0]).toBe('FandolHei R');
  expect(faces.hei.families).toContain('Noto Sans SC');
  expect(faces.fang.families[0]).toBe('LXGW WenKai');
});

it('a file that is no font is passed over', async () => {
  writeFileSync(place('empty.ttf'), '');
  writeFileSync(place('letter.otf'), 'a letter that somebody saved here');
  copyFileSync(import.meta.filename, place('readme.txt'));
  expect(await familiesOf(place('empty.ttf'))).toEqual([]);
  expect(await familiesOf(place('letter.otf'))).toEqual([]);
});

it('what is no WOFF is refused', () => {
  expect(() => sfntOf(Buffer.from('OTTO'))).toThrow('not a WOFF font');
});

/** The font under another name of the same length. */
function renamed(font: Buffer, from: string, to: string): Buffer {
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
  const copy = Buffer.from(font);
  for (let at = copy.indexOf(utf16(from)); at >= 0; at = copy.indexOf(utf16(from), at + 1)) utf16(to).copy(copy, at);
  return copy;
}
