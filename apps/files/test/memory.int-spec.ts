import { createHash, randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eventually, startProgram } from '@karez/testing';
import { fileApi, type FileView } from '@karez/contracts-files';
import { newId } from '@karez/kernel';
import { traceparent } from '@karez/messaging';
import { clamdProgram, ClamdServer, freePort } from './clamd-server.js';
import { callerOf, Ground } from './files-under-test.js';
import { pdf } from './samples.js';
import { TusClient } from './tus-client.js';

const MiB = 1024 * 1024;
const size = 200 * MiB;
/** What a service may grow by, whatever the size of what goes through it. */
const boundMiB = 128;

const ifLinux = process.platform === 'linux' ? it : it.skip;
ifLinux(
  '200 MB go in, are looked at, scanned, stored and come out again in constant memory',
  async () => {
    const [ground, clerk, port] = await Promise.all([Ground.lay(), callerOf('阿依努尔'), freePort()]);
    const clamd = clamdProgram ? await ClamdServer.start(['StreamMaxLength 512M', 'MaxFileSize 512M', 'MaxScanSize 512M']) : undefined;
    const { databaseUrl, natsUrl, redisUrl, dataDir } = ground.environment;
    const env = {
      ...{ KAREZ_MODE: 'development', KAREZ_CLAMD: clamd?.address ?? 'off', KAREZ_HTTP_PORT: String(port), KAREZ_HEALTH_PORT: '0' },
      ...{ KAREZ_DATABASE_URL: databaseUrl, KAREZ_NATS_URL: natsUrl, KAREZ_REDIS_URL: redisUrl, KAREZ_DATA_DIR: dataDir },
    };
    const program = startProgram(new URL('../src/main.ts', import.meta.url), { env });
    await program.line(/"started"/, 60_000);
    const residentMiB = (field: 'VmRSS' | 'VmHWM'): number =>
      Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${program.pid}/status`, 'utf8'))![1]) / 1024;
    const call = <Req extends object, Res extends object>(operation: Parameters<typeof ground.remote.call<Req, Res>>[0], request: Req) =>
      ground.remote.call(operation, request, { commandId: newId(), trace: traceparent(), authority: clerk.authority });

    const before = residentMiB('VmRSS');
    const { file, sha256 } = writeSample();
    const tus = new TusClient(`http://127.0.0.1:${port}`, { 'x-karez-authority': clerk.authority });
    const { path } = await tus.create('大.pdf', size);
    expect(await tus.patchFrom(file, path, 0, size)).toBe(204);
    const fileId = path.split('/').at(-1)!;
    const view = await eventually(
      async () => {
        const found: FileView = await call(fileApi.getFile, { fileId });
        expect(found.readable).toBe(true);
        return found;
      },
      { timeoutMs: 120_000, everyMs: 500 },
    );
    expect([view.sha256, view.state]).toEqual([sha256, clamd ? 'clean' : 'not_scanned']);
    const { url } = await call(fileApi.issueDownloadLink, { fileId, use: 'download' });
    const answer = await fetch(`http://127.0.0.1:${port}${url.replace('/api', '')}`);
    const read = createHash('sha256');
    for await (const chunk of answer.body!) read.update(chunk as Uint8Array);
    expect(read.digest('hex')).toBe(sha256);
    const grown = residentMiB('VmHWM') - before;
    console.info(`resident memory: ${Math.round(before)} MiB at rest, ${Math.round(grown)} MiB more at the peak`);
    expect(grown).toBeLessThan(boundMiB);

    rmSync(dirname(file), { recursive: true });
    await program.kill('SIGTERM');
    await clamd?.stop();
    await ground.close();
  },
  240_000,
);

function writeSample(): { file: string; sha256: string } {
  const file = join(mkdtempSync(join(tmpdir(), 'karez-large-')), 'sample');
  const hash = createHash('sha256');
  const handle = openSync(file, 'w');
  const head = pdf();
  for (let at = 0; at < size; at += MiB) {
    const piece = randomBytes(MiB);
    if (!at) head.copy(piece);
    hash.update(piece);
    writeSync(handle, piece);
  }
  closeSync(handle);
  return { file, sha256: hash.digest('hex') };
}
