import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const brewPrefixes = ['/opt/homebrew', '/usr/local', '/home/linuxbrew/.linuxbrew'];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** First program of this name on PATH, in the system folders a user's PATH may lack, or in brew's. */
export function findBinary(...names: string[]): string | undefined {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder && !folder.endsWith('node_modules/.bin')),
    '/usr/sbin',
    '/sbin',
    '/usr/local/sbin',
    ...brewPrefixes.map((prefix) => join(prefix, 'bin')),
  ];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** Folders that hold a PostgreSQL server, the newest first; Debian and brew keep them off PATH. */
export function postgresFolders(): { folder: string; major: number }[] {
  const versions = (parent: string, pattern: RegExp): { folder: string; major: number }[] =>
    existsSync(parent)
      ? readdirSync(parent).flatMap((name) => {
          const major = Number(pattern.exec(name)?.[1]);
          return major ? [{ folder: join(parent, name, 'bin'), major }] : [];
        })
      : [];
  const found = [
    ...versions('/usr/lib/postgresql', /^(\d+)$/),
    ...brewPrefixes.flatMap((prefix) => versions(join(prefix, 'opt'), /^postgresql@(\d+)$/)),
  ];
  return found.filter(({ folder }) => isExecutable(join(folder, 'postgres'))).sort((a, b) => b.major - a.major);
}
