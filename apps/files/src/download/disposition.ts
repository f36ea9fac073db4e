/**
 * `Content-Disposition` (RFC 6266): the name as UTF-8 (RFC 8187) and, for programs that cannot read that, in ASCII. The
 * name was freed of paths and control characters when the file was uploaded.
 */
export function disposition(kind: 'attachment' | 'inline', name: string): string {
  const extension = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - extension.length).replace(/[^\w .()-]/g, '_');
  const plain = /[a-z0-9]/i.test(stem) ? stem : 'file';
  return `${kind}; filename="${plain}${extension}"; filename*=UTF-8''${encodeRfc8187(name)}`;
}

const encodeRfc8187 = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
