import { portalContract } from '@karez/contracts-portal';
import type { ServiceDefinition } from '@karez/service';
import { SiteColumn } from './column/column.entity.js';
import { DisclosureRequest } from './disclosure-request/disclosure-request.entity.js';
import { Article } from './edition/article.entity.js';
import { Edition } from './edition/edition.entity.js';
import { Hearing } from './hearing/hearing.entity.js';
import { Voice } from './hearing/voice.entity.js';
import { Letter } from './letter/letter.entity.js';
import { PortalTables1795739509621 } from './migrations/1795739509621-portal-tables.js';
import { PortalDesk1795766400000 } from './migrations/1795766400000-portal-desk.js';
import { PortalModule } from './portal.module.js';
import { Site } from './site/site.entity.js';
import { Word } from './word-check/word.entity.js';

export const entities = [Site, SiteColumn, Article, Edition, Word, Letter, DisclosureRequest, Hearing, Voice];
export const migrations = [PortalTables1795739509621, PortalDesk1795766400000];
export const portal: ServiceDefinition = { contract: portalContract, module: PortalModule, entities, migrations };
