import { approvalContract } from '@karez/contracts-approval';
import type { ServiceDefinition } from '@karez/service';
import { ApprovalModule } from './approval.module.js';
import { ApprovalCase } from './case/case.entity.js';
import { Item } from './item/item.entity.js';
import { Licence } from './licence/licence.entity.js';
import { ApprovalTables1795739471376 } from './migrations/1795739471376-approval-tables.js';
import { ApprovalPapers1795780000000 } from './migrations/1795780000000-approval-papers.js';
import { CalendarOrigin1795791000000 } from './migrations/1795791000000-calendar-origin.js';

export const entities = [Item, ApprovalCase, Licence];
export const migrations = [ApprovalTables1795739471376, ApprovalPapers1795780000000, CalendarOrigin1795791000000];
export const approval: ServiceDefinition = { contract: approvalContract, module: ApprovalModule, entities, migrations };
