import { portalContract } from '@karez/contracts-portal';
import type { ServiceDefinition } from '@karez/service';
import { SiteColumn } from './column/column.entity.js';
import { Article } from './edition/article.entity.js';
import { Edition } from './edition/edition.entity.js';
import { PortalTables1795739509621 } from './migrations/1795739509621-portal-tables.js';
import { PortalModule } from './portal.module.js';
import { Site } from './site/site.entity.js';
import { Word } from './word-check/word.entity.js';

export const entities = [Site, SiteColumn, Article, Edition, Word];
export const migrations = [PortalTables1795739509621];
export const portal: ServiceDefinition = { contract: portalContract, module: PortalModule, entities, migrations };
