import type { Language } from '@karez/contracts-portal';
import { chinaDay } from '@karez/kernel';

const dayMs = 86_400_000;
const english = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', day: 'numeric', month: 'long', year: 'numeric' });

const dayIn: Readonly<Record<Language, (day: Date) => string>> = {
  'zh-CN': (day) => chinaDay(day).replace(/^\d+-0?(\d+)-0?(\d+)$/, '$1月$2日'),
  en: (day) => english.format(day),
  ug: (day) => chinaDay(day).replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1-يىل $2-ئاينىڭ $3-كۈنى'),
};

/** Fills in dates counted from the day of publishing: `{+5}`, `{-30}`, `{0}` a day, `{年}` its year, `{月}` its month. */
export function dated(text: string, published: Date, language: Language = 'zh-CN'): string {
  const [year, month] = chinaDay(published).split('-') as [string, string];
  return text
    .replaceAll('{年}', year)
    .replaceAll('{月}', String(Number(month)))
    .replace(/\{([+-]?\d+)\}/g, (_, days: string) => dayIn[language](new Date(published.getTime() + Number(days) * dayMs)));
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** `[words](address)` is a link. */
const inline = (text: string): string => escaped(text).replace(/\[([^\]]+)\]\(([\w/-]+)\)/g, '<a href="$2">$1</a>');
const cellsOf = (line: string): string[] => line.split('|').slice(1, -1).map((cell) => inline(cell.trim())); // prettier-ignore

function table([head, ...rows]: readonly string[]): string {
  const top = cellsOf(head!).map((cell) => `<th scope="col">${cell}</th>`);
  const body = rows.map((row) => `<tr>${cellsOf(row).map((cell) => `<td>${cell}</td>`).join('')}</tr>`); // prettier-ignore
  return `<table><thead><tr>${top.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}
const kinds: readonly { readonly begins: RegExp; readonly make: (lines: readonly string[]) => string }[] = [
  { begins: /^\|/, make: table },
  { begins: /^- /, make: (lines) => `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>` },
  { begins: /^## /, make: (lines) => lines.map((line) => `<h2>${inline(line.slice(3))}</h2>`).join('') },
  { begins: /^/, make: (lines) => lines.map((line) => `<p>${inline(line)}</p>`).join('') },
];

/** HTML of a text of the data files: a line is a paragraph; `## ` heads, `- ` lists, `|` makes a table with its first row as head. */
export function pageHtml(text: string): string {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean); // prettier-ignore
  const blocks: { kind: (typeof kinds)[number]; lines: string[] }[] = [];
  for (const line of lines) {
    const kind = kinds.find(({ begins }) => begins.test(line))!;
    const last = blocks.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else blocks.push({ kind, lines: [line] });
  }
  return blocks.map(({ kind, lines: own }) => kind.make(own)).join('');
}
