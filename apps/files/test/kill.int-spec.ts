import { createHash } from 'node:crypto';
import { eventually, type Program, startProgram } from '@karez/testing';
import { fileApi, type FileView } from '@karez/contracts-files';
import { newId } from '@karez/kernel';
import { traceparent } from '@karez/messaging';
import { freePort } from './clamd-server.js';
import { type Caller, callerOf, Ground } from './files-under-test.js';
import { largePdf } from './samples.js';
import { TusClient } from './tus-client.js';

const MiB = 1024 * 1024;
let ground: Ground;
let clerk: Caller;
let origin: string;
let program: Program;
const start = async (): Promise<void> => {
  const { databaseUrl, natsUrl, redisUrl, dataDir } = ground.environment;
  const env = {
    ...{ KAREZ_MODE: 'development', KAREZ_LOG_LEVEL: 'info', KAREZ_CLAMD: 'off', KAREZ_HTTP_PORT: new URL(origin).port },
    ...{
      KAREZ_DATABASE_URL: databaseUrl,
      KAREZ_NATS_URL: natsUrl,
      KAREZ_REDIS_URL: redisUrl,
      KAREZ_DATA_DIR: dataDir,
      KAREZ_HEALTH_PORT: '0',
    },
  };
  program = startProgram(new URL('../src/main.ts', import.meta.url), { env });
  await program.line(/"started"/, 60_000);
};
beforeAll(async () => {
  [ground, clerk] = await Promise.all([Ground.lay(), callerOf('阿依努尔')]);
  origin = `http://127.0.0.1:${await freePort()}`;
  await start();
}, 90_000);
afterAll(async () => {
  expect(await program.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  await ground.close();
});
const view = (fileId: string): Promise<FileView> =>
  ground.remote.call(fileApi.getFile, { fileId }, { commandId: newId(), trace: traceparent(), authority: clerk.authority });

it('an upload goes on where it was after kill -9 of the service, as often as that happens, and has the digests of the whole', async () => {
  const content = largePdf(12 * MiB + 5);
  const tus = new TusClient(origin, { 'x-karez-authority': clerk.authority });
  const { path } = await tus.create('大.pdf', content.length);
  let offset = 0;
  for (let kill = 0; kill < 3; kill++) {
    // the whole rest is on its way when the process dies
    const sending = tus.breakOff(path, offset, content.length, content.subarray(offset, offset + 3 * MiB));
    await new Promise((resolve) => setTimeout(resolve, 60));
    await program.kill('SIGKILL');
    await sending.catch(() => undefined);
    await start();
    offset = await tus.offset(path);
    expect(offset).toBeLessThan(content.length);
    expect((await view(path.split('/').at(-1)!)).sha256).toBeUndefined();
  }
  expect(await tus.patch(path, offset, content.subarray(offset))).toMatchObject({ status: 204 });
  // killed at once after the last byte was acknowledged: what was promised happens
  await program.kill('SIGKILL');
  await start();
  const stored = await eventually(
    async () => {
      const found = await view(path.split('/').at(-1)!);
      expect(found.state).toBe('not_scanned');
      return found;
    },
    { timeoutMs: 30_000 },
  );
  expect(stored.sha256).toBe(createHash('sha256').update(content).digest('hex'));
  expect(stored.sm3).toBe(createHash('sm3').update(content).digest('hex'));
}, 180_000);
