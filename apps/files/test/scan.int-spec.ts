import { jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@karez/testing';
import { ForgottenFilesJob } from '../src/jobs/forgotten-files.job.js';
import { clamdProgram, ClamdServer } from './clamd-server.js';
import { type Caller, callerOf, FilesUnderTest, Ground } from './files-under-test.js';
import { eicar, largePdf, pdf, zip } from './samples.js';

// a file is looked at within a second or two; a busy machine takes longer
jest.setTimeout(30_000);

let clerk: Caller;
beforeAll(async () => void (clerk = await callerOf('阿依努尔')));
const contentOf = (files: FilesUnderTest): string[] => {
  const folder = join(files.ground.environment.dataDir, 'content');
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
    : [];
};

if (!clamdProgram)
  console.warn('clamd is not installed (Debian: apt-get install clamav-daemon): the specs that need a real scanner are skipped');
(clamdProgram ? describe : describe.skip)('with a real clamd', () => {
  let clamd: ClamdServer;
  let files: FilesUnderTest;
  beforeAll(async () => {
    clamd = await ClamdServer.start(['StreamMaxLength 2M']);
    files = await FilesUnderTest.start({ KAREZ_CLAMD: clamd.address, KAREZ_UNSCANNED: 'refuse' });
  }, 60_000);
  afterAll(async () => {
    await clamd.stop();
    await files.stop();
  });

  it.each([
    ['by itself', '测试.txt', eicar],
    ['inside a zip', '测试.zip', () => zip({ name: 'readme.txt' }, { name: 'eicar.com', content: eicar() })],
  ])('destroys a virus %s: it never reaches the content store and nobody can read it', async (_, name, content) => {
    const before = contentOf(files);
    const id = await files.upload(clerk, name, content());
    expect(await files.settled(id, clerk)).toMatchObject({
      state: 'infected',
      readable: false,
      reason: 'files.file.infected',
      reasonParams: { virus: 'Eicar-Test.UNOFFICIAL' },
    });
    expect(contentOf(files)).toEqual(before);
    expect(existsSync(join(files.ground.environment.dataDir, 'incoming', id))).toBe(false);
    await expect(files.link(id, clerk)).rejects.toThrow('files.file.infected');
  });

  it('lets a clean file out of quarantine', async () => {
    const view = await files.stored(clerk, 'a.pdf', pdf());
    expect(view).toMatchObject({ state: 'clean', readable: true, acts: ['download', 'preview', 'discard'] });
    expect((await files.download(view.id, clerk)).equals(pdf())).toBe(true);
  });

  it('refuses what is too large to be scanned, where unscanned files are refused', async () => {
    const id = await files.upload(clerk, '大.pdf', largePdf(3 * 1024 * 1024));
    expect(await files.settled(id, clerk)).toMatchObject({ state: 'not_scanned', readable: false, reason: 'files.file.too_large_to_scan' });
    await expect(files.link(id, clerk)).rejects.toThrow('files.file.too_large_to_scan');
  }, 30_000);

  it('keeps files waiting while clamd is dead, serves none of them, and goes on when it is back', async () => {
    await clamd.kill();
    const ids = await Promise.all(
      Array.from({ length: 3 }, (_, index) => files.upload(clerk, `等待${index}.pdf`, pdf(randomBytes(8).toString('hex')))),
    );
    const virus = await files.upload(clerk, '测试.txt', eicar());
    for (const id of [...ids, virus]) await files.timer(id, `(payload->>'waits')::int > 0`);
    for (const id of [...ids, virus]) {
      expect(await files.view(id, clerk)).toMatchObject({
        state: 'quarantined',
        readable: false,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      });
      await expect(files.link(id, clerk)).rejects.toThrow('files.file.in_quarantine');
    }
    await clamd.again();
    for (const id of ids) expect((await files.settled(id, clerk, 40_000)).state).toBe('clean');
    expect((await files.settled(virus, clerk, 40_000)).state).toBe('infected');
  }, 90_000);
});

describe('without a scanner', () => {
  it('says so, serves such files only where that is allowed, and has them scanned when a scanner comes', async () => {
    const ground = await Ground.lay();
    const strict = await FilesUnderTest.start({ KAREZ_UNSCANNED: 'refuse' }, ground);
    const id = await strict.upload(clerk, 'a.pdf', pdf());
    const virus = await strict.upload(clerk, '测试.txt', eicar());
    expect(await strict.settled(id, clerk)).toMatchObject({
      state: 'not_scanned',
      readable: false,
      reason: 'files.file.not_scanned',
      acts: ['discard'],
    });
    await strict.settled(virus, clerk);
    await expect(strict.link(id, clerk)).rejects.toThrow('files.file.not_scanned');
    await strict.stop({ keepGround: true });

    const lenient = await FilesUnderTest.start({ KAREZ_UNSCANNED: 'allow' }, ground);
    expect(await lenient.view(id, clerk)).toMatchObject({ state: 'not_scanned', readable: true });
    expect((await lenient.download(id, clerk)).equals(pdf())).toBe(true);
    await lenient.stop({ keepGround: true });

    if (clamdProgram) {
      const clamd = await ClamdServer.start();
      const scanning = await FilesUnderTest.start({ KAREZ_CLAMD: clamd.address, KAREZ_UNSCANNED: 'refuse' }, ground);
      await scanning.service.app.get(ForgottenFilesJob).run();
      await eventuallyIn(scanning, id, 'clean');
      await eventuallyIn(scanning, virus, 'infected');
      await clamd.stop();
      await scanning.stop({ keepGround: true });
    }
    await ground.close();
  }, 90_000);
});

async function eventuallyIn(files: FilesUnderTest, id: string, state: string): Promise<void> {
  await eventually(async () => expect((await files.view(id, clerk)).state).toBe(state), { timeoutMs: 20_000 });
}
