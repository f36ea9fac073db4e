import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { root } from './fixture-tree.js';
import { apply, follow, linesAdded, quoted, type Step, stepsOf, tutorial } from './tutorial-steps.js';
import { passed, WorkspaceCopy } from './workspace-copy.js';

// whole tools run here, each as a process of its own
jest.setTimeout(180_000);

const text = readFileSync(join(root, tutorial), 'utf8');

describe('the tutorial', () => {
  const steps = stepsOf(text);
  const files = [...new Set(steps.map(({ file }) => file))];
  let copy: WorkspaceCopy;
  beforeAll(() => {
    copy = new WorkspaceCopy();
  });
  afterAll(() => copy.remove());

  it('tells the truth about a step that is missing', async () => {
    follow(
      copy,
      steps.filter(({ file }) => file.startsWith('libs/contracts/')),
    );
    const { code, output } = await copy.types('tsconfig.json', 'apps/identity/src/org/org.controller.ts');
    expect(code).not.toBe(0);
    for (const line of quoted(text, '`npm run types` after step 1 alone')) expect(output.replace(/\(\d+,\d+\)/g, '')).toContain(line);
  });

  it('adds an operation with at most 4 files and 80 lines', () => {
    follow(
      copy,
      steps.filter(({ file }) => !file.startsWith('libs/contracts/')),
    );
    expect(files.length).toBeLessThanOrEqual(4);
    expect(files.reduce((sum, file) => sum + linesAdded(copy, file), 0)).toBeLessThanOrEqual(80);
  });

  it('has a result that the formatter and the lint accept', async () => {
    passed(await copy.node('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', ...files));
    passed(await copy.node('node_modules/eslint/bin/eslint.js', '--max-warnings', '0', ...files));
  });

  it('has a result that the compiler accepts, on the server and on the screen', async () => {
    const server = files.filter((file) => !file.startsWith('apps/web-'));
    passed(await copy.types('tsconfig.json', ...server, 'apps/gateway/src/contracts.ts'));
    passed(
      await copy.types('tsconfig.web.json', ...files.filter((file) => file.startsWith('apps/web-')), 'apps/web-office/src/types/*.d.ts'),
    );
  });

  it('has a result whose test passes on real servers', async () => {
    const output = passed(await copy.jest('int', ...files.filter((file) => file.endsWith('.int-spec.ts'))));
    expect(output).toContain('counts who works in a body and below it, as far as the caller reaches');
  });
});

describe('a step', () => {
  const step: Step = { file: 'a.ts', where: 'after', anchor: 'one();', lines: ['two();'] };

  it('goes after, before or in place of its line, in the margin of that line', () => {
    expect(apply('  one();\nend', step)).toBe('  one();\n  two();\nend');
    expect(apply('a\n  one();', { ...step, where: 'before' })).toBe('a\n  two();\n  one();');
    expect(apply('a\n\n  one();', { ...step, where: 'before' })).toBe('a\n\n  two();\n\n  one();');
    expect(apply('  one();\nend', { ...step, where: 'in place of' })).toBe('  two();\nend');
  });

  it.each(['nothing', 'one();\none();'])('that no longer fits says so in one sentence: %j', (changed) => {
    expect(() => apply(changed, step)).toThrow(/no longer fits a\.ts: the line "one\(\);" is there [02] times\. Mend the tutorial\.$/);
  });
});
