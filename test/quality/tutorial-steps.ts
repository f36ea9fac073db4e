import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './fixture-tree.js';
import type { WorkspaceCopy } from './workspace-copy.js';

export const tutorial = 'docs/tutorial-add-an-operation.md';

/** One block of the tutorial: lines that go after or before one line of a file, or in its place. */
export interface Step {
  readonly file: string;
  readonly where: 'after' | 'before' | 'in place of';
  /** How that line begins, without its margin. */
  readonly anchor: string;
  /** Without the margin of the place they go to. */
  readonly lines: readonly string[];
}

const HEAD = /^> `(?<file>[^`]+)`, (?<where>after|before|in place of) `(?<anchor>[^`]+)`$/;

/**
 * The steps of a tutorial in their order: a line that names the file and the place, and the block of code below it.
 * @throws Error when there is no code below
 */
export function stepsOf(text: string): Step[] {
  const all = text.split('\n');
  return all.flatMap((line, index) => {
    const { file, where, anchor } = HEAD.exec(line)?.groups ?? {};
    if (!file || !where || !anchor) return [];
    const opens = all.findIndex((each, at) => at > index && each !== '');
    const closes = all.indexOf('```', opens);
    if (!/^```tsx?$/.test(all[opens] ?? '') || closes < 0) throw new Error(`${tutorial} has no code below: ${line}`);
    return [{ file, where: where as Step['where'], anchor, lines: all.slice(opens + 1, closes) }];
  });
}

/**
 * The text with a step done. What goes before a line that a blank line sets apart is set apart itself.
 * @throws Error in one sentence when the place is not there, or not once
 */
export function apply(text: string, { file, where, anchor, lines }: Step): string {
  const all = text.split('\n');
  const found = all.flatMap((line, index) => (line.trimStart().startsWith(anchor) ? [index] : []));
  const [at] = found;
  if (at === undefined || found.length > 1)
    throw new Error(`${tutorial} no longer fits ${file}: the line "${anchor}" is there ${found.length} times. Mend the tutorial.`);
  const margin = /^ */.exec(all[at] ?? '')?.[0] ?? '';
  const written = lines.map((line) => (line === '' ? '' : margin + line));
  const apart = where === 'before' && all[at - 1] === '' ? [''] : [];
  all.splice(where === 'after' ? at + 1 : at, where === 'in place of' ? 1 : 0, ...written, ...apart);
  return all.join('\n');
}

/** Does steps in a copy of the workspace. */
export function follow(copy: WorkspaceCopy, steps: readonly Step[]): void {
  for (const step of steps) copy.write(step.file, apply(copy.read(step.file), step));
}

/** How many lines a file of the copy has that the workspace's has not, as git counts them. */
export function linesAdded(copy: WorkspaceCopy, file: string): number {
  const args = ['diff', '--no-index', '--numstat', '--', join(root, file), join(copy.path, file)];
  return Number(/^(\d+)\t/.exec(spawnSync('git', args, { encoding: 'utf8' }).stdout)?.[1] ?? 0);
}

/** A quotation of what a tool prints: the block below its head, line by line. */
export function quoted(text: string, head: string): string[] {
  const at = text.indexOf(`> ${head}\n`);
  const block = /```text\n(?<lines>.*?)\n```/s.exec(text.slice(at))?.groups?.lines;
  if (at < 0 || !block) throw new Error(`${tutorial} quotes nothing below: ${head}`);
  return block.split('\n');
}
