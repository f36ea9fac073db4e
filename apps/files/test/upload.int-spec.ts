import { jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@karez/kernel';
import { eventually } from '@karez/testing';
import { type Caller, callerOf, FilesUnderTest } from './files-under-test.js';
import { largePdf, pdf } from './samples.js';
import { TusClient } from './tus-client.js';

// a file is looked at within a second or two; a busy machine takes longer
jest.setTimeout(30_000);

const MiB = 1024 * 1024;
let files: FilesUnderTest;
let clerk: Caller;
let stranger: Caller;
beforeAll(async () => {
  [files, clerk, stranger] = await Promise.all([
    FilesUnderTest.start({ KAREZ_UPLOAD_MAX_MB: '16', KAREZ_UPLOAD_OPEN: '3', KAREZ_UPLOAD_QUOTA_MB: '20' }),
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

describe('a caller', () => {
  it.each([
    ['without authority', {}, 401, 'auth.required'],
    ['with a forged authority', { 'x-karez-authority': 'eyJhbGciOiJub25lIn0.e30.' }, 401, 'auth.expired'],
  ])('%s uploads nothing', async (_, headers, status, refusal) => {
    const answer = await new TusClient(files.origin, headers).create('a.pdf', 10);
    expect([answer.status, code(answer), answer.headers.get('content-type')]).toEqual([
      status,
      refusal,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('with an authority that has ended uploads nothing', async () => {
    const ended = await callerOf('昨日', {}, '-1s');
    expect(code(await files.tus(ended).create('a.pdf', 10))).toBe('auth.expired');
  });

  it('does not know the uploads of another: their ids are as unknown as ids never given out', async () => {
    const content = pdf();
    const { path } = await files.tus(clerk).create('a.pdf', content.length);
    for (const where of [path, `/files/uploads/${newId()}`, '/files/uploads/not-an-id', '/files/uploads/..%2f..%2fetc']) {
      const tus = files.tus(stranger);
      expect((await tus.head(where)).status).toBe(404);
      expect(code(await tus.patch(where, 0, content))).toBe('not_found');
      expect(code(await tus.send('DELETE', where))).toBe('not_found');
    }
    expect(await files.tus(clerk).offset(path)).toBe(0);
    await expect(files.view(path.split('/').at(-1)!, stranger)).rejects.toThrow('not_found');
    await files.tus(clerk).send('DELETE', path);
  });
});

describe('an upload', () => {
  it.each([
    ['without a name', '', 10, {}, 400, 'files.upload.name_missing'],
    ['of nothing', 'a.pdf', 0, {}, 422, 'files.upload.empty'],
    ['beyond the limit', 'a.pdf', 16 * MiB + 1, {}, 413, 'files.upload.too_large'],
    ['with a digest that is none', 'a.pdf', 10, { metadata: { sha256: 'abc' } }, 400, 'files.upload.protocol'],
  ])('%s is refused and leaves nothing behind', async (_, name, size, more, status, refusal) => {
    const before = await files.rows('select id from file');
    const answer = await files.tus(clerk).create(name, size, more);
    expect([answer.status, code(answer)]).toEqual([status, refusal]);
    expect(await files.rows('select id from file')).toEqual(before);
  });

  it('whose length is to be said later is refused', async () => {
    const answer = await files
      .tus(clerk)
      .send('POST', '/files/uploads', { 'upload-defer-length': '1', 'upload-metadata': 'filename YQ==' });
    expect([answer.status, code(answer)]).toEqual([400, 'files.upload.length_missing']);
  });

  it('takes no byte at the wrong place and none beyond its length', async () => {
    const content = pdf();
    const { path } = await files.tus(clerk).create('a.pdf', content.length);
    expect(code(await files.tus(clerk).patch(path, 5, content))).toBe('files.upload.offset_conflict');
    expect(code(await files.tus(clerk).patch(path, 0, Buffer.concat([content, content])))).toBe('files.upload.too_large');
    expect(await files.tus(clerk).offset(path)).toBe(0);
    expect((await files.tus(clerk).send('DELETE', path)).status).toBe(204);
  });

  it('that is given up is over, row and bytes', async () => {
    const { path } = await files.tus(clerk).create('a.pdf', 1000);
    const id = path.split('/').at(-1)!;
    await files.tus(clerk).patch(path, 0, pdf().subarray(0, 20));
    expect((await files.tus(clerk).send('DELETE', path)).status).toBe(204);
    expect(await files.rows('select state from file where id = $1', [id])).toEqual([{ state: 'discarded' }]);
    expect(existsSync(join(files.ground.environment.dataDir, 'incoming', id))).toBe(false);
    expect((await files.tus(clerk).head(path)).status).toBe(410);
  });

  it('is one of at most three that a person has open', async () => {
    const hasty = await callerOf('急性子');
    const opened = await Promise.all(Array.from({ length: 6 }, () => files.tus(hasty).create('a.pdf', 10)));
    expect(opened.map(({ status }) => status).sort()).toEqual([201, 201, 201, 429, 429, 429]);
    expect(opened.find(({ status }) => status === 429)!.headers.get('retry-after')).toBe('5');
  });

  it('is refused when the person has too much here that nobody uses', async () => {
    const hoarder = await callerOf('囤积者');
    expect((await files.tus(hoarder).create('a.pdf', 12 * MiB)).status).toBe(201);
    const second = await files.tus(hoarder).create('b.pdf', 12 * MiB);
    expect([second.status, code(second)]).toEqual([409, 'files.upload.quota_reached']);
    expect((await files.tus(hoarder).create('b.pdf', 8 * MiB)).status).toBe(201);
  });

  it('says that it has everything when the answer to the last byte was lost', async () => {
    const content = pdf();
    const id = await files.upload(clerk, 'a.pdf', content);
    await files.settled(id, clerk);
    expect(await files.tus(clerk).offset(`/files/uploads/${id}`)).toBe(content.length);
    expect(code(await files.tus(clerk).patch(`/files/uploads/${id}`, 5, content.subarray(5)))).toBe('files.upload.offset_conflict');
    expect((await files.tus(clerk).send('DELETE', `/files/uploads/${id}`)).status).toBe(410);
  });

  it('that has all its bytes and no end, because the service died between the two, is finished when its client asks', async () => {
    const content = pdf();
    const { path } = await files.tus(clerk).create('a.pdf', content.length);
    const id = path.split('/').at(-1)!;
    writeFileSync(join(files.ground.environment.dataDir, 'incoming', id), content);
    expect(await files.tus(clerk).offset(path)).toBe(content.length);
    expect(await files.settled(id, clerk)).toMatchObject({ readable: true, sha256: digest('sha256', content) });
  });

  it('must have the digest that was announced', async () => {
    const content = pdf();
    const right = await files.upload(clerk, 'a.pdf', content, { sha256: digest('sha256', content).toUpperCase() });
    expect((await files.settled(right, clerk)).state).toBe('not_scanned');
    const wrong = await files.upload(clerk, 'a.pdf', content, { sha256: '0'.repeat(64) });
    expect(await files.settled(wrong, clerk)).toMatchObject({ state: 'refused', reason: 'files.upload.digest_mismatch', readable: false });
  });
});

describe('what a file is', () => {
  it('is told by its content: a program called PDF is refused and its bytes are gone', async () => {
    const id = await files.upload(clerk, '发票.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)]));
    expect(await files.settled(id, clerk)).toMatchObject({
      state: 'refused',
      reason: 'files.type.not_allowed',
      reasonParams: { found: 'EXE' },
      readable: false,
      acts: ['discard'],
    });
    expect(existsSync(join(files.ground.environment.dataDir, 'incoming', id))).toBe(false);
    await expect(files.link(id, clerk)).rejects.toThrow('files.type.not_allowed');
  });

  it('is stored under a name without path, control and direction characters', async () => {
    const view = await files.stored(clerk, '../..\\c\u0007lass\u202e.pdf', pdf());
    expect(view.name).toBe('class.pdf');
  });
});

it('records each act, and tells the uploader alone what became of the file', async () => {
  const { id } = await files.stored(clerk, 'a.pdf', pdf('recorded'));
  type Row = { subject: string; envelope: { audience?: object; data: { operation: string; targets: string[]; outcome: string } } };
  const rows = await files.rows<Row>(
    `select subject, envelope from outbox where aggregate_id = $1 or envelope->'data'->'targets'->>0 = $2 order by position`,
    [id, `file/${id}`],
  );
  const facts = rows.filter(({ subject }) => !subject.includes('act-audited'));
  expect(facts.map(({ subject, envelope }) => [subject, envelope.audience])).toEqual([
    ['evt.files.file-received.v1', { personIds: [clerk.actor.id] }],
    ['evt.files.file-cleared.v1', { personIds: [clerk.actor.id] }],
  ]);
  const acts = rows.filter(({ subject }) => subject === 'evt.files.act-audited.v1').map(({ envelope }) => envelope.data.operation);
  expect(acts).toEqual(['cmd.files.startUpload.v1', 'cmd.files.finishUpload.v1', 'job.files.examineFile', 'task.files.check']);
});
