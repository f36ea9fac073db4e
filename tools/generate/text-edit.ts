import { Failure } from '../cli/failure.ts';

/** Adds whole lines behind the last line that fits the pattern. @throws Failure when none fits */
export function addLinesAfterLast(text: string, pattern: RegExp, lines: string): string {
  const all = text.split('\n');
  const at = all.findLastIndex((line) => pattern.test(line));
  if (at < 0) throw new Failure(`there is no line like ${pattern.source} to add behind`);
  all.splice(at + 1, 0, ...lines.split('\n'));
  return all.join('\n');
}

/** Adds lines before the first line that fits the pattern. @throws Failure when none fits */
export function addLinesBefore(text: string, pattern: RegExp, lines: string): string {
  const all = text.split('\n');
  const at = all.findIndex((line) => pattern.test(line));
  if (at < 0) throw new Failure(`there is no line like ${pattern.source} to add before`);
  all.splice(at, 0, ...lines.split('\n'));
  return all.join('\n');
}

/** Adds text at the end of the one line that fits the pattern. @throws Failure unless exactly one fits */
export function addToLine(text: string, pattern: RegExp, more: string): string {
  const all = text.split('\n');
  const fitting = all.filter((line) => pattern.test(line));
  if (fitting.length !== 1) throw new Failure(`there is not one line like ${pattern.source}`);
  return all.map((line) => (pattern.test(line) ? line + more : line)).join('\n');
}
