import type { PreviousUpload, UrlStorage } from 'tus-js-client';

const prefix = 'karez.upload.';
/** The server forgets unfinished uploads after a day; so does the browser. */
const longestMs = 24 * 3_600_000;

interface Known {
  readonly url: string;
  readonly size: number;
  readonly at: number;
}

/** FNV-1a in two halves: names of files are not written into the browser's store, where the next user of the desk could read them. */
export function fingerprintOf(person: string, { name, size, lastModified }: Pick<File, 'name' | 'size' | 'lastModified'>): string {
  const words = `${person}\n${name}\n${size}\n${lastModified}`;
  return [0x811c9dc5, 0x1b873593].map((seed) => fnv(words, seed).toString(16).padStart(8, '0')).join('');
}
function fnv(words: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/** Where unfinished uploads can be gone on with, by file: after a reload, or when the browser was closed. Without a store they begin anew. */
export const knownUploads = (store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, now = () => Date.now()): UrlStorage => ({
  findAllUploads: () => Promise.resolve([]),
  findUploadsByFingerprint: (fingerprint) => Promise.resolve(find(store, fingerprint, now())),
  removeUpload: (key) => {
    attempt(() => store.removeItem(key));
    return Promise.resolve();
  },
  addUpload: (fingerprint, { uploadUrl, size }) => {
    const known: Known = { url: uploadUrl ?? '', size: size ?? 0, at: now() };
    attempt(() => store.setItem(prefix + fingerprint, JSON.stringify(known)));
    return Promise.resolve(prefix + fingerprint);
  },
});

function find(store: Pick<Storage, 'getItem'>, fingerprint: string, now: number): PreviousUpload[] {
  const text = attempt(() => store.getItem(prefix + fingerprint));
  const known = text ? attempt(() => JSON.parse(text) as Partial<Known>) : undefined;
  if (!known?.url || typeof known.at !== 'number' || now - known.at > longestMs) return [];
  return [
    {
      ...{ size: known.size ?? null, metadata: {}, creationTime: new Date(known.at).toISOString() },
      ...{ urlStorageKey: prefix + fingerprint, uploadUrl: known.url, parallelUploadUrls: null },
    },
  ];
}

/** A closed or full store, or what another version wrote: then nothing is known. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
