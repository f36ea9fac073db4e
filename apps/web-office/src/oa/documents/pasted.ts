import { cleanPasted } from '../../portal/editing/word-paste.js';

/** More cells than this were copied from a sheet, not from a document. */
const mostRows = 300;
const levels: readonly (readonly [RegExp, 1 | 2 | 3 | 4])[] = [
  [/^[一二三四五六七八九十]+、/, 1],
  [/^（[一二三四五六七八九十]+）/, 2],
  [/^\d{1,2}[.．]/, 3],
  [/^（\d{1,2}）/, 4],
];

/** The level of a paragraph that begins with a number of the standard (GB/T 9704 7.3.3) and is short enough to be a heading. */
export function levelOf(text: string): 1 | 2 | 3 | 4 | undefined {
  const words = text.trim();
  if (words.length === 0 || words.length > 40 || /[。；：，]$/.test(words)) return undefined;
  return levels.find(([pattern]) => pattern.test(words))?.[1];
}

export interface Pasted {
  readonly html: string;
  /** Why it was not taken, in words. */
  readonly refused?: string;
}

/** What is copied from Word or WPS as the schema takes it: numbered paragraphs become headings, pictures are left out, a whole sheet is refused. */
export function cleanForBody(html: string): Pasted {
  const rows = html.match(/<tr\b/gi)?.length ?? 0;
  if (rows > mostRows) return { html: '', refused: `粘贴的表格有 ${rows} 行，超过 ${mostRows} 行的请作为附件上传；已写的内容没有变动。` };
  const clean = cleanPasted(html)
    .replace(/<img\b[^>]*>/gi, '')
    .replace(/<\/?(?:ul|ol)\b[^>]*>/gi, '')
    .replace(/<li\b[^>]*>/gi, '<p>')
    .replace(/<\/li>/gi, '</p>')
    .replace(/<p>((?:(?!<\/p>)[\s\S])*)<\/p>/gi, (whole, inner: string) => {
      const level = levelOf(inner.replace(/<[^>]+>/g, ''));
      return level ? `<h${level}>${inner}</h${level}>` : whole;
    });
  return { html: clean };
}
