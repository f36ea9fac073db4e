import { readdir, readFile } from 'node:fs/promises';
import type { AssetPaths } from '../pages/page.js';
import { digest, encode, type Encoded } from './encoded.js';

export interface Asset extends Encoded {
  readonly type: string;
}

export interface Assets {
  readonly paths: AssetPaths;
  /** By full path: `/assets/portal.<digest>.css`. */
  readonly files: ReadonlyMap<string, Asset>;
}

// the cascade of the one sheet: what a mode says comes after what every page says
const sheets = [
  'tokens',
  'base',
  'layout',
  'button',
  'masthead',
  'notice',
  'hero',
  'service-list',
  'list',
  'dry-well',
  'directory',
  'footer',
  'document',
  'facts',
  'karez-line',
  'form',
  'content',
  'elder',
  'contrast',
];

/** Reads, joins, hashes and compresses what pages refer to, once at start. */
export async function loadAssets(): Promise<Assets> {
  const files = new Map<string, Asset>();
  const keep = async (name: string, type: string, content: Buffer): Promise<string> => {
    const [stem, extension] = name.split('.');
    const path = `/assets/${stem}.${digest(content)}.${extension}`;
    files.set(path, { type, ...(await encode(content, 11)) });
    return path;
  };
  const drawing = async (name: string): Promise<string> =>
    keep(name, 'image/svg+xml', await readFile(new URL(`../art/${name}`, import.meta.url)));
  const paths: AssetPaths = {
    sheet: await keep('portal.css', 'text/css; charset=utf-8', await joinSheets()),
    icon: await drawing('mark.svg'),
    heroArt: await drawing('tianshan-karez.svg'),
    stripArt: await drawing('karez-strip.svg'),
    dryWellArt: await drawing('dry-well.svg'),
  };
  return { paths, files };
}

async function joinSheets(): Promise<Buffer> {
  const folder = new URL('../styles/', import.meta.url);
  const there = (await readdir(folder)).filter((name) => name.endsWith('.css')).length;
  if (there !== sheets.length) throw new Error(`styles/ has ${there} sheets, the cascade names ${sheets.length}`);
  const texts = await Promise.all(sheets.map((name) => readFile(new URL(`${name}.css`, folder), 'utf8')));
  return Buffer.from(shorten(texts.join('\n')));
}

/** Without comments and indentation; what is left is the same style sheet. */
export function shorten(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/\n([}{])/g, '$1')
    .replace(/([{};,])\n/g, '$1')
    .trim();
}
