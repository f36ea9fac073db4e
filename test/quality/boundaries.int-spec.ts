import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expectations, fixtures, packageFolders, root } from './fixture-tree.js';

interface Cruise {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly module: string; readonly dependencyTypes: readonly string[] }[];
  }[];
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
  };
}

async function cruise(cwd: string): Promise<Cruise> {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [bin, 'apps', 'libs', '--config', join(root, '.dependency-cruiser.mjs'), '--no-cache', '--output-type', 'json'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd, maxBuffer: 256 * 1024 * 1024 });
  return JSON.parse(stdout) as Cruise;
}

function broken({ summary }: Cruise): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { from, rule } of summary.violations) found[from] = [...new Set([...(found[from] ?? []), rule.name])].sort();
  return found;
}

interface Manifest {
  readonly name: string;
  readonly dependencies?: object;
  readonly devDependencies?: object;
}

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;

describe('the import rules of architecture.md §6', () => {
  let planted: Cruise;
  let real: Cruise;
  beforeAll(async () => {
    [planted, real] = await Promise.all([cruise(fixtures('boundaries')), cruise(root)]);
  }, 120_000);

  it('refuse each fixture for exactly the rule it breaks, and no other file', async () => {
    expect(broken(planted)).toEqual(await expectations('boundaries'));
  });

  it('each have a fixture that breaks them', async () => {
    const rules = planted.summary.ruleSetUsed.forbidden.map((rule) => rule.name);
    const seen = new Set(Object.values(await expectations('boundaries')).flat());
    expect(rules.filter((rule) => !seen.has(rule))).toEqual([]);
  });

  it('hold in the whole workspace', () => {
    expect(broken(real)).toEqual({});
  });

  it('are backed by manifests: a package declares every workspace package it imports, one it needs for types alone at least for development', () => {
    const undeclared: string[] = [];
    for (const folder of packageFolders()) {
      const { name, dependencies = {}, devDependencies = {} } = manifestOf(folder);
      const shipped = real.modules.filter(({ source }) => source.startsWith(`${folder}/src/`) && !/spec\.tsx?$/.test(source));
      for (const { source, dependencies: imports } of shipped) {
        for (const { module, dependencyTypes } of imports) {
          const owner = /^@karez\/[^/]+/.exec(module)?.[0];
          const declared = dependencyTypes.includes('type-only') ? { ...dependencies, ...devDependencies } : dependencies;
          if (owner && owner !== name && !(owner in declared)) undeclared.push(`${source} → ${owner}`);
        }
      }
    }
    expect(undeclared).toEqual([]);
  });

  it('cannot be walked around: a package shows only what its exports name', async () => {
    const libs = packageFolders().filter((folder) => folder.startsWith('libs/'));
    const names = libs.map((folder) => manifestOf(folder).name);
    const script = `for (const name of ${JSON.stringify(names)}) { let code = 'open'; try { import.meta.resolve(name + '/src/index.ts'); } catch (error) { code = error.code; } console.log(name, code); }`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd: root });
    expect(stdout.trim().split('\n')).toEqual(names.map((name) => `${name} ERR_PACKAGE_PATH_NOT_EXPORTED`));
  });
});
