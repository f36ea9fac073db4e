import { fingerprintOf, knownUploads } from './known-uploads.js';

const file = { name: '断面影像.zip', size: 1_000, lastModified: 7 };
const upload = {
  ...{ size: 1_000, metadata: { filename: file.name }, creationTime: '', urlStorageKey: '' },
  ...{ uploadUrl: '/api/files/uploads/1', parallelUploadUrls: null },
};

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

it('tells two files, and two people with the same file, apart', () => {
  const all = [
    fingerprintOf('p1', file),
    fingerprintOf('p2', file),
    fingerprintOf('p1', { ...file, name: '断面影像2.zip' }),
    fingerprintOf('p1', { ...file, size: 1_001 }),
    fingerprintOf('p1', { ...file, lastModified: 8 }),
  ];
  expect(new Set(all).size).toBe(all.length);
});

it('keeps where to go on, and no name of a file', async () => {
  const store = memory();
  const known = knownUploads(store, () => 1_000);
  const print = fingerprintOf('p1', file);
  await known.addUpload(print, upload);
  expect([...store.kept.entries()].join()).not.toContain('断面影像');
  expect((await known.findUploadsByFingerprint(print))[0]).toMatchObject({ uploadUrl: '/api/files/uploads/1', size: 1_000 });
});

it('forgets with the server, after a day', async () => {
  const store = memory();
  await knownUploads(store, () => 0).addUpload('x', upload);
  expect(await knownUploads(store, () => 24 * 3_600_000).findUploadsByFingerprint('x')).toHaveLength(1);
  expect(await knownUploads(store, () => 24 * 3_600_000 + 1).findUploadsByFingerprint('x')).toEqual([]);
});

it('knows nothing where the store is closed or holds something else', async () => {
  const refuse = () => {
    throw new Error('SecurityError');
  };
  const closed = knownUploads({ getItem: refuse, setItem: refuse, removeItem: refuse });
  await closed.addUpload('x', upload);
  await closed.removeUpload('x');
  expect(await closed.findUploadsByFingerprint('x')).toEqual([]);
  const odd = memory();
  odd.setItem('karez.upload.x', '{');
  expect(await knownUploads(odd).findUploadsByFingerprint('x')).toEqual([]);
});
