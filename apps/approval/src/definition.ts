import { approvalContract } from '@karez/contracts-approval';
import type { ServiceDefinition } from '@karez/service';
import { ApprovalModule } from './approval.module.js';
import { ApprovalTables1795739471376 } from './migrations/1795739471376-approval-tables.js';
import { Item } from './item/item.entity.js';

export const entities = [Item];
export const migrations = [ApprovalTables1795739471376];
export const approval: ServiceDefinition = { contract: approvalContract, module: ApprovalModule, entities, migrations };
