import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** One instance's folder: its servers' data, secrets, logs and state. `KAREZ_HOME` lets several live side by side. */
export class Home {
  readonly path: string;

  constructor(path = process.env.KAREZ_HOME ?? '.karez') {
    this.path = isAbsolute(path) ? path : resolve(root, path);
  }

  /** Path of a file in the home; its folder is made. */
  file(...parts: string[]): string {
    const path = join(this.path, ...parts);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  }

  /** Path of a folder in the home, made when missing. */
  folder(...parts: string[]): string {
    const path = join(this.path, ...parts);
    mkdirSync(path, { recursive: true });
    return path;
  }

  readJson<T>(name: string): T | undefined {
    const path = join(this.path, name);
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined;
  }

  /** Written whole or not at all: a reader never sees half a file. */
  writeJson(name: string, content: unknown): void {
    writePrivately(this.file(name), `${JSON.stringify(content, null, 2)}\n`);
  }

  /** A secret generated on first use and kept in secrets.json (mode 0600). */
  secret(name: string): string {
    const secrets = this.readJson<Record<string, string>>('secrets.json') ?? {};
    const known = secrets[name];
    if (known) return known;
    const made = randomBytes(24).toString('base64url');
    this.writeJson('secrets.json', { ...secrets, [name]: made });
    return made;
  }
}

export function writePrivately(path: string, content: string): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, content, { mode: 0o600 });
  renameSync(draft, path);
}
