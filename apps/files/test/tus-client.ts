import { createReadStream } from 'node:fs';
import { request } from 'node:http';

export interface TusAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** A tus 1.0 client of a few lines, which can also lose its connection in the middle of a request. */
export class TusClient {
  constructor(
    private readonly origin: string,
    private readonly headers: Record<string, string>,
  ) {}

  async create(
    name: string,
    size: number,
    { more = {}, metadata = {}, body }: { more?: Record<string, string>; metadata?: Record<string, string>; body?: Buffer } = {},
  ): Promise<TusAnswer & { path: string }> {
    const pairs = Object.entries({ filename: name, ...metadata }).map(([key, value]) => `${key} ${base64(value)}`);
    const headers = {
      'upload-length': String(size),
      'upload-metadata': pairs.join(','),
      ...(body ? { 'content-type': 'application/offset+octet-stream' } : {}),
      ...more,
    };
    const answer = await this.send('POST', '/files/uploads', headers, body);
    return { ...answer, path: (answer.headers.get('location') ?? '').replace(/^\/api/, '') };
  }

  patch(path: string, offset: number, body: Buffer): Promise<TusAnswer> {
    return this.send('PATCH', path, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, body);
  }

  head(path: string): Promise<TusAnswer> {
    return this.send('HEAD', path);
  }

  async offset(path: string): Promise<number> {
    return Number((await this.head(path)).headers.get('upload-offset'));
  }

  async send(method: string, path: string, headers: Record<string, string> = {}, body?: Buffer): Promise<TusAnswer> {
    const all = { 'tus-resumable': '1.0.0', ...this.headers, ...headers };
    const answer = await fetch(this.origin + path, { method, headers: all, ...(body ? { body: new Uint8Array(body) } : {}) });
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  }

  /** Announces the whole rest, sends a part of it, and is gone. */
  async breakOff(path: string, offset: number, whole: number, part: Buffer): Promise<void> {
    const outgoing = this.#open(path, offset, whole - offset);
    outgoing.on('error', () => undefined);
    await new Promise((resolve) => outgoing.write(part, resolve));
    await new Promise((resolve) => setTimeout(resolve, 150));
    outgoing.destroy();
  }

  /** Streams a file from the disk, so that the sender's memory does not grow either. */
  async patchFrom(file: string, path: string, offset: number, size: number): Promise<number> {
    const outgoing = this.#open(path, offset, size - offset);
    return new Promise((resolve, reject) => {
      outgoing.once('response', (answer) => answer.resume().once('end', () => resolve(answer.statusCode ?? 0)));
      outgoing.once('error', reject);
      createReadStream(file, { start: offset, highWaterMark: 1024 * 1024 }).pipe(outgoing);
    });
  }

  #open(path: string, offset: number, length: number) {
    const headers = {
      'tus-resumable': '1.0.0',
      ...this.headers,
      'upload-offset': offset,
      'content-type': 'application/offset+octet-stream',
      'content-length': length,
    };
    return request(this.origin + path, { method: 'PATCH', headers });
  }
}
