/** Columns that a terminal needs for a text: Chinese characters and full-width signs take two. */
export function displayWidth(text: string): number {
  const wide =
    /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
  return [...text].reduce((width, character) => width + (wide.test(character) ? 2 : 1), 0);
}

/** Rows as aligned columns, two spaces apart and indented. The first row may be a heading; it is underlined when `heading` says so. */
export function table(rows: readonly (readonly string[])[], heading = false): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    `  ${row.map((cell, column) => (column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell)))).join('  ')}`;
  const lines = rows.map(line);
  if (heading) lines.splice(1, 0, `  ${widths.map((width) => '─'.repeat(width)).join('  ')}`);
  return lines.join('\n');
}
