import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';

export interface Check {
  readonly name: string;
  /** Resolves when well; rejects with the reason when not. */
  readonly run: () => Promise<void>;
}

/**
 * A process's probes: `/health/startup` once started, `/health/ready` while its own checks pass, `/health/live` as long
 * as the event loop answers (never a dependency), `/metrics`.
 */
export class Health {
  readonly #checks: Check[] = [];
  #server?: Server;
  #state: 'starting' | 'started' | 'draining' = 'starting';

  constructor(private readonly registry: Registry) {}

  add(name: string, run: () => Promise<void>): void {
    this.#checks.push({ name, run });
  }
  started(): void {
    this.#state = 'started';
  }
  draining(): void {
    this.#state = 'draining';
  }

  /** @returns the port it listens on */
  async listen(port: number, host: string): Promise<number> {
    this.#server = createServer((request, response) => {
      void this.#answer(request.url ?? '').then(({ status, body, type = 'application/json' }) => {
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
      });
    });
    await new Promise<void>((resolve, reject) => this.#server!.once('error', reject).listen(port, host, resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  /** What is not well now, by check. */
  async failing(): Promise<Record<string, string>> {
    const failing: Record<string, string> = {};
    if (this.#state !== 'started') failing.process = this.#state;
    await Promise.all(
      this.#checks.map(({ name, run }) =>
        run().catch((error: unknown) => (failing[name] = error instanceof Error ? error.message : String(error))),
      ),
    );
    return failing;
  }

  async #answer(url: string): Promise<{ status: number; body: string; type?: string }> {
    if (url === '/health/live') return { status: 200, body: '{"status":"live"}' };
    if (url === '/health/startup') return { status: this.#state === 'starting' ? 503 : 200, body: JSON.stringify({ status: this.#state }) };
    if (url === '/metrics') return { status: 200, body: await this.registry.metrics().catch(() => ''), type: this.registry.contentType };
    if (url !== '/health/ready') return { status: 404, body: '{}' };
    const failing = await this.failing();
    const ready = !Object.keys(failing).length;
    return { status: ready ? 200 : 503, body: JSON.stringify({ status: ready ? 'ready' : 'not ready', failing }) };
  }
}
