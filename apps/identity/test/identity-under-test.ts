import { jest } from '@jest/globals';
import { tmpdir } from 'node:os';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { identityApi, type SignedIn } from '@karez/contracts-identity';
import type { Operation } from '@karez/contracts-kernel';
import { newId } from '@karez/kernel';
import { Bus, Remote, traceparent } from '@karez/messaging';
import { databaseOptions, migrate } from '@karez/persistence';
import { type Environment, type RunningService, startService } from '@karez/service';
import { testDatabase, testNats } from '@karez/testing';
import { DataSource } from 'typeorm';
import { contracts } from '../src/catalogue.js';
import { identity } from '../src/definition.js';
import { seedDatabase } from '../src/seed/seed-database.js';
import { hashPassword } from '../src/session/passwords.js';
import { entities, migrations } from '../src/tables.js';

// argon2 and a busy machine: the promise is what is tested here, not the time
jest.setTimeout(30_000);

/** The password of every seeded account in a spec. */
export const password = 'Karst-Well-2026';

/** Somebody who has signed in, as the gateway would speak for them. */
export interface Caller {
  readonly signedIn: SignedIn;
  readonly authority: string;
}
export interface CallOptions {
  readonly as?: Caller | undefined;
  readonly address?: string;
  readonly commandId?: string;
}

/** Identity on servers of its own, seeded with the demonstration, and a gateway's way of calling it. */
export class IdentityUnderTest {
  private constructor(
    readonly service: RunningService,
    readonly database: DataSource,
    readonly remote: Remote,
    readonly dataDir: string,
    private readonly ownerUrl: string,
    private readonly closing: () => Promise<void>,
  ) {}

  /** With the factor of signing acts as in production, unless told. */
  static async start(more: Record<string, string> = {}): Promise<IdentityUnderTest> {
    const variables = { KAREZ_SIGNING_FACTOR: 'required', ...more };
    const [database, nats] = await Promise.all([testDatabase('identity', prepare), testNats()]);
    const environment: Environment = {
      ...{ mode: 'development', databaseUrl: database.runtimeUrl, migrationUrl: database.url, natsUrl: nats.url, natsReplicas: 1 },
      ...{ redisUrl: undefined, healthPort: 0, healthHost: '127.0.0.1', publicUrl: 'https://karez.example', logLevel: 'error' },
      dataDir: mkdtempSync(join(tmpdir(), 'karez-identity-')),
    };
    Object.assign(process.env, variables);
    const service = await startService(identity, environment);
    for (const name of Object.keys(variables)) delete process.env[name];
    const bus = await Bus.connect({ url: nats.url, service: 'gateway' });
    return new IdentityUnderTest(service, service.app.get(DataSource), new Remote(bus), environment.dataDir, database.url, async () => {
      await bus.close();
      await service.stop();
      await nats.stop();
      await database.drop();
    });
  }

  stop(): Promise<void> {
    return this.closing();
  }

  call<Req extends object, Res extends object>(
    operation: Operation<Req, Res>,
    request: Req,
    { as, address = '10.65.0.1', commandId = newId() }: CallOptions = {},
  ): Promise<Res> {
    return this.remote.call(operation, request, {
      commandId,
      trace: traceparent(),
      address,
      userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0',
      ...(as ? { authority: as.authority } : {}),
    });
  }

  system<Req extends object, Res extends object>(operation: Operation<Req, Res>, request: Req): Promise<Res> {
    return this.remote.callAsSystem(operation, request, traceparent());
  }

  async signIn(account: string, options: CallOptions & { readonly password?: string; readonly code?: string } = {}): Promise<Caller> {
    const { code, password: given = password, ...rest } = options;
    const signedIn = await this.call(identityApi.signIn, { account, password: given, ...(code ? { code } : {}) }, rest);
    return this.callerOf(signedIn);
  }

  /** The same session with its authority of now. */
  again({ signedIn }: Caller): Promise<Caller> {
    return this.callerOf(signedIn);
  }

  async callerOf(signedIn: SignedIn): Promise<Caller> {
    const { token } = await this.system(identityApi.getAuthority, { accessToken: signedIn.accessToken! });
    return { signedIn, authority: token };
  }

  /** Runs a statement as the owner of the tables, who migrates. */
  async asOwner(sql: string): Promise<void> {
    const source = await new DataSource({ type: 'postgres', url: this.ownerUrl }).initialize();
    await source.query(sql).finally(() => source.destroy());
  }

  async one<T>(sql: string, params: unknown[] = []): Promise<T> {
    const [row] = await this.database.query<[T]>(sql, params);
    return row;
  }

  async orgId(name: string): Promise<string> {
    return (await this.one<{ id: string }>('select id from org where name = $1', [name])).id;
  }

  async personId(account: string): Promise<string> {
    return (await this.one<{ id: string }>('select id from person where account = $1', [account])).id;
  }

  async roleId(code: string): Promise<string> {
    return (await this.one<{ id: string }>('select id from role where code = $1', [code])).id;
  }

  /** The primary post of somebody. */
  async postId(account: string): Promise<string> {
    const sql =
      'select post.id from post join person on person.id = post.person_id where person.account = $1 and post.is_primary and post.valid_to is null';
    return (await this.one<{ id: string }>(sql, [account])).id;
  }

  /** Gives somebody a role that holds all permissions, behind the back of the rules. */
  async grantEverything(account: string, scope: string): Promise<void> {
    const permissions = contracts.flatMap((contract) => Object.keys(contract.permissions));
    const code = `everything_${scope}`;
    await this.database.query(
      `insert into role (id, code, name, name_sort, built_in, permissions, version, event_sequence) select gen_random_uuid(), $1::text, $1::text, $1::text, false, $2, 1, 0
       where not exists (select 1 from role where code = $1::text)`,
      [code, permissions],
    );
    await this.database.query(
      `insert into role_grant (id, post_id, role_id, scope, org_ids, granted_at, granted_by) values ($1, $2, $3, $4, '{}', now(), '')`,
      [...[newId(), await this.postId(account), await this.roleId(code), scope]],
    );
  }

  /** As if the second factor had been passed just now. */
  async steppedUp(caller: Caller): Promise<Caller> {
    await this.database.query('update session set stepped_up_at = now() where id = $1', [caller.signedIn.sessionId]);
    return this.again(caller);
  }
}

async function prepare({ url, runtimeUrl }: { url: string; runtimeUrl: string }): Promise<void> {
  await migrate(databaseOptions({ url, service: 'identity', entities, migrations }));
  await seedDatabase({ databaseUrl: runtimeUrl, base: false, handOver: () => undefined });
  const source = await new DataSource(databaseOptions({ url: runtimeUrl, service: 'identity', entities, migrations })).initialize();
  await source.query('update credential set hash = $1', [await hashPassword(password)]);
  await source.destroy();
}
