/** The longest name in bytes of UTF-8: 80 Chinese characters, and what every file system takes. */
const maxBytes = 240;
/** Names of devices that Windows opens whatever the extension. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A name that can be shown, stored and downloaded anywhere: one form (NFC), no path, no control character, no invisible
 * character (one that reverses direction makes `exe.pdf` out of `fdp.exe`), nothing that Windows refuses, at most 240
 * bytes with its extension.
 */
export function cleanFileName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1)!;
  const visible = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\ufffd]/gu, '').replace(/\s+/gu, ' ');
  const plain = visible.replace(/[<>:"|?*]/g, '_').replace(/^[ .]+|[ .]+$/g, '').replace(device, '_$1'); // prettier-ignore
  return shortened(plain || '未命名');
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= maxBytes) return name;
  const extension = /\.[^.]{1,16}$/u.exec(name)?.[0] ?? '';
  let stem = '';
  // by what a reader sees as one character, so that none is cut in two
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(name.slice(0, name.length - extension.length))) {
    if (Buffer.byteLength(stem + segment + extension) > maxBytes) break;
    stem += segment;
  }
  return stem.trimEnd() + extension;
}
