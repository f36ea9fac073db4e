import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** As much of S3 as the store uses, in memory: PUT, GET with a range, HEAD, DELETE, and uploads of several parts. */
export class S3Stub {
  readonly objects = new Map<string, Buffer>();
  readonly #parts = new Map<string, Map<number, Buffer>>();
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as { port: number }).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: key, searchParams } = new URL(request.url!, 'http://s3');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=test/')) return void response.writeHead(403).end();
    if (request.method === 'POST') return this.#multipart(key, searchParams, response);
    if (request.method === 'PUT') {
      const parts = this.#parts.get(searchParams.get('uploadId') ?? '');
      if (parts) parts.set(Number(searchParams.get('partNumber')), body);
      else this.objects.set(key, body);
      return void response.writeHead(200, { etag: '"x"' }).end();
    }
    if (request.method === 'DELETE') return void (this.objects.delete(key), response.writeHead(204).end());
    this.#read(key, request, response);
  }

  #multipart(key: string, query: URLSearchParams, response: ServerResponse): void {
    const upload = query.get('uploadId');
    if (upload === null) {
      const id = String(this.#parts.size + 1);
      this.#parts.set(id, new Map());
      return void response.end(`<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
    }
    const parts = [...this.#parts.get(upload)!].sort(([a], [b]) => a - b);
    this.objects.set(key, Buffer.concat(parts.map(([, bytes]) => bytes)));
    response.end('<CompleteMultipartUploadResult><ETag>"x"</ETag></CompleteMultipartUploadResult>');
  }

  #read(key: string, { method, headers }: IncomingMessage, response: ServerResponse): void {
    const object = this.objects.get(key);
    if (!object) return void response.writeHead(404).end(method === 'HEAD' ? undefined : '<Error><Code>NoSuchKey</Code></Error>');
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
    const part = from === undefined ? object : object.subarray(Number(from), Number(to) + 1);
    response.writeHead(from === undefined ? 200 : 206, { 'content-length': part.length }).end(method === 'HEAD' ? undefined : part);
  }
}
