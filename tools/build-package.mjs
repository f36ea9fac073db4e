// Emits one package: src/**/*.ts(x) → dist/**/*.js with SWC (types are checked by `npm run types`); other files are copied.
import { transformFile } from '@swc/core';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const src = join(process.cwd(), 'src');
const dist = join(process.cwd(), 'dist');
rmSync(dist, { recursive: true, force: true });
for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = join(entry.parentPath, entry.name);
  const target = join(dist, relative(src, file));
  mkdirSync(dirname(target), { recursive: true });
  if (/\.(int-|e2e-)?spec\.tsx?$|\.d\.ts$/.test(entry.name)) continue;
  if (!/\.tsx?$/.test(entry.name)) {
    cpSync(file, target);
    continue;
  }
  const { code, map } = await transformFile(file, {
    jsc: {
      parser: { syntax: 'typescript', decorators: true, tsx: entry.name.endsWith('x') },
      transform: { react: { runtime: 'automatic' } },
    },
  });
  const out = target.replace(/\.tsx?$/, '.js');
  writeFileSync(out, `${code}\n//# sourceMappingURL=${entry.name.replace(/\.tsx?$/, '.js.map')}\n`);
  if (map) writeFileSync(`${out}.map`, map);
}
if (!existsSync(dist)) throw new Error(`nothing to build in ${src}`);
