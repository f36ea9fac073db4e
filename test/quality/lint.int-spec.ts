import { execFile } from 'node:child_process';
import { join, relative } from 'node:path';
import { expectations, fixtures, root } from './fixture-tree.js';

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

/** ESLint ends with 1 when it refuses something, which is what the fixtures are for. */
function lint(cwd: string): Promise<LintedFile[]> {
  const args = [join(root, 'node_modules/eslint/bin/eslint.js'), '-c', join(root, 'eslint.config.mjs'), '--format', 'json', '.'];
  const env = { ...process.env, NX_DAEMON: 'false' };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (_refused, stdout, stderr) => {
      const json = stdout.split('\n').find((line) => line.startsWith('['));
      if (json) resolve(JSON.parse(json) as LintedFile[]);
      else reject(new Error(`ESLint gave no answer: ${stderr}`));
    });
  });
}

it('the lint refuses each fixture for exactly the rules it breaks, and no other file', async () => {
  const found: Record<string, string[]> = {};
  for (const { filePath, messages } of await lint(fixtures('lint'))) {
    const rules = new Set(
      messages.map(({ ruleId, message }) => ruleId ?? (message.startsWith('Unused eslint-disable') ? 'unused-directive' : message)),
    );
    if (rules.size > 0) found[relative(fixtures('lint'), filePath)] = [...rules].sort();
  }
  expect(found).toEqual(await expectations('lint'));
}, 120_000);
