import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileApi, type FileView } from '@karez/contracts-files';
import type { Operation } from '@karez/contracts-kernel';
import { type Actor, type Grant, newId } from '@karez/kernel';
import { Bus, Remote, traceparent } from '@karez/messaging';
import { databaseOptions, migrate } from '@karez/persistence';
import { type Environment, type RunningService, startService } from '@karez/service';
import { eventually, testDatabase, testNats, testRedis } from '@karez/testing';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { DataSource } from 'typeorm';
import { files } from '../src/definition.js';
import { HttpServer } from '../src/http/http-server.js';
import { TusClient } from './tus-client.js';

/** Someone as the gateway would speak for them. */
export interface Caller {
  readonly actor: Actor;
  readonly authority: string;
}
const { publicKey, privateKey } = await generateKeyPair('ES256');
const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256' };

export async function callerOf(name: string, more: Partial<Actor> = {}, expires = '10m'): Promise<Caller> {
  const actor: Actor = { realm: 'staff', id: newId(), name, orgId: newId(), sessionId: newId(), grants: [], ...more };
  const token = new SignJWT({ actor }).setProtectedHeader({ alg: 'ES256', typ: 'authority+jwt', kid: 'test' }).setIssuer('karez');
  return { actor, authority: await token.setIssuedAt().setExpirationTime(expires).sign(privateKey) };
}
export const reader = (scope: Grant['scope'], ...orgIds: string[]): Partial<Actor> => ({
  grants: [{ permissions: ['files.file.read'], scope, orgIds }],
});

/** The servers and the identity that files stands on; the service itself may be started in this process or in one of its own. */
export class Ground {
  private constructor(
    readonly environment: Environment,
    /** Calls as the gateway. */
    readonly remote: Remote,
    readonly database: DataSource,
    private readonly closing: () => Promise<void>,
  ) {}

  static async lay(): Promise<Ground> {
    const [database, nats, redis] = await Promise.all([testDatabase('files', prepare), testNats(), testRedis()]);
    const environment: Environment = {
      ...{ mode: 'development', databaseUrl: database.runtimeUrl, migrationUrl: database.url, natsUrl: nats.url, natsReplicas: 1 },
      ...{ redisUrl: redis.url, healthPort: 0, healthHost: '127.0.0.1', publicUrl: 'https://karez.example', logLevel: 'fatal' },
      dataDir: mkdtempSync(join(tmpdir(), 'karez-files-')),
    };
    const gateway = await Bus.connect({ url: nats.url, service: 'gateway' });
    gateway.connection.subscribe('qry.identity.getJwks.v1', {
      callback: (_, message) => void message.respond(JSON.stringify({ ok: { keys: [jwk] } })),
    });
    const source = await new DataSource(
      databaseOptions({ url: database.url, service: 'test', entities: files.entities, migrations: files.migrations }),
    ).initialize();
    return new Ground(environment, new Remote(gateway), source, async () => {
      await gateway.close();
      await source.destroy();
      await Promise.all([nats.stop(), redis.stop()]);
      await database.drop();
      rmSync(environment.dataDir, { recursive: true, force: true });
    });
  }

  /** A service that holds files for its own things. */
  async service(name: string): Promise<{ remote: Remote; close(): Promise<void> }> {
    const bus = await Bus.connect({ url: this.environment.natsUrl, service: name });
    return { remote: new Remote(bus), close: () => bus.close() };
  }

  close(): Promise<void> {
    return this.closing();
  }
}

export class FilesUnderTest {
  private constructor(
    readonly ground: Ground,
    readonly service: RunningService,
    readonly origin: string,
  ) {}

  static async start(variables: Record<string, string> = {}, ground?: Ground): Promise<FilesUnderTest> {
    const standing = ground ?? (await Ground.lay());
    Object.assign(process.env, { KAREZ_CLAMD: 'off', ...variables });
    const service = await startService(files, standing.environment);
    for (const name of [...Object.keys(variables), 'KAREZ_CLAMD']) delete process.env[name];
    return new FilesUnderTest(standing, service, `http://127.0.0.1:${service.app.get(HttpServer).port}`);
  }

  async stop({ keepGround = false } = {}): Promise<void> {
    await this.service.stop();
    if (!keepGround) await this.ground.close();
  }

  tus(caller: Caller): TusClient {
    return new TusClient(this.origin, { 'x-karez-authority': caller.authority });
  }

  call<Req extends object, Res extends object>(
    operation: Operation<Req, Res>,
    request: Req,
    as: Caller,
    commandId = newId(),
  ): Promise<Res> {
    return this.ground.remote.call(operation, request, { commandId, trace: traceparent(), authority: as.authority });
  }

  view(fileId: string, as: Caller): Promise<FileView> {
    return this.call(fileApi.getFile, { fileId }, as);
  }

  /** Uploads in one request and returns the id. */
  async upload(caller: Caller, name: string, content: Buffer, metadata: Record<string, string> = {}): Promise<string> {
    const { status, path, body } = await this.tus(caller).create(name, content.length, { body: content, metadata });
    if (status !== 201) throw new Error(`the upload was answered with ${status}: ${body}`);
    return path.split('/').at(-1)!;
  }

  async settled(fileId: string, as: Caller, timeoutMs = 15_000): Promise<FileView> {
    return eventually(
      async () => {
        const view = await this.view(fileId, as);
        if (view.state === 'receiving' || view.state === 'quarantined') throw new Error(`the file is still ${view.state}`);
        return view;
      },
      { timeoutMs },
    );
  }

  /** Resolves when a timer of the file is as a condition over its row says: a look at the file that came to nothing leaves one. */
  async timer(fileId: string, condition: string): Promise<void> {
    await eventually(
      async () => {
        const found = await this.rows(`select 1 from task where payload->>'fileId' = $1 and ${condition}`, [fileId]);
        if (found.length === 0) throw new Error(`the file has no timer with ${condition}`);
      },
      { timeoutMs: 20_000 },
    );
  }

  /** A file that can be read. */
  async stored(caller: Caller, name: string, content: Buffer): Promise<FileView> {
    return this.settled(await this.upload(caller, name, content), caller);
  }

  async link(fileId: string, as: Caller, use: 'download' | 'preview' = 'download'): Promise<string> {
    const { url } = await this.call(fileApi.issueDownloadLink, { fileId, use }, as);
    return this.origin + url.replace(/^\/api/, '');
  }

  async download(fileId: string, as: Caller): Promise<Buffer> {
    const answer = await fetch(await this.link(fileId, as));
    if (!answer.ok) throw new Error(`the download was answered with ${answer.status}: ${await answer.text()}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.ground.database.query(sql, parameters);
  }
}

async function prepare({ url }: { url: string }): Promise<void> {
  await migrate(databaseOptions({ url, service: 'files', entities: files.entities, migrations: files.migrations }));
}
