import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** An HTTP server behind the edge: a web app, or a service with a stretch of its own. It remembers what reached it. */
export class Backend {
  readonly seen: SeenRequest[] = [];
  answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => void response.end('ok');

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Backend> {
    const server = createServer((request, response) => {
      backend.seen.push({ method: request.method!, url: request.url!, headers: request.headers });
      backend.answer(request, response);
    });
    const backend = new Backend(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return backend;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Digest and size of a body as it streams by. */
export async function digestOf(body: AsyncIterable<Uint8Array>): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of body) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
