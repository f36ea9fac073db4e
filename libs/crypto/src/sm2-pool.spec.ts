import { jest } from '@jest/globals';
import type { Sm2Job } from './sm2-job.js';
import { publicOf, randomPrivate } from './sm2-curve.js';
import { Sm2Pool } from './sm2-pool.js';

// some thousand SM2 operations: seconds on a free processor, more on a busy one
jest.setTimeout(60_000);

const privateKey = randomPrivate();
const hash = Buffer.alloc(32, 1);
const sign: Sm2Job = { op: 'sign', hash, privateKey };
/** A worker that dies of the second job and never answers the first. */
const mortal = new URL(
  'data:text/javascript,' +
    encodeURIComponent(`import { parentPort } from 'node:worker_threads';
let jobs = 0;
parentPort.on('message', () => { jobs += 1; if (jobs === 2) process.exit(3); });`),
);

describe('the pool of SM2 threads', () => {
  it('answers every job with its own result', async () => {
    const pool = new Sm2Pool({ threads: 2 });
    const keys = Array.from({ length: 40 }, () => randomPrivate());
    const signatures = await Promise.all(keys.map((each) => pool.run({ op: 'sign', hash, privateKey: each })));
    const own = await Promise.all(
      signatures.map((signature, i) => pool.run({ op: 'verify', hash, signature, publicKey: publicOf(keys[i]!) })),
    );
    const next = await Promise.all(
      signatures.map((signature, i) => pool.run({ op: 'verify', hash, signature, publicKey: publicOf(keys[(i + 1) % 40]!) })),
    );
    expect(own.every(Boolean)).toBe(true);
    expect(next.some(Boolean)).toBe(false);
    await pool.close();
  });

  it('refuses jobs beyond its bound at once and takes new ones when it has room', async () => {
    const pool = new Sm2Pool({ threads: 1, queueLimit: 5 });
    const accepted = Array.from({ length: 5 }, () => pool.run(sign));
    await expect(pool.run(sign)).rejects.toThrow('crypto.overloaded');
    await Promise.all(accepted);
    expect(await pool.run(sign)).toHaveLength(64);
    await pool.close();
  });

  it('answers what it accepted before it closes, and accepts nothing more', async () => {
    const pool = new Sm2Pool({ threads: 2 });
    const accepted = Array.from({ length: 20 }, () => pool.run(sign));
    const closed = Promise.all([pool.close(), pool.close()]);
    await expect(pool.run(sign)).rejects.toThrow('crypto.closed');
    expect((await Promise.all(accepted)).every((signature) => signature.length === 64)).toBe(true);
    await closed;
    expect(pool.pending).toBe(0);
  });

  it('closes without ever having worked', async () => {
    await new Sm2Pool().close();
  });

  it('tells the waiting jobs when a thread dies, and starts another for the next', async () => {
    const pool = new Sm2Pool({ threads: 1 }, mortal);
    const lost = [pool.run(sign), pool.run(sign)];
    for (const job of lost) await expect(job).rejects.toThrow('crypto.worker_failed');
    const lostAgain = [pool.run(sign), pool.run(sign)];
    const closed = pool.close();
    for (const job of lostAgain) await expect(job).rejects.toThrow('crypto.worker_failed');
    await closed;
  });

  it('says that a thread cannot start', async () => {
    const pool = new Sm2Pool({ threads: 1 }, new URL('data:text/javascript,throw new Error("no")'));
    await expect(pool.run(sign)).rejects.toThrow('crypto.worker_failed');
    await pool.close();
  });

  it('says that a job failed without quoting it, and goes on', async () => {
    const pool = new Sm2Pool({ threads: 1 });
    const impossible = pool.run({ op: 'encrypt', plaintext: Buffer.of(1), publicKey: Buffer.alloc(65, 4) });
    await expect(impossible).rejects.toMatchObject({ code: 'crypto.worker_failed', params: { fault: 'Error' } });
    expect(await pool.run(sign)).toHaveLength(64);
    await pool.close();
  });
});
