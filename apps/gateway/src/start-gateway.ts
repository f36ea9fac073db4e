import type { Contract } from '@karez/contracts-kernel';
import { Bus } from '@karez/messaging';
import { assertBroker, Health, type Log, Metrics, nestLog, openLog, watchOf } from '@karez/service';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { contracts as allContracts } from './contracts.js';
import type { GatewayEnvironment } from './gateway-environment.js';
import { type GatewayParts, gatewayParts } from './gateway-parts.js';
import { GatewayModule } from './gateway.module.js';
import { ClosingLines } from './http/closing-lines.js';
import { type Drain, fastifyServer } from './http/fastify-server.js';
import { serveDocumentation } from './openapi/documentation-page.js';
import { unknownAddresses } from './proxy/unknown-addresses.js';
import { upstreamRoutes } from './proxy/upstream-routes.js';
import { webRoutes } from './proxy/web-routes.js';
import { KnownPaths } from './routes/known-paths.js';

export interface RunningGateway {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  readonly healthPort: number;
  readonly log: Log;
  /** Says that it is not ready, goes on until that is heard, finishes what is under way, closes. */
  stop(): Promise<void>;
}

/** Brings the edge up: probes first, then the bus, then the routes. It starts with every service down. */
export async function startGateway(
  environment: GatewayEnvironment,
  contracts: readonly Contract[] = allContracts,
): Promise<RunningGateway> {
  const log = openLog('gateway', environment.logLevel);
  const metrics = new Metrics('gateway');
  const probes = new Health(metrics.registry);
  const healthPort = await probes.listen(environment.healthPort, environment.healthHost);
  const bus = await Bus.connect({ url: environment.natsUrl, service: 'gateway' });
  assertBroker(bus, environment);
  if (environment.mode === 'production' && !environment.publicUrl.startsWith('https:')) {
    log.warn('KAREZ_PUBLIC_URL is not https: cookies travel in the open');
  }
  // no check of the bus: without it operations answer 503 at once and pages are shown as ever, so no replica may be taken away

  const parts = gatewayParts({ contracts, environment, bus, log, metrics, watch: watchOf(log, metrics) });
  const drain: Drain = { draining: false };
  const app = await application(environment, parts, drain, log);
  const server = app.getHttpServer();
  const lines = new ClosingLines(server);
  await app.listen(environment.port, environment.host);
  const { port } = server.address() as AddressInfo;
  const url = `http://${environment.host.includes(':') ? `[${environment.host}]` : environment.host}:${port}`;
  if (environment.mode === 'development')
    [`http://127.0.0.1:${port}`, `http://localhost:${port}`].forEach((own) => parts.browsers.allow(own));
  listenForNews(parts);
  probes.started();
  log.info({ url, healthPort }, 'started');

  const stop = async (): Promise<void> => {
    probes.draining();
    drain.draining = true;
    await pause(environment.drainNoticeMs);
    parts.live.close();
    const linesClosed = lines.start();
    await app.close();
    linesClosed();
    parts.feed.stop();
    await parts.sessions.stop();
    parts.limits.close();
    await bus.close();
    probes.close();
  };
  return { url, healthPort, log, stop };
}

async function application(environment: GatewayEnvironment, parts: GatewayParts, drain: Drain, log: Log): Promise<NestFastifyApplication> {
  const { contracts, problems, document, room } = parts;
  const adapter = await fastifyServer(environment, problems, drain);
  const options = { logger: nestLog(log), abortOnError: false, bodyParser: false };
  const app = await NestFactory.create<NestFastifyApplication>(GatewayModule.of(parts), adapter, options);
  app.setGlobalPrefix('api');
  app.useGlobalFilters(problems);
  serveDocumentation(app, document);
  const fastify = adapter.getInstance<FastifyInstance>();
  const { webOfficeUrl, webPortalUrl, upstreamUrl } = environment;
  for (const contract of contracts) {
    if (contract.upstreams?.length) void fastify.register(upstreamRoutes(contract, upstreamUrl(contract.service), parts));
  }
  void fastify.register(webRoutes({ name: 'web-office', url: webOfficeUrl, prefix: '/office' }, room.lasting));
  void fastify.register(webRoutes({ name: 'web-portal', url: webPortalUrl, prefix: '', forms: true }, room.lasting));
  void fastify.register(unknownAddresses(new KnownPaths(contracts), problems));
  return app;
}

function listenForNews({ feed, sessions, live }: GatewayParts): void {
  sessions.listen(live);
  sessions.start();
  feed.start((event) => {
    sessions.heard(event);
    live.heard(event);
  });
}
