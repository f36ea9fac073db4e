import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sampleRows } from './sample-directory.js';

/** What the portal sees of the platform: the one public operation that it reads, answered page by page. */
export class IdentityStandIn {
  rows: unknown[] = sampleRows;
  #server: Server | undefined;
  #port = 0;

  get apiUrl(): string {
    return `http://127.0.0.1:${this.#port}/api`;
  }

  /** Listens; after `stop` on the same port again, as a restarted service would. */
  async start(): Promise<this> {
    const size = 100;
    const server = createServer((request, reply) => {
      const url = new URL(request.url ?? '/', 'http://identity');
      if (url.pathname !== '/api/identity/directory') return reply.writeHead(404).end();
      const from = Number(url.searchParams.get('after') ?? 0);
      const next = from + size < this.rows.length ? { next: String(from + size) } : {};
      return reply
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ items: this.rows.slice(from, from + size), ...next }));
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
    return this;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => (this.#server ? this.#server.close(resolve) : resolve(undefined)));
    this.#server = undefined;
  }
}
