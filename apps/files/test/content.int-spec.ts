import { jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attachmentApi, fileApi } from '@karez/contracts-files';
import { newId } from '@karez/kernel';
import { traceparent } from '@karez/messaging';
import { eventually } from '@karez/testing';
import { ForgottenFilesJob } from '../src/jobs/forgotten-files.job.js';
import { UnfinishedUploadsJob } from '../src/jobs/unfinished-uploads.job.js';
import { UnusedBytesJob } from '../src/jobs/unused-bytes.job.js';
import { type Caller, callerOf, FilesUnderTest } from './files-under-test.js';
import { largePdf, pdf } from './samples.js';
import { S3Stub } from './s3-stub.js';

// a file is looked at within a second or two; a busy machine takes longer
jest.setTimeout(30_000);

let clerk: Caller;
let other: Caller;
beforeAll(async () => void ([clerk, other] = await Promise.all([callerOf('阿依努尔'), callerOf('巴哈尔')])));
const discard = (files: FilesUnderTest, fileId: string, as: Caller) => files.call(fileApi.discardFile, { fileId }, as);
const hours = (count: number): Date => new Date(Date.now() + count * 3_600_000);

describe('on a disk', () => {
  let files: FilesUnderTest;
  beforeAll(async () => void (files = await FilesUnderTest.start()), 60_000);
  afterAll(() => files.stop());
  const pathOf = (sha256: string): string =>
    join(files.ground.environment.dataDir, 'content', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const incoming = (): string[] => readdirSync(join(files.ground.environment.dataDir, 'incoming'));

  it('stores the same content once, however many files have it, and removes it with the last of them', async () => {
    const content = pdf(randomBytes(8).toString('hex'));
    const [a, b] = await Promise.all([files.stored(clerk, 'a.pdf', content), files.stored(other, 'b.pdf', content)]);
    expect(a.sha256).toBe(b.sha256);
    expect(readdirSync(join(pathOf(a.sha256!), '..'))).toEqual([a.sha256]);
    const unused = files.service.app.get(UnusedBytesJob);
    await discard(files, a.id, clerk);
    await unused.run(0);
    expect((await files.download(b.id, other)).equals(content)).toBe(true);
    await discard(files, b.id, other);
    await unused.run(60);
    expect(existsSync(pathOf(a.sha256!))).toBe(true);
    await unused.run(0);
    expect(existsSync(pathOf(a.sha256!))).toBe(false);
    expect(await files.rows('select 1 from content where sha256 = $1', [a.sha256])).toEqual([]);
    // and it can be brought again
    expect((await files.download((await files.stored(clerk, 'a.pdf', content)).id, clerk)).equals(content)).toBe(true);
  });

  it('loses no file when the same content is removed and brought at once', async () => {
    const content = pdf(randomBytes(8).toString('hex'));
    const unused = files.service.app.get(UnusedBytesJob);
    for (let round = 0; round < 5; round++) {
      const { id } = await files.stored(clerk, 'a.pdf', content);
      const [, , next] = await Promise.all([
        discard(files, id, clerk),
        unused.run(0),
        files.upload(other, 'b.pdf', content),
        unused.run(0),
        unused.run(0),
      ]);
      const view = await files.settled(next, other, 30_000);
      await unused.run(0);
      expect((await files.download(view.id, other)).equals(content)).toBe(true);
      await discard(files, next, other);
    }
  }, 120_000);

  it('brings content that is being removed only when it is gone, and then brings it whole', async () => {
    const content = pdf(randomBytes(8).toString('hex'));
    const { id, sha256 } = await files.stored(clerk, 'a.pdf', content);
    await discard(files, id, clerk);
    // the process that removes it has died between its two steps
    await files.rows('update content set leaving_at = now() where sha256 = $1', [sha256]);
    const next = await files.upload(other, 'b.pdf', content);
    await files.timer(next, `last_error like '%is being removed'`);
    expect(await files.view(next, other)).toMatchObject({ state: 'quarantined', readable: false });
    await files.service.app.get(UnusedBytesJob).run(0);
    expect((await files.settled(next, other, 25_000)).readable).toBe(true);
    expect((await files.download(next, other)).equals(content)).toBe(true);
  }, 60_000);

  it('leaves nothing in the place where bytes come in once a file is stored', async () => {
    const { id } = await files.stored(clerk, 'a.pdf', pdf('gone from incoming'));
    await eventually(() => expect(incoming()).not.toContain(id)); // removed after the commit that makes the file readable
  });

  it('ends uploads that nobody continues, finishes those that have all their bytes, and clears away what has no file', async () => {
    const content = pdf('nobody came back');
    const [half, whole] = await Promise.all([files.tus(clerk).create('a.pdf', 1000), files.tus(clerk).create('b.pdf', content.length)]);
    const [halfId, wholeId] = [half.path, whole.path].map((path) => path.split('/').at(-1)!) as [string, string];
    const folder = join(files.ground.environment.dataDir, 'incoming');
    writeFileSync(join(folder, wholeId), content);
    const stray = newId();
    writeFileSync(join(folder, stray), 'x');
    const job = files.service.app.get(UnfinishedUploadsJob);
    const age = (id: string, hours: number) =>
      files.rows(`update file set created_at = now() - make_interval(hours => $2) where id = $1`, [id, hours]);
    await Promise.all([age(halfId, 1), age(wholeId, 1)]);
    await job.run();
    expect((await files.settled(wholeId, clerk)).readable).toBe(true);
    expect((await files.view(halfId, clerk)).state).toBe('receiving');
    await age(halfId, 25);
    await job.run();
    expect((await files.view(halfId, clerk)).state).toBe('discarded');
    await files.service.app.get(UnusedBytesJob).run(0);
    expect(incoming()).not.toEqual(expect.arrayContaining([stray]));
    expect(incoming()).not.toEqual(expect.arrayContaining([halfId]));
  });

  it('gives up files that no service takes within a week, and keeps the others', async () => {
    const [loose, held] = await Promise.all([files.stored(clerk, 'a.pdf', pdf('loose')), files.stored(clerk, 'b.pdf', pdf('held'))]);
    const { remote, close } = await files.ground.service('exchange');
    await remote.callAsSystem(
      attachmentApi.attachFile,
      { fileId: held.id, thing: 'delivery', thingId: newId(), uploaderId: clerk.actor.id },
      traceparent(),
    );
    await close();
    const job = files.service.app.get(ForgottenFilesJob);
    await job.run(hours(24 * 6));
    expect((await files.view(loose.id, clerk)).state).toBe('not_scanned');
    await job.run(hours(24 * 8));
    expect((await files.view(loose.id, clerk)).state).toBe('discarded');
    expect((await files.view(held.id, clerk)).state).toBe('not_scanned');
  });

  it('wakes a file whose timer failed for good', async () => {
    const id = await files.upload(clerk, 'a.pdf', pdf('woken'));
    await files.settled(id, clerk);
    await files.rows(`update file set state = 'quarantined', received_at = now() - interval '1 hour' where id = $1`, [id]);
    await files.rows(`update content set stored_at = null where sha256 = (select sha256 from file where id = $1)`, [id]);
    writeFileSync(join(files.ground.environment.dataDir, 'incoming', id), pdf('woken'));
    await files.service.app.get(ForgottenFilesJob).run();
    expect((await files.settled(id, clerk)).state).toBe('not_scanned');
  });
});

describe('in S3', () => {
  it('stores once, reads ranges, checks every block and removes', async () => {
    const s3 = new S3Stub();
    const settings = {
      KAREZ_S3_ENDPOINT: await s3.listen(),
      KAREZ_S3_BUCKET: 'karez',
      KAREZ_S3_ACCESS_KEY: 'test',
      KAREZ_S3_SECRET_KEY: 'secret',
    };
    const files = await FilesUnderTest.start(settings);
    const [small, large] = [pdf('small'), largePdf(18 * 1024 * 1024 + 3)];
    const [a, b, c] = await Promise.all([
      files.stored(clerk, 'a.pdf', small),
      files.stored(clerk, 'b.pdf', large),
      files.stored(other, 'c.pdf', large),
    ]);
    expect(s3.objects.size).toBe(2);
    expect((await files.download(a.id, clerk)).equals(small)).toBe(true);
    expect((await files.download(c.id, other)).equals(large)).toBe(true);
    const part = await fetch(await files.link(b.id, clerk), { headers: { range: 'bytes=9000000-9000099' } });
    expect(Buffer.from(await part.arrayBuffer()).equals(large.subarray(9_000_000, 9_000_100))).toBe(true);
    expect(existsSync(join(files.ground.environment.dataDir, 'content'))).toBe(false);

    const key = [...s3.objects].find(([, object]) => object.length === large.length)![0];
    const altered = Buffer.from(large);
    altered[0]! ^= 1;
    s3.objects.set(key, altered);
    expect((await fetch(await files.link(b.id, clerk))).status).toBe(500);
    await discard(files, a.id, clerk);
    await files.service.app.get(UnusedBytesJob).run(0);
    expect([...s3.objects.keys()]).toEqual([key]);
    await files.stop();
    s3.close();
  }, 90_000);
});
