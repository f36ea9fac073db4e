import { globSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

export const root = process.cwd();
export const fixtures = (tree: string): string => join(root, 'test/fixtures', tree);

/** What the fixtures of a tree say of themselves: file → the rules named in its first line, `// expect: <rule> <rule>`. */
export async function expectations(tree: string): Promise<Record<string, string[]>> {
  const expected: Record<string, string[]> = {};
  for (const entry of await readdir(fixtures(tree), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(ts|tsx|mjs)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const rules = /^\/\/ expect: (.+)$/m.exec(await readFile(file, 'utf8'))?.[1];
    if (rules) expected[relative(fixtures(tree), file)] = rules.trim().split(/\s+/).sort();
  }
  return expected;
}

/** Every package of the workspace, as `apps/<name>`, `libs/<name>`, `libs/contracts/<name>` or `libs/web/<name>`. */
export function packageFolders(): string[] {
  return globSync(['apps/*/package.json', 'libs/*/package.json', 'libs/{contracts,web}/*/package.json'], { cwd: root }).map(dirname).sort();
}
