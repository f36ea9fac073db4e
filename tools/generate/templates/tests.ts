import type { NewService } from '../service.ts';
import { file } from './template.ts';

/** apps/<service>/test: the service on real servers. */
export function testFiles({ service, thing, things }: NewService): Record<string, string> {
  const { kebab: s, pascal: Service } = service;
  const { camel, pascal, kebab } = thing;
  const permission = `${s}.${thing.snake}`;
  return {
    [`${s}-under-test.ts`]: file`
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
      import { entities, ${s}, migrations } from '../src/definition.js';

      /** Somebody with these grants, as the gateway would speak for them. */
      export interface Caller {
        readonly actor: Actor;
        readonly authority: string;
      }

      /** ${Service} on servers of its own, and callers with the grants that a spec gives them. */
      export class ${Service}UnderTest {
        private constructor(
          readonly service: RunningService,
          readonly database: DataSource,
          private readonly remote: Remote,
          private readonly key: CryptoKey,
          private readonly closing: () => Promise<void>,
        ) {}

        static async start(): Promise<${Service}UnderTest> {
          const [database, nats] = await Promise.all([
            testDatabase('${s}', async ({ url }) => void (await migrate(databaseOptions({ url, service: '${s}', entities, migrations })))),
            testNats(),
          ]);
          const dataDir = mkdtempSync(join(tmpdir(), 'karez-${s}-'));
          const environment: Environment = {
            ...{ mode: 'development', databaseUrl: database.runtimeUrl, migrationUrl: database.url, natsUrl: nats.url, natsReplicas: 1 },
            ...{ redisUrl: undefined, healthPort: 0, healthHost: '127.0.0.1', publicUrl: 'https://karez.example', dataDir, logLevel: 'error' },
          };
          const bus = await Bus.connect({ url: nats.url, service: 'gateway' });
          const key = await standInForIdentity(bus);
          const service = await startService(${s}, environment);
          return new ${Service}UnderTest(service, service.app.get(DataSource), new Remote(bus), key, async () => {
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

        /** Staff of one body; the grant reaches that body alone unless said otherwise. */
        async caller({ permissions = [], scope = 'unit', orgIds }: Partial<Grant> = {}, orgId = newId()): Promise<Caller> {
          const grants: Grant[] = permissions.length ? [{ permissions, scope, orgIds: orgIds ?? [orgId] }] : [];
          const actor: Actor = { realm: 'staff', id: newId(), name: '试用人', orgId, grants };
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
    `,
    [`${kebab}.int-spec.ts`]: file`
      import { OrgChanged } from '@karez/contracts-identity';
      import { ${camel}Api } from '@karez/contracts-${s}';
      import type { EventEnvelope, Permission } from '@karez/contracts-kernel';
      import { newId } from '@karez/kernel';
      import { OrgCopy } from '@karez/service';
      import { type Caller, ${Service}UnderTest } from './${s}-under-test.js';

      const permissions: Permission[] = ['${permission}.read', '${permission}.write'];
      let ${s}: ${Service}UnderTest;
      let clerk: Caller;
      beforeAll(async () => {
        ${s} = await ${Service}UnderTest.start();
        clerk = await ${s}.caller({ permissions });
      }, 60_000);
      afterAll(() => ${s}.stop());

      const registered = (name: string, as: Caller) => ${s}.call(${camel}Api.register${pascal}, { name }, { as });

      it('registers, shows and closes, with its events and its audit record in the same transaction', async () => {
        const { id, acts } = await registered('一号', clerk);
        expect(acts).toEqual(['close']);
        const closed = await ${s}.call(${camel}Api.close${pascal}, { ${camel}Id: id, reason: '停用' }, { as: clerk });
        expect(closed).toMatchObject({ id, state: 'closed', closedReason: '停用', acts: [] });
        expect(await ${s}.call(${camel}Api.get${pascal}, { ${camel}Id: id }, { as: clerk })).toEqual(closed);
        const events = await ${s}.database.query<{ subject: string }[]>(
          'select subject from outbox where aggregate_id = $1 order by sequence',
          [id],
        );
        expect(events.map(({ subject }) => subject)).toEqual(['evt.${s}.${kebab}-registered.v1', 'evt.${s}.${kebab}-closed.v1']);
        const audits = \`select 1 from outbox where aggregate = 'act' and envelope->'data'->'targets' ->> 0 = $1\`;
        expect(await ${s}.database.query(audits, [\`${thing.snake}/\${id}\`])).toHaveLength(2);
      });

      it('does a repeated command once', async () => {
        const commandId = newId();
        const first = await ${s}.call(${camel}Api.register${pascal}, { name: '重复' }, { as: clerk, commandId });
        expect(await ${s}.call(${camel}Api.register${pascal}, { name: '重复' }, { as: clerk, commandId })).toEqual(first);
        expect(await ${s}.database.query(\`select 1 from ${thing.snake} where name = '重复'\`)).toHaveLength(1);
      });

      it('lists page by page what belongs to the caller’s body, and nothing else', async () => {
        const other = await ${s}.caller({ permissions });
        for (const name of ['甲', '乙', '丙']) await registered(name, other);
        const { items, next } = await ${s}.call(${camel}Api.list${things.pascal}, { limit: 2, sort: 'name' }, { as: other });
        const rest = await ${s}.call(${camel}Api.list${things.pascal}, { limit: 2, sort: 'name', after: next! }, { as: other });
        expect([...items, ...rest.items].map(({ name }) => name).sort()).toEqual(['甲', '乙', '丙'].sort());
        expect(rest.next).toBeUndefined();
      });

      it('reaches the bodies below once identity has told of them', async () => {
        const [above, below] = [newId(), newId()];
        const theirs = await registered('下级', await ${s}.caller({ permissions }, below));
        const head = await ${s}.caller({ permissions, scope: 'unit_and_below' }, above);
        const look = () => ${s}.call(${camel}Api.get${pascal}, { ${camel}Id: theirs.id }, { as: head });
        await expect(look()).rejects.toMatchObject({ code: 'not_found' });
        const told = { data: new OrgChanged(below, '下级机构', 'office', null, above, null) } as EventEnvelope<OrgChanged>;
        await ${s}.database.transaction((manager) => ${s}.service.app.get(OrgCopy).keep(told, { manager }));
        expect(await look()).toEqual(theirs);
      });

      describe('access', () => {
        let ${camel}Id: string;
        beforeAll(async () => {
          ${camel}Id = (await registered('权限', clerk)).id;
        });
        const calls: [string, (as: Caller) => Promise<object>][] = [
          ['list${things.pascal}', (as) => ${s}.call(${camel}Api.list${things.pascal}, {}, { as })],
          ['get${pascal}', (as) => ${s}.call(${camel}Api.get${pascal}, { ${camel}Id }, { as })],
          ['register${pascal}', (as) => registered('越权', as)],
          ['close${pascal}', (as) => ${s}.call(${camel}Api.close${pascal}, { ${camel}Id, reason: '越权' }, { as })],
        ];

        it.each(calls)('%s refuses a caller without the permission', async (_name, call) => {
          await expect(call(await ${s}.caller())).rejects.toMatchObject({ code: 'auth.forbidden' });
        });

        it.each(calls.filter(([name]) => /^(get|close)/.test(name)))('%s knows nothing of another body’s ${thing.words}', async (_name, call) => {
          await expect(call(await ${s}.caller({ permissions }))).rejects.toMatchObject({ code: 'not_found' });
        });

        it('registers nothing for a body that the grant does not reach', async () => {
          const stranger = await ${s}.caller({ permissions, orgIds: [newId()] });
          await expect(registered('越权', stranger)).rejects.toMatchObject({ code: 'auth.out_of_scope' });
        });
      });
    `,
  };
}
