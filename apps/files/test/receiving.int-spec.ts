import { jest } from '@jest/globals';
import { attachmentApi, receivingApi } from '@karez/contracts-files';
import { newId } from '@karez/kernel';
import { traceparent } from '@karez/messaging';
import { eventually } from '@karez/testing';
import { FilesUnderTest } from './files-under-test.js';
import { pdf } from './samples.js';

jest.setTimeout(30_000);

let files: FilesUnderTest;
let exchange: Awaited<ReturnType<FilesUnderTest['ground']['service']>>;
let other: typeof exchange;
beforeAll(async () => {
  files = await FilesUnderTest.start();
  exchange = await files.ground.service('exchange');
  other = await files.ground.service('approval');
}, 60_000);
afterAll(async () => {
  await Promise.all([exchange.close(), other.close()]);
  await files.stop();
});

const content = pdf('from another node');
const begin = (thingId: string) =>
  exchange.remote.callAsSystem(
    receivingApi.beginReceiving,
    { name: '../方案.pdf', size: content.length, thing: 'incoming', thingId },
    traceparent(),
  );
const piece = (fileId: string, from: number, to: number, by = exchange) =>
  by.remote.callAsSystem(
    receivingApi.receiveBytes,
    { fileId, offset: from, bytes: content.subarray(from, to).toString('base64') },
    traceparent(),
  );

it('takes a file piece by piece, goes on where it stopped, and looks at it as at every upload', async () => {
  const thingId = newId();
  const { fileId } = await begin(thingId);
  expect((await piece(fileId, 0, 100)).offset).toBe(100);
  expect((await piece(fileId, 0, 100)).offset).toBe(100); // the answer was lost, the piece comes again
  expect((await piece(fileId, 200, 300)).offset).toBe(100); // one that is too early changes nothing
  expect(await begin(thingId)).toEqual({ fileId, offset: 100, size: content.length });
  expect((await piece(fileId, 100, content.length)).offset).toBe(content.length);
  await eventually(async () => {
    const { items } = await exchange.remote.callAsSystem(attachmentApi.listAttached, { thing: 'incoming', thingId }, traceparent());
    expect(items).toMatchObject([{ id: fileId, name: '方案.pdf', readable: true, mediaType: 'application/pdf' }]);
  });
});

it('is open to services alone, and each to its own files', async () => {
  const { fileId } = await begin(newId());
  await expect(piece(fileId, 0, 10, other)).rejects.toMatchObject({ code: 'not_found' });
  await expect(
    files.ground.remote.call(receivingApi.receiveBytes, { fileId, offset: 0, bytes: 'AA==' }, { commandId: newId(), trace: traceparent() }),
  ).rejects.toMatchObject({ code: 'auth.required' });
});

it('refuses what is larger than any upload may be', async () => {
  const request = { name: 'a.pdf', size: 1e15, thing: 'incoming', thingId: newId() };
  await expect(exchange.remote.callAsSystem(receivingApi.beginReceiving, request, traceparent())).rejects.toMatchObject({
    code: 'files.upload.too_large',
  });
});
