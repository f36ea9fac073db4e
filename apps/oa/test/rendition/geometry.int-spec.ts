import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OaConfig } from '../../src/config.js';
import { Typesetter } from '../../src/rendition/typesetter.js';
import { clausesOf } from './clauses.js';
import { type Generated, generatedText } from './generated-texts.js';
import { measuredPages } from './measured-page.js';

/** So many documents drawn by chance; the bar of the design is 500. */
const documents = Number(process.env.KAREZ_RENDITION_DOCUMENTS ?? 40);
const typesetter = new Typesetter(new OaConfig({ KAREZ_OA_FONTS: process.env.KAREZ_OA_FONTS }));
const folder = mkdtempSync(join(tmpdir(), 'karez-geometry-'));
afterAll(async () => {
  await typesetter.onApplicationShutdown();
  rmSync(folder, { recursive: true, force: true });
});

async function measured({ seed, text, sealed }: Generated): Promise<ReturnType<typeof clausesOf>> {
  const { pdf, pages } = await typesetter.renderOfficial(text, { seals: sealed ? [] : 'none' });
  const file = join(folder, `${seed}.pdf`);
  writeFileSync(file, pdf);
  const { broken, findings } = clausesOf(text, await measuredPages(file, pages), sealed);
  return { broken: broken.map((each) => `seed ${seed} ${text.layout}: ${each}`), findings };
}

describe.each(['general', 'letter', 'order', 'minutes'] as const)('a document of the form %s', (layout) => {
  it('stands where GB/T 9704-2012 puts each element, within 0.3 mm', async () => {
    const all = [];
    for (let seed = 1; seed <= 3; seed++) all.push(await measured(generatedText(seed, layout)));
    expect(all.flatMap(({ broken }) => broken)).toEqual([]);
    expect(all.flatMap(({ findings }) => findings).length).toBeGreaterThan(30);
  });
});

it(
  `${documents} documents drawn by chance keep every clause that can be measured`,
  async () => {
    const broken: string[] = [];
    for (let seed = 1_000; seed < 1_000 + documents; seed++) broken.push(...(await measured(generatedText(seed))).broken);
    expect(broken).toEqual([]);
  },
  Math.max(120_000, documents * 4_000),
);
