// Emits dist/client (vite; every text file also compressed, so that the server never compresses while it serves) and dist/server.js (SWC).
import { transformFile } from '@swc/core';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = import.meta.dirname;
const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

// index.html gets a nonce with every answer and is therefore compressed when it is served
for (const file of filesIn(join(dist, 'client')).filter((each) => /\.(js|css|svg|json)$/.test(each) && statSync(each).size > 1024)) {
  const bytes = readFileSync(file);
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  );
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

const src = join(root, 'src');
for (const file of [join(src, 'server.ts'), ...filesIn(join(src, 'server'))].filter(
  (each) => each.endsWith('.ts') && !/\.(int-)?spec\.ts$/.test(each),
)) {
  const target = join(dist, relative(src, file)).replace(/\.ts$/, '.js');
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, (await transformFile(file)).code);
}
