import { jest } from '@jest/globals';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attachmentApi, fileApi } from '@karez/contracts-files';
import { newId } from '@karez/kernel';
import { traceparent } from '@karez/messaging';
import { ScrubJob } from '../src/jobs/scrub.job.js';
import { LinkSigner } from '../src/download/link.js';
import { type Caller, callerOf, FilesUnderTest } from './files-under-test.js';
import { largePdf, pdf, png, zip } from './samples.js';

// a file is looked at within a second or two; a busy machine takes longer
jest.setTimeout(30_000);

const MiB = 1024 * 1024;
const content = largePdf(3 * MiB + 100);
let files: FilesUnderTest;
let clerk: Caller;
let stranger: Caller;
let fileId: string;
beforeAll(async () => {
  [files, clerk, stranger] = await Promise.all([FilesUnderTest.start(), callerOf('阿依努尔'), callerOf('别人')]);
  fileId = (await files.stored(clerk, '水资源公报（2025年）.pdf', content)).id;
}, 60_000);
afterAll(() => files.stop());

const get = (url: string, headers: Record<string, string> = {}, method = 'GET') => fetch(url, { headers, method });
const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as { code: string }).code;

describe('a signed link', () => {
  it('gives the whole file under its own name, and nothing in it may act', async () => {
    const answer = await get(await files.link(fileId, clerk));
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
    const { headers } = answer;
    expect([answer.status, headers.get('content-length'), headers.get('content-type')]).toEqual([
      200,
      String(content.length),
      'application/pdf',
    ]);
    expect(headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent('水资源公报（2025年）.pdf')}`);
    expect([headers.get('x-content-type-options'), headers.get('cache-control')]).toEqual(['nosniff', 'private, no-store']);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  });

  it('gives ranges, also over the borders of blocks, and the rest of a download that broke off', async () => {
    const url = await files.link(fileId, clerk);
    for (const [range, from, to] of [
      ['bytes=0-9', 0, 10],
      ['bytes=1048570-1048590', MiB - 6, MiB + 15],
      ['bytes=-100', content.length - 100, content.length],
    ] as const) {
      const answer = await get(url, { range });
      expect(answer.status).toBe(206);
      expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${content.length}`);
      expect(Buffer.from(await answer.arrayBuffer()).equals(content.subarray(from, to))).toBe(true);
    }
    const etag = (await get(url, {}, 'HEAD')).headers.get('etag')!;
    expect((await get(url, { range: 'bytes=5-', 'if-range': etag })).status).toBe(206);
    expect((await get(url, { range: 'bytes=5-', 'if-range': '"old"' })).status).toBe(200);
    expect((await get(url, { 'if-none-match': etag })).status).toBe(304);
    const outside = await get(url, { range: `bytes=${content.length}-` });
    expect([outside.status, outside.headers.get('content-range')]).toEqual([416, `bytes */${content.length}`]);
  });

  it('is refused when forged, expired, of another use or another installation', async () => {
    const url = await files.link(fileId, clerk);
    const token = url.split('/').at(-1)!;
    const at = token.indexOf('.') - 3;
    const forged = token.slice(0, at) + (token[at] === 'x' ? 'y' : 'x') + token.slice(at + 1);
    for (const path of [`content/${forged}`, 'content/', 'content/a.b', `previews/${token}`, `content/${token}/../x`]) {
      const answer = await get(`${files.origin}/files/${path}`);
      expect([path, answer.status, await codeOf(answer)]).toEqual([path, 403, 'files.link.invalid']);
    }
    const signer = files.service.app.get(LinkSigner);
    const old = signer.sign({ fileId, use: 'download' }, new Date(Date.now() - 5 * 60_000 - 1)).url.replace('/api', '');
    const expired = await get(files.origin + old);
    expect([expired.status, await codeOf(expired)]).toEqual([410, 'files.link.expired']);
    const other = new LinkSigner(Buffer.alloc(32, 7)).sign({ fileId, use: 'download' }, new Date()).url.replace('/api', '');
    expect((await get(files.origin + other)).status).toBe(403);
  });

  it('is given by the gateway’s anonymous route: without a link there is nothing to ask for', async () => {
    for (const path of ['/files/content', '/files/previews', '/files', '/files/uploads', '/', '/etc/passwd']) {
      expect((await get(files.origin + path)).status).toBeGreaterThanOrEqual(400);
    }
    expect((await get(files.origin + '/files/content/x', {}, 'DELETE')).status).toBe(404);
  });

  it('is not for strangers, and for a file that was given up it ends at once', async () => {
    await expect(files.link(fileId, stranger)).rejects.toThrow('not_found');
    const { id } = await files.stored(clerk, 'b.pdf', pdf('given up'));
    const url = await files.link(id, clerk);
    await files.call(fileApi.discardFile, { fileId: id }, clerk);
    expect((await get(url)).status).toBe(404);
    await expect(files.view(id, clerk)).resolves.toMatchObject({ state: 'discarded', readable: false, acts: [] });
  });
});

describe('a preview', () => {
  it.each([
    ['图.png', png(), 'image/png'],
    ['稿.pdf', pdf('preview'), 'application/pdf'],
  ])('shows %s in place', async (name, sample, mediaType) => {
    const { id } = await files.stored(clerk, name, sample);
    const answer = await get(await files.link(id, clerk, 'preview'));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, mediaType]);
    expect(answer.headers.get('content-disposition')).toMatch(/^inline;/);
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  });

  it('there is none of other types', async () => {
    const { id, acts } = await files.stored(clerk, '资料.zip', zip({ name: 'a.txt' }));
    expect(acts).toEqual(['download', 'discard']);
    await expect(files.link(id, clerk, 'preview')).rejects.toThrow('files.file.no_preview');
  });
});

describe('a service that holds a file', () => {
  const thing = { thing: 'delivery', thingId: newId() };

  it('decides who may read it, may bind the link to one person, and keeps it from being given up', async () => {
    const { remote, close } = await files.ground.service('exchange');
    const { id } = await files.stored(clerk, 'c.pdf', pdf('attached'));
    const call = <Res extends object>(operation: Parameters<typeof remote.callAsSystem>[0], request: object) =>
      remote.callAsSystem(operation, request, traceparent()) as Promise<Res>;
    await expect(call(attachmentApi.issueLink, { fileId: id, use: 'download' })).rejects.toThrow('not_found');
    await expect(call(attachmentApi.attachFile, { ...thing, fileId: id, uploaderId: stranger.actor.id })).rejects.toThrow('not_found');
    expect(await call(attachmentApi.attachFile, { ...thing, fileId: id, uploaderId: clerk.actor.id })).toMatchObject({
      id,
      attached: true,
      acts: [],
    });
    expect(await call(attachmentApi.listAttached, thing)).toMatchObject({ items: [{ id, name: 'c.pdf' }] });
    await expect(files.call(fileApi.discardFile, { fileId: id }, clerk)).rejects.toThrow('files.file.attached');

    const { url } = await call<{ url: string }>(attachmentApi.issueLink, { fileId: id, use: 'download', personId: stranger.actor.id });
    const at = files.origin + url.replace('/api', '');
    expect((await get(at)).status).toBe(401);
    expect((await get(at, { 'x-karez-authority': clerk.authority })).status).toBe(403);
    expect((await get(at, { 'x-karez-authority': stranger.authority })).status).toBe(200);

    const other = await files.ground.service('approval');
    await expect(other.remote.callAsSystem(attachmentApi.issueLink, { fileId: id, use: 'download' }, traceparent())).rejects.toThrow(
      'not_found',
    );
    expect(await other.remote.callAsSystem(attachmentApi.listAttached, thing, traceparent())).toEqual({ items: [] });
    await call(attachmentApi.detachFile, { ...thing, fileId: id });
    await files.call(fileApi.discardFile, { fileId: id }, clerk);
    await Promise.all([close(), other.close()]);
  });

  it.each([attachmentApi.attachFile, attachmentApi.detachFile, attachmentApi.listAttached, attachmentApi.issueLink])(
    'is a service: $name is closed to people',
    async (operation) => {
      await expect(files.call(operation as never, {}, clerk)).rejects.toThrow('auth.forbidden');
    },
  );
});

describe('stored bytes that were altered', () => {
  const alter = (sha256: string, at: number): void => {
    const path = join(files.ground.environment.dataDir, 'content', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    const bytes = readFileSync(path);
    bytes[at]! ^= 1;
    chmodSync(path, 0o600);
    writeFileSync(path, bytes);
  };

  it('are never handed out: not whole, not in part', async () => {
    const sample = largePdf(3 * MiB);
    const { id, sha256 } = await files.stored(clerk, 'd.pdf', sample);
    const url = await files.link(id, clerk);
    alter(sha256!, 2 * MiB + 5);
    const fine = await get(url, { range: 'bytes=0-99' });
    expect(Buffer.from(await fine.arrayBuffer()).equals(sample.subarray(0, 100))).toBe(true);
    const whole = await get(url);
    await expect(whole.arrayBuffer()).rejects.toThrow();
    const part = await get(url, { range: `bytes=${2 * MiB}-${2 * MiB + 1}` });
    expect([part.status, await codeOf(part)]).toEqual([500, 'files.content.damaged']);
    expect(await files.view(id, clerk)).toMatchObject({ readable: false, reason: 'files.content.damaged' });
    await expect(files.link(id, clerk)).rejects.toThrow('files.content.damaged');
    // the same file brought again heals it
    const again = await files.stored(clerk, 'd.pdf', sample);
    expect(again.sha256).toBe(sha256);
    expect((await files.download(id, clerk)).equals(sample)).toBe(true);
  });

  it('are found by the nightly scrub, and so are bytes that are gone', async () => {
    const { id, sha256 } = await files.stored(clerk, 'e.pdf', pdf('scrubbed'));
    const scrub = files.service.app.get(ScrubJob);
    await files.rows(`update content set checked_at = checked_at - interval '2 days'`);
    expect(await scrub.run()).toBeGreaterThan(0);
    expect((await files.view(id, clerk)).readable).toBe(true);
    alter(sha256!, 3);
    await files.rows(`update content set checked_at = checked_at - interval '2 days'`);
    await scrub.run();
    expect(await files.view(id, clerk)).toMatchObject({ readable: false, reason: 'files.content.damaged' });
  });
});
