import type { CountsOfBody } from '@karez/contracts-exchange';

const heads: readonly (readonly [string, (row: CountsOfBody) => string | number | undefined])[] = [
  ['单位', ({ orgName }) => orgName],
  ['发出', ({ sent }) => sent],
  ['收到', ({ received }) => received],
  ['已签收', ({ signed }) => signed],
  ['待签收', ({ waiting }) => waiting],
  ['逾期', ({ overdue }) => overdue],
  ['拒收', ({ rejected }) => rejected],
  ['退文', ({ returned }) => returned],
  ['撤回', ({ recalled }) => recalled],
  ['被催办', ({ urged }) => urged],
  ['签收用时中位数（工作分钟）', ({ medianMinutesToSign }) => medianMinutesToSign],
  ['签收用时最长（工作分钟）', ({ slowestMinutesToSign }) => slowestMinutesToSign],
];

/** A cell that a spreadsheet would run as a formula is told to be text (OWASP, CSV injection). */
const cell = (value: string | number | undefined): string => {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The table as CSV (RFC 4180) with a byte order mark, by which spreadsheets know that it is UTF-8. */
export const statisticsCsv = (rows: readonly CountsOfBody[]): string =>
  `\uFEFF${[heads.map(([head]) => head), ...rows.map((row) => heads.map(([, of]) => of(row)))].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
