// The thread that sets type. It is started from this file as it is (TypeScript stripped by Node under Jest, JavaScript in dist), so
// it imports packages and types only, and its neighbour by its address.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { PressReply, PressRequest, PressResult, PressSetting, Printed } from './press-job.js';

const setting = workerData as PressSetting;
const neighbour = new URL(import.meta.url.endsWith('.ts') ? './woff.ts' : './woff.js', import.meta.url);
const { sfntOf } = (await import(neighbour.href)) as typeof import('./woff.js');
const main = join(setting.templates, 'official.typ');
/** How many documents apart a result that was not used again is let go. */
const rememberDocuments = 5;

let segmenter: Jieba | undefined;
let compiler: NodeCompiler | undefined;

function run({ job }: PressRequest): PressResult {
  if (job.kind === 'words') return (segmenter ??= Jieba.withDict(dict)).cut(job.text, true);
  const press = (compiler ??= withFonts());
  const paths = Object.keys(job.pictures).map((path) => join(setting.templates, path));
  Object.values(job.pictures).forEach((bytes, index) => press.mapShadow(paths[index]!, Buffer.from(bytes)));
  try {
    return print(press, job.paper, job.madeAt);
  } finally {
    for (const path of paths) press.unmapShadow(path);
    press.evictCache(rememberDocuments);
  }
}

function print(press: NodeCompiler, paper: string, madeAt: number): Printed {
  const { result, ...compiled } = compile(press, paper);
  if (!result) throw new Error(compiled.fault);
  const pdf = press.pdf(result, { pdfStandard: 'a-2b', pdfTags: false, creationTimestamp: madeAt });
  // memory of its own, which is handed over instead of copied
  return { pdf: new Uint8Array(pdf), pages: result.numOfPages };
}

function compile(press: NodeCompiler, paper: string): { result: ReturnType<NodeCompiler['compile']>['result']; fault: string } {
  const compiled = press.compile({ mainFilePath: main, inputs: { paper } });
  return { result: compiled.result, fault: compiled.result ? '' : JSON.stringify(compiled.takeError()?.shortDiagnostics).slice(0, 600) };
}

function withFonts(): NodeCompiler {
  const fontBlobs = setting.fonts.map(({ path, format }) => (format === 'woff' ? sfntOf(readFileSync(path)) : readFileSync(path)));
  return NodeCompiler.create({ workspace: setting.templates, fontArgs: [{ fontBlobs }] });
}

/** What PDF/A refuses: a box in the place of a character. The typesetter escapes its own message once more. */
const undrawn = /the text `\\*"(.*?)\\*"` could not be displayed/g;

function reply(request: PressRequest): PressReply {
  const { id } = request;
  try {
    return { id, result: run(request) };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    const missing = [...new Set([...fault.matchAll(undrawn)].map(([, text]) => text))].join('');
    return missing ? { id, missing } : { id, fault: fault.slice(0, 600) };
  }
}

parentPort?.on('message', (request: PressRequest) => {
  const answer = reply(request);
  const handed = answer.result && 'pdf' in answer.result ? [answer.result.pdf.buffer as ArrayBuffer] : [];
  parentPort?.postMessage(answer, handed);
});
