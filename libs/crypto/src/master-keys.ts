import { refusal } from './errors.js';

const invalid = (reason: string) => refusal('crypto.master_key_invalid', { reason });

/** The keys that wrap keys. New wrappings use the current one; older ones stay until everything under them is wrapped anew. */
export class MasterKeys {
  readonly current: string;
  readonly #keys: ReadonlyMap<string, Buffer>;

  /**
   * @param keys id (1–64 characters of A–Z a–z 0–9 . _ -) → 16 to 64 bytes of key; the first is current
   * @throws DomainError `crypto.master_key_invalid`; the reason never quotes a key
   */
  constructor(keys: Iterable<readonly [id: string, key: Uint8Array]>) {
    const all = [...keys];
    const first = all[0];
    if (!first) throw invalid('no master key');
    for (const [id, key] of all) {
      if (!/^[\w.-]{1,64}$/.test(id)) throw invalid('an id is not 1 to 64 letters, digits, dots, dashes');
      if (key.length < 16 || key.length > 64) throw invalid(`key ${id} has not 16 to 64 bytes`);
    }
    this.#keys = new Map(all.map(([id, key]) => [id, Buffer.from(key)]));
    if (this.#keys.size !== all.length) throw invalid('an id twice');
    this.current = first[0];
  }

  /**
   * @param text `id:base64` joined by commas, current first, as a secret file or environment variable holds it
   * @throws DomainError `crypto.master_key_invalid`
   */
  static parse(text: string): MasterKeys {
    const keys = text.split(',').map((entry): [string, Buffer] => {
      const [id = '', packed = '', ...more] = entry.trim().split(':');
      const key = Buffer.from(packed, 'base64');
      if (more.length > 0 || key.toString('base64') !== packed) throw invalid('an entry is not id:base64');
      return [id, key];
    });
    return new MasterKeys(keys);
  }

  /** @throws DomainError `crypto.master_key_unknown` */
  get(id: string): Buffer {
    const key = this.#keys.get(id);
    if (!key) throw refusal('crypto.master_key_unknown', { id });
    return key;
  }
}
