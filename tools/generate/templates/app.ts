import type { NewService } from '../service.ts';
import { file } from './template.ts';

/** apps/<service> without its first feature: how it starts, migrates and is configured. */
export function appFiles(parts: NewService): Record<string, string> {
  const { service, thing, things, tablesAt } = parts;
  const { kebab: s, pascal: Service } = service;
  const { pascal, kebab } = thing;
  const tables = `${Service}Tables${tablesAt}`;
  return {
    'package.json': file`
      {
        "name": "@karez/${s}",
        "version": "0.1.0",
        "private": true,
        "type": "module",
        "license": "Apache-2.0",
        "exports": { ".": { "source": "./src/main.ts", "default": "./dist/main.js" } },
        "scripts": { "build": "node ../../tools/build-package.mjs" },
        "dependencies": {
          "@karez/auth": "*", "@karez/contracts-${s}": "*", "@karez/contracts-kernel": "*",
          "@karez/kernel": "*", "@karez/messaging": "*", "@karez/persistence": "*", "@karez/service": "*",
          "@nestjs/common": "12.1.1", "@nestjs/core": "12.1.1", "@nestjs/microservices": "12.1.1", "pg": "8.23.1",
          "reflect-metadata": "0.2.2", "rxjs": "7.8.2", "typeorm": "1.1.1"
        },
        "devDependencies": { "@karez/contracts-identity": "*", "@karez/testing": "*", "jose": "6.2.18" }
      }
    `,
    'project.json': file`
      {
        "$schema": "../../node_modules/nx/schemas/project-schema.json",
        "projectType": "application",
        "tags": ["type:app", "scope:${s}"]
      }
    `,
    'README.md': readme(parts),
    'src/main.ts': file`
      import 'reflect-metadata';
      import { runService } from '@karez/service';
      import { ${s} } from './definition.js';

      await runService(${s});
    `,
    'src/migrate.ts': file`
      import 'reflect-metadata';
      import { runMigrations } from '@karez/service';
      import { ${s} } from './definition.js';

      await runMigrations(${s});
    `,
    'src/definition.ts': file`
      import { ${s}Contract } from '@karez/contracts-${s}';
      import type { ServiceDefinition } from '@karez/service';
      import { ${Service}Module } from './${s}.module.js';
      import { ${tables} } from './migrations/${tablesAt}-${s}-tables.js';
      import { ${pascal} } from './${kebab}/${kebab}.entity.js';

      export const entities = [${pascal}];
      export const migrations = [${tables}];
      export const ${s}: ServiceDefinition = { contract: ${s}Contract, module: ${Service}Module, entities, migrations };
    `,
    'src/config.ts': file`
      import { number } from '@karez/service';

      /** What ${s} reads from its environment besides what every service reads. */
      export class ${Service}Config {
        /** KAREZ_${s.toUpperCase()}_OPEN_${things.snake.toUpperCase()}: how many open ${things.words} one body may have. */
        readonly open${things.pascal}: number;

        /** @throws Error naming the variable that is wrong, in one sentence */
        constructor(variables: Readonly<Record<string, string | undefined>> = process.env) {
          this.open${things.pascal} = number(variables, 'KAREZ_${s.toUpperCase()}_OPEN_${things.snake.toUpperCase()}', 500);
        }
      }
    `,
    [`src/${s}.module.ts`]: file`
      import { Module } from '@nestjs/common';
      import { OrgCopy } from '@karez/service';
      import { ${Service}Config } from './config.js';
      import { Close${pascal}Handler } from './${kebab}/commands/close-${kebab}.handler.js';
      import { Register${pascal}Handler } from './${kebab}/commands/register-${kebab}.handler.js';
      import { ${pascal}Controller } from './${kebab}/${kebab}.controller.js';
      import { ${pascal}Lists } from './${kebab}/${kebab}.lists.js';

      @Module({
        controllers: [${pascal}Controller],
        providers: [
          { provide: ${Service}Config, useFactory: () => new ${Service}Config() },
          OrgCopy,
          ${pascal}Lists,
          Register${pascal}Handler,
          Close${pascal}Handler,
        ],
      })
      export class ${Service}Module {}
    `,
    [`src/migrations/${tablesAt}-${s}-tables.ts`]: file`
      import { createOrgCopy } from '@karez/persistence';
      import type { MigrationInterface, QueryRunner } from 'typeorm';

      /** The ${things.words}, and the copy of the tree of bodies that data scopes are measured on. */
      export class ${tables} implements MigrationInterface {
        name = '${tables}';

        async up(db: QueryRunner): Promise<void> {
          await db.query(\`
            create table ${thing.snake} (
              id uuid primary key, version int not null, event_sequence int not null,
              state varchar(16) not null check (state in ('open', 'closed')),
              name text collate "C" not null, org_id uuid not null,
              registered_at timestamptz not null, closed_at timestamptz, closed_reason text,
              check ((state = 'closed') = (closed_at is not null)));
            create index ${thing.snake}_by_time on ${thing.snake} (registered_at desc, id desc);
            create index ${thing.snake}_by_name on ${thing.snake} (name, id);
            create index ${thing.snake}_open on ${thing.snake} (org_id) where state = 'open';
          \`);
          await createOrgCopy(db);
        }

        async down(db: QueryRunner): Promise<void> {
          await db.query('drop table ${thing.snake}, org_copy, org_closure');
        }
      }
    `,
  };
}

function readme({ service, thing, things, title }: NewService): string {
  const s = service.kebab;
  return file`
    # ${s} (${title})

    Owns its database, its migrations, its contract (\`libs/contracts/${s}\`) and its image. It begins with one thing, \`${thing.kebab}\`, that is
    registered and closed; make its fields, states and rules your own.

    | where                         | what                                                                                                                     |
    | ----------------------------- | ------------------------------------------------------------------------------------------------------------------------ |
    | \`src/${thing.kebab}/\`       | the feature: entity, policy, view, lists, controller; one file for each command in \`commands/\`                          |
    | \`src/reactions/\`            | what it does when something happened elsewhere: a method marked \`@ReactsTo\`; \`OrgCopy\` of \`libs/service\` keeps its copy of the bodies |
    | \`src/jobs/\`                 | work of its own time: a method marked \`@OnTask\`, for a timer set by \`tx.schedule\`                                      |
    | \`src/migrations/\`           | its tables; a change is a new file                                                                                       |
    | \`test/\`                     | on real servers; \`${s}-under-test.ts\` starts the service and makes callers                                              |

    | setting                                                          | meaning                                                    |
    | ---------------------------------------------------------------- | ---------------------------------------------------------- |
    | \`KAREZ_${s.toUpperCase()}_OPEN_${things.snake.toUpperCase()}\`  | how many open ${things.words} one body may have; 500 unless told |

    More of it: \`npm run generate -- command ${s} <verb-noun> ${thing.kebab}\` and \`npm run generate -- operation ${s} <name> ${thing.kebab}\`.
    Its tests: \`npm run test:unit -- apps/${s}\` and \`npm run test:int -- apps/${s}\`.
  `;
}
