import { portalContract } from '@karez/contracts-portal';
import type { ServiceDefinition } from '@karez/service';
import { PortalModule } from './portal.module.js';
import { PortalTables1795739509621 } from './migrations/1795739509621-portal-tables.js';
import { Article } from './article/article.entity.js';

export const entities = [Article];
export const migrations = [PortalTables1795739509621];
export const portal: ServiceDefinition = { contract: portalContract, module: PortalModule, entities, migrations };
