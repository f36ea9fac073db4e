import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authorityType, issuer } from '@karez/auth';
import { OrgChanged } from '@karez/contracts-identity';
import type { EventEnvelope, Operation } from '@karez/contracts-kernel';
import { type Actor, type Grant, newId } from '@karez/kernel';
import { Bus, Remote, traceparent } from '@karez/messaging';
import { databaseOptions, migrate } from '@karez/persistence';
import { type Environment, OrgCopy, type RunningService, startService } from '@karez/service';
import { testDatabase, testNats } from '@karez/testing';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { DataSource } from 'typeorm';
import { entities, approval, migrations } from '../src/definition.js';
import { FilesStandIn } from './files-stand-in.js';

/** Somebody with these grants, as the gateway would speak for them. */
export interface Caller {
  readonly actor: Actor;
  readonly authority: string;
}

/** Approval on servers of its own, and callers with the grants that a spec gives them. */
export class ApprovalUnderTest {
  private constructor(
    readonly service: RunningService,
    readonly database: DataSource,
    readonly databaseUrl: string,
    readonly files: FilesStandIn,
    private readonly remote: Remote,
    private readonly key: CryptoKey,
    private readonly closing: () => Promise<void>,
  ) {}

  static async start(): Promise<ApprovalUnderTest> {
    const [database, nats] = await Promise.all([
      testDatabase(
        'approval',
        async ({ url }) => void (await migrate(databaseOptions({ url, service: 'approval', entities, migrations }))),
      ),
      testNats(),
    ]);
    const dataDir = mkdtempSync(join(tmpdir(), 'karez-approval-'));
    const environment: Environment = {
      ...{ mode: 'development', databaseUrl: database.runtimeUrl, migrationUrl: database.url, natsUrl: nats.url, natsReplicas: 1 },
      ...{ redisUrl: undefined, healthPort: 0, healthHost: '127.0.0.1', publicUrl: 'https://karez.example', dataDir, logLevel: 'error' },
    };
    const bus = await Bus.connect({ url: nats.url, service: 'gateway' });
    const filesBus = await Bus.connect({ url: nats.url, service: 'files' });
    const files = FilesStandIn.start(filesBus);
    const key = await standInForIdentity(bus);
    const service = await startService(approval, environment);
    return new ApprovalUnderTest(service, service.app.get(DataSource), database.url, files, new Remote(bus), key, async () => {
      await service.stop();
      await Promise.all([bus.close(), filesBus.close()]);
      await nats.stop();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    });
  }

  stop(): Promise<void> {
    return this.closing();
  }

  /** As the owner of the database, who sees and changes what the service may not. */
  async owner(sql: string): Promise<void> {
    const source = await new DataSource({ type: 'postgres', url: this.databaseUrl }).initialize();
    await source.query(sql);
    await source.destroy();
  }

  /** Identity tells of a body. */
  async body(id: string, name: string, parentId: string | null = null): Promise<void> {
    const told = { data: new OrgChanged(id, name, 'office', null, parentId, null) } as EventEnvelope<OrgChanged>;
    await this.database.transaction((manager) => this.service.app.get(OrgCopy).keep(told, { manager }));
  }

  /** Somebody who applies. */
  async applicant(name = '渠小满'): Promise<Caller> {
    return this.#speaking({ realm: 'applicant', id: newId(), name, grants: [] });
  }

  /** Staff of one body; the grant reaches that body alone unless said otherwise. */
  async caller({ permissions = [], scope = 'unit', orgIds }: Partial<Grant> = {}, orgId = newId(), name = '试用人'): Promise<Caller> {
    const grants: Grant[] = permissions.length ? [{ permissions, scope, orgIds: orgIds ?? [orgId] }] : [];
    return this.#speaking({ realm: 'staff', id: newId(), name, orgId, grants });
  }

  async #speaking(actor: Actor): Promise<Caller> {
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
