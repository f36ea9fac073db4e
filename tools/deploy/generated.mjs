// Files that are written by a script and kept in git: written by `node <script>`, compared by `node <script> --check`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Writes each file (path from the root → text), or with `--check` says which would change and ends with exit code 1.
 * @param {Record<string, string>} files
 * @param {string} command what mends a difference
 */
export function writeOrCheck(files, command) {
  const current = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined);
  const different = Object.keys(files).filter((path) => current(path) !== files[path]);
  if (process.argv.includes('--check')) {
    for (const path of different) console.error(`${path} is not what is generated: run ${command}`);
    process.exitCode = different.length > 0 ? 1 : 0;
    return;
  }
  for (const path of different) writeFileSync(join(root, path), files[path]);
  console.log(different.length > 0 ? `written: ${different.join(', ')}` : 'nothing changed');
}
