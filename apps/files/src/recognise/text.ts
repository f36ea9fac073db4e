import type { ByteSource } from './byte-source.js';

const pieceBytes = 1024 * 1024;
/** Every byte of a text is looked at; what is larger is taken for binary. */
export const maxTextBytes = 128 * 1024 * 1024;
/** Control characters that no text has; tab, line ends, form feed, DOS end of file and ESC-free text remain. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0008\u000b\u000e-\u0019\u001b-\u001f\u007f]/;

/** Whether the whole content is text: UTF-8, GB 18030, or UTF-16 with a byte order mark, without control characters. */
export async function isText(source: ByteSource): Promise<boolean> {
  if (source.size > maxTextBytes) return false;
  const head = await source.read(0, 2);
  const mark = head.length === 2 ? head.readUInt16BE(0) : 0;
  const encodings = mark === 0xfffe ? ['utf-16le'] : mark === 0xfeff ? ['utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) if (await readsAs(encoding, source)) return true;
  return false;
}

async function readsAs(encoding: string, source: ByteSource): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let offset = 0; offset < source.size; offset += pieceBytes) {
      if (control.test(decoder.decode(await source.read(offset, pieceBytes), { stream: true }))) return false;
    }
    return !control.test(decoder.decode());
  } catch {
    return false;
  }
}
