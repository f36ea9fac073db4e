import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../home.ts';

const shared = ['.swcrc', 'package-lock.json', 'tools/build-package.mjs'];
const notBuilt = /^(node_modules|dist|test)$|\.(spec|int-spec|e2e-spec|web-spec)\.tsx?$/;

/** Digest of everything that the build reads: equal digests, equal outputs. About 50 ms. */
export function digestOfSources(): string {
  const digest = createHash('sha256');
  for (const file of [...shared, ...filesBelow('apps'), ...filesBelow('libs')])
    digest
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return digest.digest('hex');
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).filter(({ name }) => !notBuilt.test(name));
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : entry.isFile() ? [`${folder}/${entry.name}`] : []));
}
