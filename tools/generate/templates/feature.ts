import type { NewService } from '../service.ts';
import { file } from './template.ts';

/** apps/<service>/src/<thing>: the service's first feature. */
export function featureFiles(parts: NewService): Record<string, string> {
  const { service, thing, things, word } = parts;
  const { kebab: s, pascal: Service } = service;
  const { camel, pascal, kebab } = thing;
  const permission = `${s}.${thing.snake}`;
  return {
    [`${kebab}.entity.ts`]: file`
      import { ${pascal}Closed, ${camel}Flow, ${pascal}Registered, type ${pascal}State } from '@karez/contracts-${s}';
      import { newId, StatefulAggregate } from '@karez/kernel';
      import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

      /** ${word}: what it is, and whether it is still open. */
      @Entity('${thing.snake}')
      export class ${pascal} extends StatefulAggregate<${pascal}, ${pascal}State> {
        protected readonly flow = ${camel}Flow;
        @PrimaryColumn('uuid') readonly id!: string;
        @Column('varchar') readonly state: ${pascal}State = ${camel}Flow.initial;
        @Column('text') readonly name!: string;
        @Column('uuid') readonly orgId!: string;
        @Column('timestamptz') readonly registeredAt!: Date;
        @Column('timestamptz', { nullable: true }) readonly closedAt: Date | null = null;
        @Column('text', { nullable: true }) readonly closedReason: string | null = null;
        @VersionColumn() readonly version!: number;
        @Column('int') readonly eventSequence: number = 0;

        static register(name: string, orgId: string, now: Date): ${pascal} {
          const ${camel} = new ${pascal}();
          ${camel}.change({ id: newId(), name, orgId, registeredAt: now });
          ${camel}.record(new ${pascal}Registered(${camel}.id, orgId), { orgIds: [orgId] });
          return ${camel};
        }

        /** @throws DomainError \`state.move_refused\` when it is closed already */
        close(reason: string, now: Date): void {
          this.moveTo('closed', { closedReason: reason, closedAt: now });
          this.record(new ${pascal}Closed(this.id, this.orgId), { orgIds: [this.orgId] });
        }
      }
    `,
    [`${kebab}.policy.ts`]: file`
      import { ${camel}Flow, type ${pascal}Act, type ${pascal}State } from '@karez/contracts-${s}';
      import { canMove } from '@karez/contracts-kernel';
      import { DomainError } from '@karez/kernel';

      /** @throws DomainError \`${permission}.too_many_open\` when a body has as many as it may */
      export function assertRoom(open: number, limit: number): void {
        if (open >= limit) throw new DomainError('${permission}.too_many_open', { open, limit });
      }

      /** What somebody may do who holds the permission to write, or who does not. */
      export const actsOn = (state: ${pascal}State, mayWrite: boolean): ${pascal}Act[] =>
        mayWrite && canMove(${camel}Flow, state, 'closed') ? ['close'] : [];
    `,
    [`${kebab}.view.ts`]: file`
      import { holds } from '@karez/auth';
      import type { ${pascal}View } from '@karez/contracts-${s}';
      import type { Actor } from '@karez/kernel';
      import type { ${pascal} } from './${kebab}.entity.js';
      import { actsOn } from './${kebab}.policy.js';

      export const ${camel}Columns = ['id', 'name', 'state', 'orgId', 'registeredAt', 'closedAt', 'closedReason', 'version'] as const;
      export type ${pascal}Facts = Pick<${pascal}, (typeof ${camel}Columns)[number]>;

      export function ${camel}View(facts: ${pascal}Facts, reader: Actor): ${pascal}View {
        const { id, name, state, orgId, registeredAt, closedAt, closedReason, version } = facts;
        return {
          ...{ id, name, state, orgId, registeredAt: registeredAt.toISOString(), version },
          ...(closedAt ? { closedAt: closedAt.toISOString() } : {}),
          ...(closedReason ? { closedReason } : {}),
          acts: actsOn(state, holds(reader, '${permission}.write')),
        };
      }
    `,
    [`${kebab}.lists.ts`]: file`
      import { Injectable } from '@nestjs/common';
      import { scopeSql } from '@karez/auth';
      import type { Get${pascal}, List${things.pascal}, ${pascal}View } from '@karez/contracts-${s}';
      import type { Page } from '@karez/contracts-kernel';
      import { type Actor, type Ctx, DomainError } from '@karez/kernel';
      import { keysetPage, type Order } from '@karez/persistence';
      import { DataSource, type SelectQueryBuilder } from 'typeorm';
      import { ${pascal} } from './${kebab}.entity.js';
      import { ${camel}Columns, type ${pascal}Facts, ${camel}View } from './${kebab}.view.js';

      const unique = { sql: '${camel}.id', cast: 'uuid' } as const;
      const orders: Record<NonNullable<List${things.pascal}['sort']>, Order> = {
        '-registered': { by: [{ sql: '${camel}.registered_at', cast: 'timestamptz' }, unique], direction: 'desc' },
        name: { by: [{ sql: '${camel}.name', cast: 'text' }, unique], direction: 'asc' },
      };

      /** What a caller may see of the ${things.words}. */
      @Injectable()
      export class ${pascal}Lists {
        constructor(private readonly dataSource: DataSource) {}

        page(request: List${things.pascal}, { actor }: Ctx): Promise<Page<${pascal}View>> {
          const query = this.#seenBy(actor);
          if (request.state) query.andWhere('${camel}.state = :state', { state: request.state });
          return keysetPage(query, request, { orders, view: (raw) => ${camel}View(raw as unknown as ${pascal}Facts, actor) });
        }

        /** @throws DomainError \`not_found\`, for another body's row too */
        async one({ ${camel}Id }: Get${pascal}, { actor }: Ctx): Promise<${pascal}View> {
          const found = await this.#seenBy(actor).andWhere('${camel}.id = :id', { id: ${camel}Id }).getRawOne<${pascal}Facts>();
          if (!found) throw new DomainError('not_found', { id: ${camel}Id });
          return ${camel}View(found, actor);
        }

        #seenBy(actor: Actor): SelectQueryBuilder<${pascal}> {
          const { sql, params } = scopeSql(actor, '${permission}.read', { org: '${camel}.org_id' });
          const query = this.dataSource.createQueryBuilder(${pascal}, '${camel}').select([]).where(sql, params);
          ${camel}Columns.forEach((column) => query.addSelect(\`${camel}.\${column}\`, column));
          return query;
        }
      }
    `,
    [`${kebab}.controller.ts`]: file`
      import { Controller } from '@nestjs/common';
      import { type Close${pascal}, type Get${pascal}, type List${things.pascal}, type Register${pascal}, ${camel}Api, type ${pascal}View } from '@karez/contracts-${s}';
      import type { Page } from '@karez/contracts-kernel';
      import type { Ctx } from '@karez/kernel';
      import { Handles, type Handlers } from '@karez/messaging';
      import { Close${pascal}Handler } from './commands/close-${kebab}.handler.js';
      import { Register${pascal}Handler } from './commands/register-${kebab}.handler.js';
      import { ${pascal}Lists } from './${kebab}.lists.js';

      @Controller()
      export class ${pascal}Controller implements Handlers<typeof ${camel}Api> {
        constructor(
          private readonly lists: ${pascal}Lists,
          private readonly registerHandler: Register${pascal}Handler,
          private readonly closeHandler: Close${pascal}Handler,
        ) {}

        @Handles(${camel}Api.list${things.pascal})
        list${things.pascal}(request: List${things.pascal}, ctx: Ctx): Promise<Page<${pascal}View>> {
          return this.lists.page(request, ctx);
        }

        @Handles(${camel}Api.get${pascal})
        get${pascal}(request: Get${pascal}, ctx: Ctx): Promise<${pascal}View> {
          return this.lists.one(request, ctx);
        }

        @Handles(${camel}Api.register${pascal})
        register${pascal}(request: Register${pascal}, ctx: Ctx): Promise<${pascal}View> {
          return this.registerHandler.execute(request, ctx);
        }

        @Handles(${camel}Api.close${pascal})
        close${pascal}(request: Close${pascal}, ctx: Ctx): Promise<${pascal}View> {
          return this.closeHandler.execute(request, ctx);
        }
      }
    `,
    [`commands/register-${kebab}.handler.ts`]: file`
      import { Injectable } from '@nestjs/common';
      import type { Register${pascal}, ${pascal}View } from '@karez/contracts-${s}';
      import { type Ctx, DomainError } from '@karez/kernel';
      import { UnitOfWork } from '@karez/persistence';
      import { ${Service}Config } from '../../config.js';
      import { ${pascal} } from '../${kebab}.entity.js';
      import { assertRoom } from '../${kebab}.policy.js';
      import { ${camel}View } from '../${kebab}.view.js';

      /** 登记${word}. It belongs to the body for which the caller acts. */
      @Injectable()
      export class Register${pascal}Handler {
        constructor(
          private readonly unitOfWork: UnitOfWork,
          private readonly config: ${Service}Config,
        ) {}

        execute({ name }: Register${pascal}, ctx: Ctx): Promise<${pascal}View> {
          return this.unitOfWork.run(ctx, async (tx) => {
            const { orgId } = ctx.actor;
            if (!orgId || !(await tx.reaches('${permission}.write', orgId))) throw new DomainError('auth.out_of_scope');
            // of two that take the last free place at once, one waits here and is refused
            await tx.manager.query(\`select pg_advisory_xact_lock(hashtext('${s}.${thing.snake} ' || $1))\`, [orgId]);
            assertRoom(await tx.manager.countBy(${pascal}, { orgId, state: 'open' }), this.config.open${things.pascal});
            const ${camel} = ${pascal}.register(name, orgId, ctx.now);
            await tx.save(${camel});
            return ${camel}View(${camel}, ctx.actor);
          });
        }
      }
    `,
    [`commands/close-${kebab}.handler.ts`]: file`
      import { Injectable } from '@nestjs/common';
      import type { Close${pascal}, ${pascal}View } from '@karez/contracts-${s}';
      import type { Ctx } from '@karez/kernel';
      import { UnitOfWork } from '@karez/persistence';
      import { ${pascal} } from '../${kebab}.entity.js';
      import { ${camel}View } from '../${kebab}.view.js';

      /** 关闭${word}. */
      @Injectable()
      export class Close${pascal}Handler {
        constructor(private readonly unitOfWork: UnitOfWork) {}

        execute({ ${camel}Id, reason }: Close${pascal}, ctx: Ctx): Promise<${pascal}View> {
          return this.unitOfWork.run(ctx, async (tx) => {
            const ${camel} = await tx.loadInScope(${pascal}, ${camel}Id, '${permission}.write', (alias) => ({ org: \`\${alias}.org_id\` }));
            ${camel}.close(reason, ctx.now);
            await tx.save(${camel});
            return ${camel}View(${camel}, ctx.actor);
          });
        }
      }
    `,
    [`${kebab}.entity.spec.ts`]: file`
      import { ${pascal}Closed, ${camel}Flow, ${pascal}Registered, ${camel}States } from '@karez/contracts-${s}';
      import { canMove } from '@karez/contracts-kernel';
      import { ${pascal} } from './${kebab}.entity.js';
      import { actsOn, assertRoom } from './${kebab}.policy.js';

      const now = new Date('2026-06-01T04:00:00Z');
      const org = '0199c1f0-0000-7000-8000-000000000001';
      const ${camel} = (): ${pascal} => ${pascal}.register('试用', org, now);

      it('is open when it is registered, and says so to its body', () => {
        const registered = ${camel}();
        expect(registered).toMatchObject({ state: 'open', name: '试用', orgId: org, registeredAt: now });
        expect(registered.takeEvents()).toEqual([{ event: new ${pascal}Registered(registered.id, org), audience: { orgIds: [org] } }]);
      });

      it('is closed with the reason and the moment', () => {
        const closed = ${camel}();
        closed.takeEvents();
        closed.close('停用', now);
        expect(closed).toMatchObject({ state: 'closed', closedReason: '停用', closedAt: now });
        expect(closed.takeEvents()).toEqual([{ event: new ${pascal}Closed(closed.id, org), audience: { orgIds: [org] } }]);
      });

      it.each(${camel}States.filter((state) => !canMove(${camel}Flow, state, 'closed')))('refuses to close one that is %s', (state) => {
        expect(() => Object.assign(${camel}(), { state }).close('停用', now)).toThrow('state.move_refused');
      });

      it('offers an act only where it is legal and permitted', () => {
        expect(actsOn('open', true)).toEqual(['close']);
        expect(actsOn('open', false)).toEqual([]);
        expect(actsOn('closed', true)).toEqual([]);
      });

      it('gives a body as much room as was set, and no more', () => {
        expect(() => assertRoom(4, 5)).not.toThrow();
        expect(() => assertRoom(5, 5)).toThrow('${permission}.too_many_open');
      });
    `,
  };
}
