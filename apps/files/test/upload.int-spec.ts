import { createHash } from 'node:crypto';
import { newId } from '@karez/kernel';
import { eventually } from '@karez/testing';
import { type Caller, callerOf, FilesUnderTest } from './files-under-test.js';
import { largePdf, pdf } from './samples.js';

const MiB = 1024 * 1024;
let files: FilesUnderTest;
let clerk: Caller;
let stranger: Caller;
beforeAll(async () => {
  [files, clerk, stranger] = await Promise.all([
    FilesUnderTest.start({ KAREZ_UPLOAD_MAX_MB: '16', KAREZ_UPLOAD_OPEN: '3' }),
    callerOf('阿依努尔'),
    callerOf('别人'),
  ]);
}, 60_000);
afterAll(() => files.stop());

const digest = (algorithm: string, content: Buffer): string => createHash(algorithm).update(content).digest('hex');
const code = (answer: { body: string }): string => (JSON.parse(answer.body) as { code: string }).code;

it('receives a file in chunks with a cut in the middle, and knows its digests when the last byte has come', async () => {
  const content = largePdf(5 * MiB + 17);
  const tus = files.tus(clerk);
  const { status, path, headers } = await tus.create('关于防汛的请示.pdf', content.length);
  expect([status, headers.get('tus-resumable'), headers.get('upload-expires')]).toEqual([201, '1.0.0', expect.stringContaining('GMT')]);
  expect(await tus.patch(path, 0, content.subarray(0, MiB))).toMatchObject({ status: 204 });
  await tus.breakOff(path, MiB, content.length, content.subarray(MiB, 3 * MiB));
  const offset = await eventually(async () => {
    const reached = await tus.offset(path);
    expect(reached).toBeGreaterThan(MiB);
    return reached;
  });
  expect(offset).toBeLessThanOrEqual(3 * MiB);
  expect((await files.view(path.split('/').at(-1)!, clerk)).sha256).toBeUndefined();
  expect(await tus.patch(path, offset, content.subarray(offset))).toMatchObject({ status: 204 });
  const view = await files.settled(path.split('/').at(-1)!, clerk);
  expect(view).toMatchObject({
    name: '关于防汛的请示.pdf',
    size: content.length,
    mediaType: 'application/pdf',
    state: 'not_scanned',
    readable: true,
  });
  expect([view.sha256, view.sm3]).toEqual([digest('sha256', content), digest('sm3', content)]);
  expect((await files.download(view.id, clerk)).equals(content)).toBe(true);
}, 30_000);
