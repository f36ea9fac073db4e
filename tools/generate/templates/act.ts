import type { Feature } from '../feature.ts';
import { type Names, namesOf } from '../names.ts';
import { file } from './template.ts';

export interface NewAct {
  readonly feature: Feature;
  readonly act: Names;
  readonly permission: string;
  /** In the office's words: 更名. */
  readonly summary: string;
}

/** How the row says whose it is. Without an owner only a grant over everything reaches it. */
const owner = ({ entity }: Feature): string =>
  entity?.orgColumn ? `(alias) => ({ org: \`\${alias}.${entity.orgColumn}\` })` : '() => ({})';

/** One command, one file. */
export function handlerFile({ feature, act, permission, summary }: NewAct): string {
  const { service, thing, entity, hasView } = feature;
  const rest = act.kebab.replace(new RegExp(`-${thing.kebab}(?=-|$)`), '');
  const answer = hasView ? `${thing.pascal}View` : 'Empty';
  const load = entity
    ? `const ${thing.camel} = await tx.loadInScope(${entity.name}, ${thing.camel}Id, '${permission}', ${owner(feature)});
          // the rule is a method of the entity, called here: ${thing.camel}.${namesOf(rest).camel}(…, ctx.now)
          await tx.save(${thing.camel});`
    : `// what is changed is touched, so that the audit record names it
          tx.touch('${thing.snake}', ${thing.camel}Id);`;
  return file`
    import { Injectable } from '@nestjs/common';
    import type { ${act.pascal}${hasView ? `, ${thing.pascal}View` : ''} } from '@karez/contracts-${service.kebab}';
    ${hasView ? '' : `import { Empty } from '@karez/contracts-kernel';`}
    import type { Ctx } from '@karez/kernel';
    import { UnitOfWork } from '@karez/persistence';
    ${entity ? `import { ${entity.name} } from '../${entity.file}';` : ''}
    ${hasView ? `import { ${thing.camel}View } from '../${thing.kebab}.view.js';` : ''}

    /** ${summary}. */
    @Injectable()
    export class ${act.pascal}Handler {
      constructor(private readonly unitOfWork: UnitOfWork) {}

      execute({ ${thing.camel}Id }: ${act.pascal}, ctx: Ctx): Promise<${answer}> {
        return this.unitOfWork.run(ctx, async (tx) => {
          ${load}
          return ${hasView ? `${thing.camel}View(${thing.camel}, ctx.actor)` : 'new Empty()'};
        });
      }
    }
  `
    .replace(/\n{3,}/g, '\n\n')
    .replace(/;\n\nimport/g, ';\nimport');
}

/** What a query tells, read within the caller's reach. */
export function viewFile({ feature, act, permission, summary }: NewAct, answer: Names): string {
  const { service, thing, entity } = feature;
  const from = entity ? `createQueryBuilder(${entity.name}, '${thing.camel}').select('${thing.camel}.id', '${thing.camel}Id')` : '';
  const org = entity?.orgColumn ? `{ org: '${thing.camel}.${entity.orgColumn}' }` : '{}';
  return file`
    import { Injectable } from '@nestjs/common';
    import { scopeSql } from '@karez/auth';
    import type { ${act.pascal}, ${answer.pascal} } from '@karez/contracts-${service.kebab}';
    import { type Ctx, DomainError } from '@karez/kernel';
    import { DataSource } from 'typeorm';
    import { ${entity?.name ?? ''} } from './${entity?.file ?? ''}';

    /** ${summary}. */
    @Injectable()
    export class ${answer.pascal}View {
      constructor(private readonly dataSource: DataSource) {}

      /** @throws DomainError \`not_found\`, for another body's row too */
      async of({ ${thing.camel}Id }: ${act.pascal}, { actor }: Ctx): Promise<${answer.pascal}> {
        const { sql, params } = scopeSql(actor, '${permission}', ${org});
        const query = this.dataSource.${from}.where('${thing.camel}.id = :id', { id: ${thing.camel}Id });
        const found = await query.andWhere(sql, params).getRawOne<${answer.pascal}>();
        if (!found) throw new DomainError('not_found', { id: ${thing.camel}Id });
        return found;
      }
    }
  `;
}

/** Access of one operation on real servers: a right caller, a wrong role, a wrong body. */
export function accessIntSpec({ feature, act, permission }: NewAct, told: string): string {
  const { service, thing, table } = feature;
  const { kebab: s, pascal: Service } = service;
  return file`
    import { ${table} } from '@karez/contracts-${s}';
    import { type Caller, ${Service}UnderTest } from './${s}-under-test.js';

    let ${s}: ${Service}UnderTest;
    let clerk: Caller;
    let ${thing.camel}Id: string;
    beforeAll(async () => {
      ${s} = await ${Service}UnderTest.start();
      clerk = await ${s}.caller({ permissions: ['${permission}', '${s}.${thing.snake}.write'] });
      ({ id: ${thing.camel}Id } = await ${s}.call(${table}.register${thing.pascal}, { name: '试用' }, { as: clerk }));
    }, 60_000);
    afterAll(() => ${s}.stop());

    const asked = (as: Caller) => ${s}.call(${table}.${act.camel}, { ${thing.camel}Id }, { as });

    // what the operation is for stands here next: the rule it keeps, each refusal, the event it records
    it('${act.camel} answers whoever holds the permission for this body', async () => {
      expect(await asked(clerk)).toMatchObject(${told});
    });

    it('${act.camel} refuses a caller without the permission', async () => {
      await expect(asked(await ${s}.caller())).rejects.toMatchObject({ code: 'auth.forbidden' });
    });

    it('${act.camel} knows nothing of another body’s ${thing.words}', async () => {
      await expect(asked(await ${s}.caller({ permissions: ['${permission}'] }))).rejects.toMatchObject({ code: 'not_found' });
    });
  `;
}

/** The half of the access test that needs no servers; the other half stands with the service's own integration specs. */
export function accessSpec({ feature, act, permission }: NewAct): string {
  const { service, table } = feature;
  return file`
    import { assertMay } from '@karez/auth';
    import { ${table} } from '@karez/contracts-${service.kebab}';
    import { type Actor, anonymous } from '@karez/kernel';

    const now = new Date('2026-06-01T04:00:00Z');
    const staff: Actor = { realm: 'staff', id: 'p1', name: '试用人', orgId: 'o1', grants: [] };
    const holder: Actor = { ...staff, grants: [{ permissions: ['${permission}'], scope: 'unit', orgIds: ['o1'] }] };

    // the wrong body is refused by the database: that case stands with the integration specs beside this file
    it('${act.camel} is for holders of ${permission} alone', () => {
      expect(() => assertMay(anonymous, ${table}.${act.camel}, now)).toThrow('auth.required');
      expect(() => assertMay(staff, ${table}.${act.camel}, now)).toThrow('auth.forbidden');
      expect(() => assertMay(holder, ${table}.${act.camel}, now)).not.toThrow();
    });
  `;
}
