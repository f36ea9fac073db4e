import { refusal } from '../refusal.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030');

/** Names are UTF-8, whether or not flagged so; where they are not, the packer wrote them in the code page of a Chinese Windows. */
export function decodeName(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return gb18030.decode(bytes);
  }
}

/**
 * The one spelling of an entry's name: `/` between the parts, no `.`.
 * @throws DomainError `exchange.layout.path_escapes` for a name that an unpacker would write outside its folder
 */
export function entryName(raw: string): string {
  const slashed = raw.replaceAll('\\', '/');
  const parts = slashed.split('/').filter((part) => part !== '.');
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (slashed.startsWith('/') || /^[a-z]:/i.test(slashed) || parts.includes('..') || /[\u0000-\u001f]/.test(raw))
    throw refusal('exchange.layout.path_escapes', raw);
  return parts.join('/');
}

/**
 * Where a location (ST_Loc, GB/T 33190) leads, seen from a folder of the package; a leading `/` is the root of the package.
 * @throws DomainError `exchange.layout.path_escapes` when it leaves the package
 */
export function resolveLocation(folder: string, location: string): string {
  const slashed = location.trim().replaceAll('\\', '/');
  const parts = slashed.startsWith('/') || !folder ? [] : folder.split('/');
  for (const part of slashed.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) throw refusal('exchange.layout.path_escapes', location);
    } else if (part && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

export const folderOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')));
