import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import type { Home } from '../home.ts';

export interface Place {
  readonly folder: string;
  /** Who must run the server; absent when the present user may. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

/**
 * Where the private PostgreSQL keeps its data, and as whom it runs. PostgreSQL refuses root, so root hands it to another
 * user; a home which that user cannot enter (a clone under /root) gets its folder under /var/lib instead.
 * The choice is kept in postgres.json, because permissions may change between two starts.
 */
export function postgresPlace(home: Home): Place {
  const inside = join(home.folder(), 'postgres');
  if (process.getuid?.() !== 0) return { folder: folderFor(inside) };
  const user = unprivilegedUser(readFileSync('/etc/passwd', 'utf8'));
  const known = home.readJson<{ folder: string }>('postgres.json')?.folder;
  const folder =
    known ??
    (mayEnter(home.path, user) ? inside : join('/var/lib/karez', createHash('sha256').update(home.path).digest('hex').slice(0, 16)));
  if (!known) home.writeJson('postgres.json', { folder });
  folderFor(folder);
  chownSync(folder, user.uid, user.gid);
  return { folder, user };
}

function folderFor(path: string): string {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o700);
  return path;
}

/** Reads passwd(5) lines: the postgres user that the package makes, else nobody. */
export function unprivilegedUser(passwd: string): { uid: number; gid: number } {
  const entries = passwd.split('\n').map((line) => line.split(':'));
  const entry = entries.find(([name]) => name === 'postgres') ?? entries.find(([name]) => name === 'nobody');
  const [uid, gid] = [Number(entry?.[2]), Number(entry?.[3])];
  if (!uid || !gid)
    throw new Failure('PostgreSQL refuses to run as root and there is no user postgres: make one with: useradd --system postgres');
  return { uid, gid };
}

function mayEnter(folder: string, user: { uid: number; gid: number }): boolean {
  return spawnSync('test', ['-x', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}
