/**
 * The text of a whole file, written in the margin of the code around it: the margin of the least indented line is taken off every
 * line. Layout beyond that is Prettier's, when the file is written.
 */
export function file(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const lines = strings
    .map((text) => text.replace(/\t/g, '  '))
    .join('\u0000')
    .split('\n');
  const margins = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const margin = Math.min(...margins);
  const text = lines.map((line) => line.slice(margin)).join('\n');
  return `${text
    .split('\u0000')
    .map((part, index) => part + (values[index] ?? ''))
    .join('')
    .trim()}\n`;
}
