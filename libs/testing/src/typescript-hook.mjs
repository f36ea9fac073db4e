// `node --import` this to run TypeScript from source with decorators and their metadata, which Node's own type stripping refuses.
// A spec starts many processes of the same sources: what was made of them once is kept in .karez/cache.
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, flushCompileCache, registerHooks, setSourceMapsSupport } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const configFile = join(root, '.swcrc');
const require = createRequire(import.meta.url);
const swc = `${require('@swc/core/package.json').version} ${readFileSync(configFile, 'utf8')}`;
const kept = join(root, '.karez/cache/swc');
mkdirSync(kept, { recursive: true });

enableCompileCache(join(root, '.karez/cache/node'));
// a process that is killed writes nothing: once it stands, everything is loaded
setTimeout(flushCompileCache, 5_000).unref();
// Failures are shown in the lines of the sources. Those of packages stay as they are: reading their maps takes longer than a start.
setSourceMapsSupport(true, { nodeModules: false });

registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      // Sources import each other as './x.js', the name that the build gives them.
      if (!/^\.{1,2}\/.*\.js$/.test(specifier)) throw error;
      return next(specifier.replace(/\.js$/, '.ts'), context);
    }
  },
  load(url, context, next) {
    if (!url.startsWith('file:') || !new URL(url).pathname.endsWith('.ts')) return next(url, context);
    return { format: 'module', source: transformed(fileURLToPath(url)), shortCircuit: true };
  },
});

/** A file is kept under its name, behind a line that says of what text and by which compiler it was made. */
function transformed(filename) {
  const text = readFileSync(filename, 'utf8');
  const made = `// ${hash('sha256', `${swc} ${filename} ${text}`)}\n`;
  const file = join(kept, hash('sha256', filename));
  const known = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (known.startsWith(made)) return known.slice(made.length);
  const { code } = require('@swc/core').transformSync(text, { filename, configFile, sourceMaps: 'inline' });
  writeFileSync(`${file}.${process.pid}`, made + code);
  renameSync(`${file}.${process.pid}`, file);
  return code;
}
