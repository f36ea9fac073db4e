import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authorityType, issuer } from '@karez/auth';
import type { Operation } from '@karez/contracts-kernel';
import { type Actor, type Grant, newId } from '@karez/kernel';
import { Bus, Remote, traceparent } from '@karez/messaging';
import { databaseOptions, migrate } from '@karez/persistence';
import { type Environment, type RunningService, startService } from '@karez/service';
import { testDatabase, testNats } from '@karez/testing';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { DataSource } from 'typeorm';
import { entities, oa, migrations } from '../src/definition.js';

/** Somebody with these grants, as the gateway would speak for them. */
export interface Caller {
  readonly actor: Actor;
  readonly authority: string;
}

/** Oa on servers of its own, and callers with the grants that a spec gives them. */
export class OaUnderTest {
  private constructor(
    readonly service: RunningService,
    readonly database: DataSource,
    private readonly remote: Remote,
    private readonly key: CryptoKey,
    private readonly closing: () => Promise<void>,
  ) {}

  static async start(): Promise<OaUnderTest> {
    const [database, nats] = await Promise.all([
      testDatabase('oa', async ({ url }) => void (await migrate(databaseOptions({ url, service: 'oa', entities, migrations })))),
      testNats(),
    ]);
    const dataDir = mkdtempSync(join(tmpdir(), 'karez-oa-'));
    const environment: Environment = {
      ...{ mode: 'development', databaseUrl: database.runtimeUrl, migrationUrl: database.url, natsUrl: nats.url, natsReplicas: 1 },
      ...{ redisUrl: undefined, healthPort: 0, healthHost: '127.0.0.1', publicUrl: 'https://karez.example', dataDir, logLevel: 'error' },
    };
    const bus = await Bus.connect({ url: nats.url, service: 'gateway' });
    const key = await standInForIdentity(bus);
    const service = await startService(oa, environment);
    return new OaUnderTest(service, service.app.get(DataSource), new Remote(bus), key, async () => {
      await service.stop();
      await bus.close();
      await nats.stop();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    });
  }

  stop(): Promise<void> {
    return this.closing();
  }

  /** Staff of one body; the grant reaches that body alone unless said otherwise. `steppedUp`: with the second factor passed just now. */
  async caller({ permissions = [], scope = 'unit', orgIds }: Partial<Grant> = {}, orgId = newId(), steppedUp = false): Promise<Caller> {
    const grants: Grant[] = permissions.length ? [{ permissions, scope, orgIds: orgIds ?? [orgId] }] : [];
    const factor = steppedUp ? { steppedUpAt: new Date().toISOString() } : {};
    return this.callerWith({ realm: 'staff', id: newId(), name: '试用人', orgId, grants, ...factor });
  }

  async callerWith(actor: Actor): Promise<Caller> {
    const token = new SignJWT({ actor: { ...actor } }).setProtectedHeader({ alg: 'ES256', kid: 'spec', typ: authorityType });
    return { actor, authority: await token.setIssuer(issuer).setExpirationTime('5m').sign(this.key) };
  }

  call<Req extends object, Res extends object>(
    operation: Operation<Req, Res>,
    request: Req,
    { as, commandId = newId() }: { readonly as?: Caller; readonly commandId?: string } = {},
  ): Promise<Res> {
    const authority = as ? { authority: as.authority } : {};
    return this.remote.call(operation, request, { commandId, trace: traceparent(), ...authority });
  }
}

/** Identity as far as a service sees it: the key that authorities are signed with. */
async function standInForIdentity({ connection }: Bus): Promise<CryptoKey> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'spec', alg: 'ES256' }] };
  connection.subscribe('qry.identity.getJwks.v1', { callback: (_error, message) => void message.respond(JSON.stringify({ ok: keys })) });
  return privateKey;
}
