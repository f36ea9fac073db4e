import type { NewService } from '../service.ts';
import { file } from './template.ts';

/** libs/contracts/<service>: everything the rest of the platform may know of it. */
export function contractFiles({ service, thing, things, title, word }: NewService): Record<string, string> {
  const s = service.kebab;
  const { camel, pascal, kebab } = thing;
  const permission = `${s}.${thing.snake}`;
  return {
    'package.json': file`
      {
        "name": "@karez/contracts-${s}",
        "version": "0.1.0",
        "private": true,
        "type": "module",
        "license": "Apache-2.0",
        "exports": { ".": { "source": "./src/index.ts", "default": "./dist/index.js" } },
        "scripts": { "build": "node ../../../tools/build-package.mjs" },
        "dependencies": { "@karez/contracts-kernel": "*", "class-transformer": "0.5.1", "class-validator": "0.15.1" }
      }
    `,
    'project.json': file`
      {
        "$schema": "../../../node_modules/nx/schemas/project-schema.json",
        "projectType": "library",
        "tags": ["type:contract", "scope:${s}"]
      }
    `,
    'src/index.ts': file`
      import { defineContract } from '@karez/contracts-kernel';
      import { ${s}Api } from './api.js';
      import { ${s}Errors } from './errors.js';
      import { ${s}Events } from './events.js';
      import { ${s}Permissions } from './permissions.js';

      export * from './api.js';
      export * from './errors.js';
      export * from './events.js';
      export * from './permissions.js';
      export * from './${kebab}.js';

      export const ${s}Contract = defineContract({
        service: '${s}',
        title: '${title}',
        api: ${s}Api,
        errors: ${s}Errors,
        permissions: ${s}Permissions,
        events: ${s}Events,
      });
    `,
    'src/api.ts': file`
      import { deadLetterApi } from '@karez/contracts-kernel';
      import { ${camel}Api } from './${kebab}.js';

      /** Every operation of ${s}; each is declared beside the requests and views of its feature. */
      export const ${s}Api = { ...${camel}Api, ...deadLetterApi('${s}') };
    `,
    'src/errors.ts': file`
      import { defineErrors } from '@karez/contracts-kernel';

      export const ${s}Errors = defineErrors({
        '${permission}.too_many_open': {
          status: 409,
          zh: '本单位已有 {open} 个未关闭的${word}（上限 {limit}），请先关闭不再使用的。',
          en: 'Your body has {open} open ${things.words} already, of {limit}; close some first.',
        },
      });
    `,
    'src/permissions.ts': file`
      import { definePermissions } from '@karez/contracts-kernel';

      export const ${s}Permissions = definePermissions({
        '${permission}.read': { zh: '查看${word}', en: 'See ${things.words}' },
        '${permission}.write': { zh: '登记、关闭${word}', en: 'Register and close ${things.words}' },
        '${s}.dead_letter.read': { zh: '查看待人工处理的消息', en: 'See dead letters' },
        '${s}.dead_letter.replay': { zh: '重放待人工处理的消息', en: 'Replay dead letters' },
      });
    `,
    'src/events.ts': file`
      import type { EventClass } from '@karez/contracts-kernel';

      export class ${pascal}Registered {
        static readonly subject = 'evt.${s}.${kebab}-registered.v1';
        static readonly aggregate = '${thing.snake}';
        constructor(
          readonly ${camel}Id: string,
          readonly orgId: string,
        ) {}
      }
      export class ${pascal}Closed {
        static readonly subject = 'evt.${s}.${kebab}-closed.v1';
        static readonly aggregate = '${thing.snake}';
        constructor(
          readonly ${camel}Id: string,
          readonly orgId: string,
        ) {}
      }
      export const ${s}Events: readonly EventClass[] = [${pascal}Registered, ${pascal}Closed];
    `,
    [`src/${kebab}.ts`]: thingFile({ service, thing, things, word }),
  };
}

function thingFile({ service, thing, things, word }: Pick<NewService, 'service' | 'thing' | 'things' | 'word'>): string {
  const { camel, pascal } = thing;
  const permission = `${service.kebab}.${thing.snake}`;
  const path = `/${service.kebab}/${things.kebab}`;
  return file`
    import { command, defineApi, defineFlow, ListRequest, pageOf, query, type StateOf } from '@karez/contracts-kernel';
    import { IsArray, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';

    /** ${word}: registered, then closed for good. */
    export const ${camel}Flow = defineFlow('open', { open: ['closed'], closed: [] });
    export type ${pascal}State = StateOf<typeof ${camel}Flow>;
    export const ${camel}States = Object.keys(${camel}Flow.moves) as ${pascal}State[];
    export const ${camel}Acts = ['close'] as const;
    export type ${pascal}Act = (typeof ${camel}Acts)[number];

    export class ${pascal}View {
      @IsUUID() id!: string;
      @IsString() name!: string;
      @IsIn(${camel}States) state!: ${pascal}State;
      /** The body it belongs to. */
      @IsUUID() orgId!: string;
      @IsISO8601() registeredAt!: string;
      @IsOptional() @IsISO8601() closedAt?: string;
      @IsOptional() @IsString() closedReason?: string;
      @IsInt() version!: number;
      /** What the caller may do with it now. */
      @IsArray() @IsIn(${camel}Acts, { each: true }) acts!: ${pascal}Act[];
    }
    export class List${things.pascal} extends ListRequest {
      @IsOptional() @IsIn(${camel}States) state?: ${pascal}State;
      @IsOptional() @IsIn(['-registered', 'name']) sort?: '-registered' | 'name';
    }
    export class Get${pascal} {
      @IsUUID() ${camel}Id!: string;
    }
    /** It belongs to the body for which the caller acts. */
    export class Register${pascal} {
      @IsString() @Length(1, 80) name!: string;
    }
    export class Close${pascal} {
      @IsUUID() ${camel}Id!: string;
      @IsString() @Length(1, 500) reason!: string;
    }

    export const ${camel}Api = defineApi('${service.kebab}', {
      list${things.pascal}: query({
        version: 1,
        http: 'GET ${path}',
        needs: '${permission}.read',
        request: List${things.pascal},
        response: pageOf(${pascal}View),
        summary: '查找${word}',
      }),
      get${pascal}: query({
        version: 1,
        http: 'GET ${path}/:${camel}Id',
        needs: '${permission}.read',
        request: Get${pascal},
        response: ${pascal}View,
        summary: '${word}详情',
      }),
      register${pascal}: command({
        version: 1,
        http: 'POST ${path}',
        needs: '${permission}.write',
        status: 201,
        request: Register${pascal},
        response: ${pascal}View,
        summary: '登记${word}',
      }),
      close${pascal}: command({
        version: 1,
        http: 'POST ${path}/:${camel}Id/close',
        needs: '${permission}.write',
        request: Close${pascal},
        response: ${pascal}View,
        summary: '关闭${word}',
      }),
    });
  `;
}
