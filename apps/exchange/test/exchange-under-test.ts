import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authorityType, issuer } from '@karez/auth';
import {
  type CreateDocument,
  deliveryApi,
  type DeliveryRow,
  type DeliveryState,
  type DeliveryView,
  dispatchApi,
  type DispatchView,
  documentApi,
  type DocumentView,
  exchangePermissions,
  type SendDispatch,
} from '@karez/contracts-exchange';
import type { Operation, Permission } from '@karez/contracts-kernel';
import { type Actor, type Grant, newId } from '@karez/kernel';
import { Bus, Remote, traceparent } from '@karez/messaging';
import { databaseOptions, migrate } from '@karez/persistence';
import { type Environment, type RunningService, startService } from '@karez/service';
import { eventually, testDatabase, testNats } from '@karez/testing';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { DataSource } from 'typeorm';
import { entities, exchange, migrations } from '../src/definition.js';
import { EnsureKeysJob } from '../src/key/ensure-keys.job.js';
import { plant, type Region, someRegion } from './bodies.js';
import { FilesStandIn } from './files-stand-in.js';

/** Somebody with these grants, as the gateway would speak for them. */
export interface Caller {
  readonly actor: Actor;
  readonly authority: string;
}
const all = Object.keys(exchangePermissions) as Permission[];

/** Exchange on servers of its own, with a small region, and callers with the grants that a spec gives them. */
export class ExchangeUnderTest {
  private constructor(
    readonly service: RunningService,
    /** The owner's connection: sees and changes what the service may not. */
    readonly database: DataSource,
    readonly region: Region,
    readonly files: FilesStandIn,
    private readonly remote: Remote,
    private readonly key: CryptoKey,
    private readonly closing: () => Promise<void>,
  ) {}

  /** @param node its name among the nodes; several of one region exchange with each other */
  static async start({ node = 'province', region = someRegion() }: { node?: string; region?: Region } = {}): Promise<ExchangeUnderTest> {
    const [database, nats] = await Promise.all([testDatabase('exchange', prepare), testNats()]);
    const dataDir = mkdtempSync(join(tmpdir(), 'karez-exchange-'));
    const environment: Environment = {
      ...{ mode: 'development', databaseUrl: database.runtimeUrl, migrationUrl: database.url, natsUrl: nats.url, natsReplicas: 1 },
      ...{ redisUrl: undefined, healthPort: 0, healthHost: '127.0.0.1', publicUrl: 'https://karez.example', dataDir, logLevel: 'error' },
    };
    const options = databaseOptions({ url: database.url, service: 'spec', entities, migrations, poolSize: 2 });
    const owner = await new DataSource(options).initialize();
    await plant(owner, region);
    const bus = await Bus.connect({ url: nats.url, service: 'gateway' });
    const filesBus = await Bus.connect({ url: nats.url, service: 'files' });
    const files = await FilesStandIn.start(filesBus);
    Object.assign(process.env, { KAREZ_FILES_URL: files.origin, KAREZ_NODE: node });
    const key = await standInForIdentity(bus);
    const service = await startService(exchange, environment);
    delete process.env.KAREZ_FILES_URL;
    delete process.env.KAREZ_NODE;
    const under = new ExchangeUnderTest(service, owner, region, files, new Remote(bus), key, async () => {
      await service.stop();
      await files.stop();
      await Promise.all([bus.close(), filesBus.close(), owner.destroy()]);
      await nats.stop();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    });
    await service.app.get(EnsureKeysJob).run();
    await under.keysMade();
    return under;
  }

  stop(): Promise<void> {
    return this.closing();
  }

  /** Every body has its keys. */
  async keysMade(): Promise<void> {
    await eventually(
      async () => {
        const [{ missing }] = await this.database.query<[{ missing: number }]>(
          `select count(*)::int as missing from org_copy org where kind <> 'office'
             and (select count(*) from body_key where owner = org.id::text) < 2`,
        );
        expect(missing).toBe(0);
      },
      { timeoutMs: 20_000 },
    );
  }

  /** Staff of one body; the grant reaches that body alone unless said otherwise. */
  async caller(
    { permissions = [], scope = 'unit', orgIds }: Partial<Grant> = {},
    orgId = newId(),
    more: Partial<Actor> = {},
  ): Promise<Caller> {
    const grants: Grant[] = permissions.length ? [{ permissions, scope, orgIds: orgIds ?? [orgId] }] : [];
    const actor: Actor = { realm: 'staff', id: newId(), name: '试用人', orgId, steppedUpAt: new Date().toISOString(), grants, ...more };
    const token = new SignJWT({ actor: { ...actor } }).setProtectedHeader({ alg: 'ES256', kid: 'spec', typ: authorityType });
    return { actor, authority: await token.setIssuer(issuer).setExpirationTime('5m').sign(this.key) };
  }

  /** Somebody who may do everything in the name of one body. */
  clerkOf(orgId: string, name = '文书甲'): Promise<Caller> {
    return this.caller({ permissions: all }, orgId, { name });
  }

  call<Req extends object, Res extends object>(
    operation: Operation<Req, Res>,
    request: Req,
    { as, commandId = newId() }: { readonly as?: Caller; readonly commandId?: string } = {},
  ): Promise<Res> {
    const authority = as ? { authority: as.authority } : {};
    return this.remote.call(operation, request, { commandId, trace: traceparent(), ...authority });
  }

  /** A document that is sealed and ready to be sent. */
  async sealed(as: Caller, more: Partial<CreateDocument> = {}): Promise<DocumentView> {
    const { id } = await this.call(documentApi.createDocument, someDocument(more), { as });
    return this.call(documentApi.sealDocument, { documentId: id }, { as });
  }

  async sent(
    as: Caller,
    primary: string[],
    more: Partial<SendDispatch & { document: Partial<CreateDocument> }> = {},
  ): Promise<DispatchView> {
    const { document, ...terms } = more;
    const { id: documentId } = await this.sealed(as, document);
    return this.call(dispatchApi.sendDispatch, { documentId, primary, ...terms }, { as });
  }

  /** The deliveries of a dispatch, once each is in one of these states. */
  async settled(as: Caller, dispatchId: string, ...states: DeliveryState[]): Promise<DeliveryRow[]> {
    return eventually(
      async () => {
        const { deliveries } = await this.call(dispatchApi.getDispatch, { dispatchId }, { as });
        for (const { state } of deliveries) expect(states).toContain(state);
        return deliveries;
      },
      { timeoutMs: 15_000 },
    );
  }

  /** Sent to one body and waiting there to be signed for. */
  async delivered(as: Caller, to: string, more: Parameters<ExchangeUnderTest['sent']>[2] = {}): Promise<string> {
    const { id } = await this.sent(as, [to], more);
    const [delivery] = await this.settled(as, id, 'delivered');
    return delivery!.id;
  }

  view(deliveryId: string, as: Caller): Promise<DeliveryView> {
    return this.call(deliveryApi.getDelivery, { deliveryId }, { as });
  }

  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.database.query(sql, parameters);
  }
}

let serial = 0;
export const someDocument = (more: Partial<CreateDocument> = {}): CreateDocument => ({
  ...{ title: '关于做好冬季输水工作的通知', documentType: 'notice', issueDate: '2026-11-23', body: '请各单位做好冬季输水工作。' },
  ...{ documentNumber: { agencyCode: '试水发', year: 2026, serial: ++serial }, signatories: ['水长流'] },
  ...more,
});

async function prepare({ url }: { url: string }): Promise<void> {
  await migrate(databaseOptions({ url, service: 'exchange', entities, migrations }));
}

/** Identity as far as a service sees it: the key that authorities are signed with. */
async function standInForIdentity({ connection }: Bus): Promise<CryptoKey> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'spec', alg: 'ES256' }] };
  connection.subscribe('qry.identity.getJwks.v1', { callback: (_error, message) => void message.respond(JSON.stringify({ ok: keys })) });
  return privateKey;
}
