import { inflateSync } from 'node:zlib';

/** The text of a PDF as Typst writes it: one object after another, CID fonts with their way back to Unicode. */
export function pdfText(pdf: Buffer): string {
  const raw = pdf.toString('latin1');
  const objects = new Map([...raw.matchAll(/(?:^|\n)(\d+) 0 obj\n?([\s\S]*?)\nendobj/g)].map(([, id, body]) => [Number(id), body!]));
  const stream = (body: string): string => {
    const at = body.indexOf('stream\n');
    if (at < 0) return '';
    const bytes = Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1');
    return (/\/FlateDecode/.test(body) ? inflateSync(bytes) : bytes).toString('latin1');
  };
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const body of objects.values())
    for (const [, name, id] of body.matchAll(/\/(f\d+|F\d+) (\d+) 0 R/gi)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id)) ?? '')?.[1];
      if (unicode) fonts.set(name!, glyphsOf(stream(objects.get(Number(unicode))!)));
    }
  const pages = [...objects.values()].filter((body) => /\/Type\s*\/Page\b/.test(body));
  return pages.map((page) => shown(stream(objects.get(Number(/\/Contents (\d+) 0 R/.exec(page)![1]))!), fonts)).join('\n');
}

function glyphsOf(cmap: string): ReadonlyMap<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, block] of cmap.matchAll(/beginbfchar\n?([\s\S]*?)endbfchar/g))
    for (const [, glyph, letters] of block!.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      glyphs.set(parseInt(glyph!, 16), Buffer.from(letters!, 'hex').swap16().toString('utf16le'));
  return glyphs;
}

function shown(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let glyphs: ReadonlyMap<number, string> = new Map();
  let text = '';
  const tokens = content.matchAll(/\/(f\d+) [\d.]+ Tf|<([0-9a-f]+)>|\(((?:\\[\s\S]|[^\\)])*)\)/gi);
  for (const [, font, hex, literal] of tokens) {
    if (font) glyphs = fonts.get(font) ?? new Map();
    const bytes = hex !== undefined ? Buffer.from(hex, 'hex') : Buffer.from(unescaped(literal ?? ''), 'latin1');
    for (let at = 0; at + 1 < bytes.length; at += 2) text += glyphs.get(bytes.readUInt16BE(at)) ?? '';
  }
  return text;
}

const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const unescaped = (literal: string): string =>
  literal.replace(/\\(\d{1,3}|[\s\S])/g, (_, what: string) =>
    /^\d/.test(what) ? String.fromCharCode(parseInt(what, 8)) : (letters[what] ?? what),
  );
