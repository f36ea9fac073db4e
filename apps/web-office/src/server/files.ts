import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export type Encoding = 'br' | 'gzip' | 'identity';

export interface ServedFile {
  readonly type: string;
  readonly etag: string;
  /** The name carries a digest of the content: it never changes. */
  readonly immutable: boolean;
  readonly bodies: Readonly<Partial<Record<Encoding, Buffer>>> & { readonly identity: Buffer };
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  woff2: 'font/woff2',
};
const compressed: Readonly<Record<string, Encoding>> = { br: 'br', gz: 'gzip' };

/**
 * Everything the server will ever serve, read once: a few megabytes. What is not in this map does not exist, so no path can lead out of it.
 * @param folder dist/client, with `.br` and `.gz` beside the files
 * @returns by path below `/office/`: `index.html`, `assets/main-1a2b3c4d.js`
 */
export function readFiles(folder: string): ReadonlyMap<string, ServedFile> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const files = new Map<string, ServedFile>();
  for (const path of found) {
    const type = types[path.slice(path.lastIndexOf('.') + 1)];
    if (!type) continue;
    const identity = readFileSync(join(folder, path));
    const others = Object.entries(compressed).filter(([end]) => found.includes(`${path}.${end}`));
    files.set(path, {
      type,
      etag: `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`,
      immutable: path.startsWith('assets/'),
      bodies: {
        identity,
        ...Object.fromEntries(others.map(([end, encoding]) => [encoding, readFileSync(join(folder, `${path}.${end}`))])),
      },
    });
  }
  if (!files.has('index.html')) throw new Error('dist/client has no index.html: run the build first');
  return files;
}

/** The smallest form that the browser takes. */
export function encodingFor(file: ServedFile, accepted: string | undefined): Encoding {
  const takes = (encoding: Encoding) =>
    file.bodies[encoding] !== undefined && new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted ?? '');
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}
