// Emits one package: src/**/*.ts(x) → dist/**/*.js with SWC (types are checked by `npm run types`); other files are copied.
import { transformFile } from '@swc/core';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

// Read by hand: SWC looks for .swcrc no higher than the working folder, and without it emits ES5 without decorator metadata.
const config = JSON.parse(readFileSync(new URL('../.swcrc', import.meta.url), 'utf8'));
const optionsFor = (file) => {
  const tsx = file.endsWith('x');
  const { parser, transform } = config.jsc;
  const jsc = { ...config.jsc, parser: { ...parser, tsx }, transform: { ...transform, ...(tsx && { react: { runtime: 'automatic' } }) } };
  return { ...config, jsc, swcrc: false };
};

const src = join(process.cwd(), 'src');
const dist = join(process.cwd(), 'dist');
rmSync(dist, { recursive: true, force: true });
for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = join(entry.parentPath, entry.name);
  const target = join(dist, relative(src, file));
  if (/\.(int-|e2e-|web-)?spec\.tsx?$|\.d\.ts$/.test(entry.name)) continue;
  mkdirSync(dirname(target), { recursive: true });
  if (!/\.tsx?$/.test(entry.name)) {
    cpSync(file, target);
    continue;
  }
  const { code, map } = await transformFile(file, optionsFor(file));
  const out = target.replace(/\.tsx?$/, '.js');
  writeFileSync(out, `${code}\n//# sourceMappingURL=${entry.name.replace(/\.tsx?$/, '.js.map')}\n`);
  if (map) writeFileSync(`${out}.map`, map);
}
if (!existsSync(dist)) throw new Error(`nothing to build in ${src}`);
