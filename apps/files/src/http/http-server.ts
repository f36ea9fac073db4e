import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { TokenCheck } from '@karez/auth';
import { filesContract } from '@karez/contracts-files';
import type { Access } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';
import { traceparent, type Watch } from '@karez/messaging';
import { FilesConfig } from '../config.js';
import { ContentEndpoint } from '../download/content.endpoint.js';
import { UploadEndpoint } from '../upload/upload.endpoint.js';
import { callOf, type HttpCall } from './caller.js';
import { problemOf, sendProblem } from './problem.js';

/** Answers one of the stretches of HTTP that the contract gives this service. `rest` is the path below it. */
export interface Endpoint {
  serve(request: IncomingMessage, response: ServerResponse, call: HttpCall, rest: string): Promise<void>;
}
interface Route {
  readonly path: string;
  readonly methods: readonly string[];
  readonly needs: Access;
  readonly endpoint: Endpoint;
}

/** Nothing has moved on a connection for this long: it is dead. Slow is allowed; uploads take hours on bad lines. */
const idleMs = 120_000;
/** How long a stop waits for requests; uploads and downloads resume elsewhere. */
const drainMs = 10_000;

/** The service's own HTTP, behind the gateway: the routes of the contract's `upstreams`, streamed. */
@Injectable()
export class HttpServer implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #server: Server;
  readonly #routes: readonly Route[];

  constructor(
    private readonly config: FilesConfig,
    private readonly tokens: TokenCheck,
    @Inject('Watch') private readonly watch: Watch,
    uploads: UploadEndpoint,
    contents: ContentEndpoint,
  ) {
    const endpoints: Record<string, Endpoint> = { '/files/uploads': uploads, '/files/content': contents, '/files/previews': contents };
    this.#routes = (filesContract.upstreams ?? []).map((upstream) => ({ ...upstream, endpoint: endpoints[upstream.path]! }));
    this.#server = createServer((request, response) => void this.#answer(request, response));
    // the default of five minutes for a whole request would cut every large upload
    this.#server.requestTimeout = 0;
    this.#server.headersTimeout = 30_000;
    this.#server.keepAliveTimeout = 65_000;
    this.#server.setTimeout(idleMs);
  }

  async onApplicationBootstrap(): Promise<void> {
    const { httpPort, httpHost } = this.config;
    await new Promise<void>((resolve, reject) => this.#server.once('error', reject).listen(httpPort, httpHost, resolve));
  }

  async onModuleDestroy(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeIdleConnections();
    const cut = setTimeout(() => this.#server.closeAllConnections(), drainMs);
    await closed;
    clearTimeout(cut);
  }

  /** Where it listens, when the system chose the port. */
  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const trace = traceparent(request.headers.traceparent as string | undefined);
    try {
      const { pathname } = new URL(request.url ?? '/', 'http://files');
      const route = this.#routes.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
      if (!route?.methods.includes(request.method ?? '')) throw new DomainError('request.route_unknown');
      const call = await callOf(request, trace, route.needs, this.tokens);
      await route.endpoint.serve(request, response, call, pathname.slice(route.path.length + 1));
    } catch (error) {
      if (!(error instanceof DomainError) && !response.destroyed)
        this.watch.needsPerson('an HTTP request failed unexpectedly', { err: error, trace });
      sendProblem(response, problemOf(error, request, trace));
    }
  }
}
