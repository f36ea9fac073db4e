import { oaContract } from '@karez/contracts-oa';
import type { ServiceDefinition } from '@karez/service';
import { OaModule } from './oa.module.js';
import { OaTables1795783274871 } from './migrations/1795783274871-oa-tables.js';
import { PeopleAndTodos1795783310000 } from './migrations/1795783310000-people-and-todos.js';
import { Handling1795783320000 } from './migrations/1795783320000-handling.js';
import { Notice } from './notice/notice.entity.js';

export const entities = [Notice];
export const migrations = [OaTables1795783274871, PeopleAndTodos1795783310000, Handling1795783320000];
export const oa: ServiceDefinition = { contract: oaContract, module: OaModule, entities, migrations };
