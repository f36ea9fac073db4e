import { Catch, type INestMicroservice, type RpcExceptionFilter, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { TokenCheck } from '@karez/auth';
import { type Contract, Empty, query } from '@karez/contracts-kernel';
import { Bus, Remote, RequestServer, traceparent, type Watch } from '@karez/messaging';
import { assertDurable, type DatabaseParts } from '@karez/persistence';
import type { JSONWebKeySet } from 'jose';
import { type Observable, throwError } from 'rxjs';
import { DataSource } from 'typeorm';
import { startBackground } from './background.js';
import { assertBroker } from './broker-gate.js';
import { type Environment, readEnvironment } from './environment.js';
import { Health } from './health.js';
import { type Log, nestLog, openLog } from './log.js';
import { Metrics } from './metrics.js';
import { PlatformModule } from './platform.module.js';
import { stopOnSignal } from './process.js';

/** What a service is made of. */
export interface ServiceDefinition extends Pick<DatabaseParts, 'entities' | 'migrations'> {
  readonly contract: Contract;
  readonly module: Type<object>;
}
/** What the platform lends to a service's injector. */
export interface ServiceParts {
  readonly environment: Environment;
  readonly bus: Bus;
  readonly remote: Remote;
  readonly tokens: TokenCheck;
  readonly watch: Watch;
}
export interface RunningService {
  readonly app: INestMicroservice;
  readonly log: Log;
  readonly healthPort: number;
  /** Stops taking calls, finishes those under way, closes. */
  stop(): Promise<void>;
}

/** An error leaves a handler as it is; the request server turns it into the answer. */
@Catch()
class PassErrors implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/** Identity's public keys, asked for over the bus. */
const jwks = {
  ...query({ version: 1, needs: 'anyone', request: Empty, response: Empty, summary: '' }),
  service: 'identity',
  name: 'getJwks',
  subject: 'qry.identity.getJwks.v1',
  stepUp: false,
  deadlineMs: 3_000,
  status: 200,
} as const;

export const tokenCheckOver = (remote: Remote): TokenCheck =>
  new TokenCheck(async () => (await remote.call(jwks, {}, { commandId: '', trace: traceparent() })) as unknown as JSONWebKeySet);

export function watchOf(log: Log, metrics: Metrics): Watch {
  return {
    healing: (what, error) => {
      metrics.healed.inc({ what: what.split(' ')[0]! });
      log.warn({ err: error }, what);
    },
    needsPerson: (what, details) => log.error(details, what),
  };
}

/** Brings one service up: probes first, then broker, database, handlers, and what runs in the background. */
export async function startService(definition: ServiceDefinition, environment: Environment = readEnvironment()): Promise<RunningService> {
  const { service } = definition.contract;
  const log = openLog(service, environment.logLevel);
  const metrics = new Metrics(service);
  const health = new Health(metrics.registry);
  const healthPort = await health.listen(environment.healthPort, environment.healthHost);

  const bus = await Bus.connect({ url: environment.natsUrl, service });
  assertBroker(bus, environment);
  const remote = new Remote(bus);
  const parts: ServiceParts = { environment, bus, remote, tokens: tokenCheckOver(remote), watch: watchOf(log, metrics) };
  const server = new RequestServer(bus, parts.tokens, metrics.observer(log));
  const root = { module: Root, imports: [PlatformModule.of(definition, parts), definition.module] };
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(root, {
    strategy: server,
    logger: nestLog(log),
    abortOnError: false,
  });
  app.useGlobalFilters(new PassErrors());
  const source = app.get(DataSource);
  await assertDurable(source, environment.mode);
  metrics.watchDatabase(source);
  health.add('database', async () => void (await source.query('select 1')));
  health.add('migrations', async () => {
    if (await source.showMigrations()) throw new Error('migrations are pending');
  });
  health.add('bus', () => (bus.up ? Promise.resolve() : Promise.reject(new Error('not connected'))));
  await app.listen();
  const background = startBackground(app, parts);
  health.started();
  log.info({ healthPort }, 'started');

  const stop = async (): Promise<void> => {
    health.draining();
    await server.close();
    await background.stop();
    await app.close();
    await bus.close();
    health.close();
  };
  return { app, log, healthPort, stop };
}

class Root {}

/** `main.ts` of a service. */
export async function runService(definition: ServiceDefinition): Promise<void> {
  const running = await startService(definition);
  stopOnSignal(running.log, () => running.stop());
}
