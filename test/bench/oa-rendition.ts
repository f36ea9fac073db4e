// `npm run bench -- oa-rendition [--documents=N] [--json]`: official documents of all forms drawn by chance and printed one after the
// other, beside what the typesetter needs for an empty page, which is the limit. In turns, so that whatever else the machine does
// falls on both.
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { generatedText } from '../../apps/oa/test/rendition/generated-texts.ts';

interface Rendered {
  readonly pdf: Uint8Array;
  readonly pages: number;
}
interface Typesetter {
  renderOfficial(text: object, options: { seals: readonly [] | 'none' }): Promise<Rendered>;
  onApplicationShutdown(): Promise<void>;
}
const root = join(import.meta.dirname, '..', '..');
const built = (await import(join(root, 'apps/oa/dist/rendition/typesetter.js'))) as { Typesetter: new (config: object) => Typesetter };
const documents = Number(/--documents=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 500);
const warmUps = 20;

const typesetter = new built.Typesetter({ fonts: process.env.KAREZ_OA_FONTS || undefined });
const plain = NodeCompiler.create({ workspace: import.meta.dirname });
function emptyPage(round: number): void {
  const { result } = plain.compile({ mainFileContent: `#set page(paper: "a4")\n// ${round}` });
  if (!result) throw new Error('an empty page cannot be set');
  plain.pdf(result, { pdfStandard: 'a-2b', creationTimestamp: round });
}

const times: number[] = [];
const empty: number[] = [];
let [pages, bytes] = [0, 0];
for (let seed = 1; seed <= warmUps + documents; seed++) {
  const { text, sealed } = generatedText(seed);
  const begun = performance.now();
  const rendered = await typesetter.renderOfficial(text, { seals: sealed ? [] : 'none' });
  const printed = performance.now();
  emptyPage(seed);
  const ended = performance.now();
  if (seed <= warmUps) continue;
  times.push(printed - begun);
  empty.push(ended - printed);
  pages += rendered.pages;
  bytes += rendered.pdf.length;
}
await typesetter.onApplicationShutdown();

const at = (all: readonly number[], share: number): number => [...all].sort((a, b) => a - b)[Math.floor((all.length - 1) * share)]!;
const figures = {
  ...{ p50: { value: at(times, 0.5), unit: 'ms', ratioTo: 'empty_page_p50' }, p95: { value: at(times, 0.95), unit: 'ms' } },
  ...{ empty_page_p50: { value: at(empty, 0.5), unit: 'ms' }, empty_page_p95: { value: at(empty, 0.95), unit: 'ms' } },
  ...{
    pages_per_document: { value: pages / documents, unit: 'pages' },
    kilobytes_per_document: { value: bytes / documents / 1_024, unit: 'KB' },
  },
};
if (!process.argv.includes('--json'))
  for (const [name, { value, unit }] of Object.entries(figures))
    console.log(`${name.padEnd(28)} ${value.toPrecision(3).padStart(8)} ${unit}`);
const machine = {
  ...{ cpus: cpus().length, cpu: cpus()[0]?.model ?? '', memoryGB: Math.round(totalmem() / 2 ** 30) },
  ...{ node: process.version, platform: process.platform },
};
console.log(JSON.stringify({ area: 'oa-rendition', documents, figures, machine }));
