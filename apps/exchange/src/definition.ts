import { exchangeContract } from '@karez/contracts-exchange';
import type { ServiceDefinition } from '@karez/service';
import { Custody } from './custody/custody.entity.js';
import { Delivery } from './delivery/delivery.entity.js';
import { Dispatch } from './dispatch/dispatch.entity.js';
import { OfficialDocument } from './document/document.entity.js';
import { ExchangeModule } from './exchange.module.js';
import { ExchangeTables1795650000000 } from './migrations/1795650000000-exchange-tables.js';
import { Webhooks1795670000000 } from './migrations/1795670000000-webhooks.js';
import { Nodes1795750000000 } from './migrations/1795750000000-nodes.js';
import { AppendOnly1795760000000 } from './migrations/1795760000000-append-only.js';
import { FeedAge1795770000000 } from './migrations/1795770000000-feed-age.js';
import { TellCalendar1795790000000 } from './migrations/1795790000000-tell-calendar.js';

export const entities = [OfficialDocument, Dispatch, Delivery, Custody];
export const migrations = [
  ...[ExchangeTables1795650000000, Webhooks1795670000000, Nodes1795750000000],
  ...[AppendOnly1795760000000, FeedAge1795770000000, TellCalendar1795790000000],
];
export const exchange: ServiceDefinition = { contract: exchangeContract, module: ExchangeModule, entities, migrations };
