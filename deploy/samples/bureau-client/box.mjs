import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder in which this program keeps what it took in and how far it has come. One program at a time works in it. */
export class Box {
  constructor(folder) {
    this.folder = folder;
  }

  /** A folder in it, made when it is missing. */
  async sub(...names) {
    const folder = join(this.folder, ...names);
    await mkdir(folder, { recursive: true });
    return folder;
  }

  async read(name) {
    try {
      return await readFile(join(this.folder, name), 'utf8');
    } catch (error) {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Old or new, never half: also when the power fails. */
  async write(name, text) {
    await this.sub();
    const file = join(this.folder, name);
    const handle = await open(`${file}.part`, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${file}.part`, file);
  }
}

/** JSON with sorted names (RFC 8785 for what the platform sends): the form that an evidence file is sealed in. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}
