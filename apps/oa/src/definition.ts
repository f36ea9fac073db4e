import { oaContract } from '@karez/contracts-oa';
import type { ServiceDefinition } from '@karez/service';
import { OaModule } from './oa.module.js';
import { OaTables1795783274871 } from './migrations/1795783274871-oa-tables.js';
import { Notice } from './notice/notice.entity.js';

export const entities = [Notice];
export const migrations = [OaTables1795783274871];
export const oa: ServiceDefinition = { contract: oaContract, module: OaModule, entities, migrations };
