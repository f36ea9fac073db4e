import { createCipheriv, createHash, type Hash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Crowd } from '../../crowd/crowd.ts';
import { until } from '../../nodes/node-client.ts';
import type { Processes } from './processes.ts';

export interface BigFile {
  readonly bytes: number;
  readonly kills: number;
  /** Bytes that the server had after each kill: the upload went on from there. */
  readonly resumedAt: readonly number[];
  /** By process, the most that it grew from its size before, in MB; a process that was killed counts from its new beginning. */
  readonly growth: Readonly<Record<string, number>>;
  readonly sameBytes: boolean;
}
const piece = 64 * 2 ** 20;
const header = Buffer.concat([Buffer.from('0000001866747970', 'hex'), Buffer.from('isom'), Buffer.alloc(12)]);

/** The bytes of a film that nobody can compress, from any offset: the key stream of AES-CTR over nothing. */
function content(from: number, length: number): Buffer {
  const counter = Buffer.alloc(16);
  counter.writeBigUInt64BE(BigInt(Math.floor(from / 16)), 8);
  const stream = createCipheriv('aes-128-ctr', Buffer.alloc(16, 7), counter).update(Buffer.alloc((from % 16) + length));
  const part = stream.subarray(from % 16);
  if (from < header.length) header.copy(part, 0, from);
  return part;
}

/** Uploads it in pieces while the files service is killed in the middle of one now and then; sends it; reads it at the other end. */
export async function sendBigFile({ node, sender, bodies }: Crowd, processes: Processes, bytes: number, kills: number): Promise<BigFile> {
  const watch = new Growth(processes);
  const headers = { authorization: `Bearer ${sender}`, 'tus-resumable': '1.0.0' };
  const made = await fetch(`${node.baseUrl}/api/files/uploads`, {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(bytes), 'upload-metadata': `filename ${Buffer.from('航拍.mp4').toString('base64')}` },
  });
  if (made.status !== 201) throw new Error(`upload: ${made.status} ${await made.text()}`);
  const fileId = made.headers.get('location')!.split('/').at(-1)!;
  const at = `${node.baseUrl}/api/files/uploads/${fileId}`;
  const offset = async (): Promise<number> =>
    until(async () => {
      const answer = await fetch(at, { method: 'HEAD', headers });
      return answer.ok ? Number(answer.headers.get('upload-offset')) : undefined;
    }, 90_000);
  const resumedAt: number[] = [];
  const killAt = Array.from({ length: kills }, (_, one) => Math.floor((bytes * (one + Math.random())) / kills));
  for (let had = 0; had < bytes;) {
    const body = content(had, Math.min(piece, bytes - had));
    const sending = fetch(at, {
      method: 'PATCH',
      headers: { ...headers, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(had) },
      body: new Uint8Array(body),
    }).then(
      (answer) => answer.status,
      () => 0,
    );
    const next = killAt[resumedAt.length];
    const kill = next !== undefined && next < had + body.length;
    if (kill) {
      await pause(Math.random() * 150);
      await processes.kill('files');
    }
    await sending;
    had = await offset();
    if (kill) resumedAt.push(had);
  }
  await until(async () => {
    const { body } = await node.call('GET', `/files/${fileId}`, sender);
    if (body.state === 'refused' || body.state === 'infected') throw new Error(JSON.stringify(body));
    return body.readable ? true : undefined;
  }, 300_000);
  const document = await node.done('POST', '/exchange/documents', sender, {
    ...{ title: '关于报送航拍资料的函', documentType: 'letter', issueDate: '2026-11-26', body: '现送上航拍资料。' },
    ...{ files: [{ fileId, role: 'attachment' }], documentNumber: { agencyCode: `巨办${process.pid}`, year: 2026, serial: 1 } },
  });
  await node.done('POST', `/exchange/documents/${document.id}/seal`, sender, {});
  const to = bodies[0]!;
  const { deliveries } = await node.done('POST', '/exchange/dispatches', sender, { documentId: document.id, primary: [to.id] });
  const deliveryId = deliveries[0].id as string;
  await node.reaches(sender, deliveryId, 'delivered');
  await node.done('POST', `/exchange/deliveries/${deliveryId}/sign`, await to.token!(), {});
  const sameBytes = await arrives(node.baseUrl, deliveryId, fileId, await to.token!(), bytes);
  return { bytes, kills: resumedAt.length, resumedAt, growth: watch.end(), sameBytes };
}

/** Reads it as the recipient and compares with what was sent. */
async function arrives(url: string, deliveryId: string, fileId: string, token: string, bytes: number): Promise<boolean> {
  const link = await fetch(`${url}/api/exchange/deliveries/${deliveryId}/files/${fileId}/links`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ use: 'download' }),
  });
  if (!link.ok) throw new Error(`link: ${link.status} ${await link.text()}`);
  const { url: address } = (await link.json()) as { url: string };
  const answer = await fetch(url + address);
  const [got, sent]: [Hash, Hash] = [createHash('sha256'), createHash('sha256')];
  let length = 0;
  for await (const chunk of answer.body!) {
    got.update(chunk);
    sent.update(content(length, chunk.length));
    length += chunk.length;
  }
  return length === bytes && got.digest('hex') === sent.digest('hex');
}

/** The most that each process grew, looked at ten times a second. */
class Growth {
  readonly #most = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  constructor(processes: Processes) {
    const first = new Map<number, number>();
    this.#timer = setInterval(() => {
      for (const [name, megabytes] of processes.memory()) {
        const pid = processes.pid(name);
        if (!first.has(pid)) first.set(pid, megabytes);
        this.#most.set(name, Math.max(this.#most.get(name) ?? 0, megabytes - first.get(pid)!));
      }
    }, 100);
  }

  end(): Record<string, number> {
    clearInterval(this.#timer);
    return Object.fromEntries([...this.#most].map(([name, most]) => [name, Math.round(most)]));
  }
}
