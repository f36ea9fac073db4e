const letters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of a cleaned text, blocks separated by line ends. */
export function plainText(html: string): string {
  return html
    .replace(/<(?:\/(?:p|h[2-4]|li|tr|blockquote|figcaption|caption|table)|br|hr)\b[^>]*>/g, '\n')
    .replace(/<\/t[hd]>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|([a-z]+));/g, (all, code: string | undefined, name: string | undefined) =>
      code ? String.fromCodePoint(Number(code)) : (letters[name ?? ''] ?? all),
    )
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Plain text as paragraphs. */
export const asParagraphs = (text: string): string =>
  text
    .split(/\n+/)
    .filter((line) => line.trim())
    .map((line) => `<p>${line.trim().replace(/[&<>"]/g, (letter) => escapes[letter]!)}</p>`)
    .join('\n');
