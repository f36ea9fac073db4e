// The thread that computes. It is started from this file as it is (TypeScript stripped by Node under Jest, JavaScript in dist), so
// it imports packages and types only.
import { parentPort } from 'node:worker_threads';
import { sm2 } from 'sm-crypto-v2';
import type { Sm2Job, Sm2Reply, Sm2Request, Sm2Result } from './sm2-job.js';

const C1C3C2 = 1;

// A table of multiples makes verification with a known key four times as fast and costs no more than one plain verification.
// About 25 KB each; the key used longest ago gives way.
const WINDOW = 4;
const TABLES = 512;
type Point = ReturnType<typeof sm2.precomputePublicKey>;
const tables = new Map<string, Point>();

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
/** Memory of its own, because cloning a Buffer sends all the memory that it is a window on. */
const bytes = (hexText: string): Uint8Array => new Uint8Array(Buffer.from(hexText, 'hex'));

function tableOf(publicKey: Uint8Array): Point {
  const name = hex(publicKey);
  const table = tables.get(name) ?? sm2.precomputePublicKey(name, WINDOW);
  tables.delete(name);
  tables.set(name, table);
  const oldest = tables.keys().next().value;
  if (tables.size > TABLES && oldest !== undefined) tables.delete(oldest);
  return table;
}

function verify(hash: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  const table = tableOf(publicKey);
  try {
    return sm2.doVerifySignature(hash, hex(signature), table);
  } catch {
    // the library throws where the sum is the point at infinity; no signature is valid there
    return false;
  }
}

function encrypt(plaintext: Uint8Array, publicKey: Uint8Array): Uint8Array {
  for (;;) {
    const raw = bytes(sm2.doEncrypt(plaintext, tableOf(publicKey), C1C3C2));
    // a key stream of zeros, likely only for a byte or two, would send the plaintext: GB/T 32918.4 §6.1 A5 draws again
    if (hex(raw.subarray(96)) !== hex(plaintext)) return raw;
  }
}

function decrypt(ciphertext: Uint8Array, privateKey: Uint8Array): Uint8Array | undefined {
  const plaintext = sm2.doDecrypt(hex(ciphertext), hex(privateKey), C1C3C2, { output: 'array' });
  // the library answers a failed check with an empty array
  return plaintext.length > 0 ? plaintext : undefined;
}

function run(job: Sm2Job): Sm2Result {
  switch (job.op) {
    case 'sign':
      return bytes(sm2.doSignature(job.hash, hex(job.privateKey)));
    case 'verify':
      return verify(job.hash, job.signature, job.publicKey);
    case 'encrypt':
      return encrypt(job.plaintext, job.publicKey);
    case 'decrypt':
      return decrypt(job.ciphertext, job.privateKey);
  }
}

function reply({ id, job }: Sm2Request): Sm2Reply {
  try {
    return { id, result: run(job) };
  } catch (error) {
    return { id, fault: error instanceof Error ? error.name : 'unknown' };
  }
}

parentPort?.on('message', (request: Sm2Request) => parentPort?.postMessage(reply(request)));
