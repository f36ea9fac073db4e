import { approvalContract } from '@karez/contracts-approval';
import type { ServiceDefinition } from '@karez/service';
import { ApprovalModule } from './approval.module.js';
import { ApprovalCase } from './case/case.entity.js';
import { Item } from './item/item.entity.js';
import { ApprovalTables1795739471376 } from './migrations/1795739471376-approval-tables.js';
import { PapersStandIn1795739471999 } from './migrations/1795739471999-papers-stand-in.js';

export const entities = [Item, ApprovalCase];
export const migrations = [ApprovalTables1795739471376, PapersStandIn1795739471999];
export const approval: ServiceDefinition = { contract: approvalContract, module: ApprovalModule, entities, migrations };
