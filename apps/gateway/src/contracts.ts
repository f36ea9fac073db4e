import { approvalContract } from '@karez/contracts-approval';
import { exchangeContract } from '@karez/contracts-exchange';
import { filesContract } from '@karez/contracts-files';
import { identityContract } from '@karez/contracts-identity';
import type { Contract } from '@karez/contracts-kernel';
import { oaContract } from '@karez/contracts-oa';
import { portalContract } from '@karez/contracts-portal';

/** What the gateway mounts: a new service is one line here. */
export const contracts: readonly Contract[] = [
  identityContract,
  filesContract,
  exchangeContract,
  approvalContract,
  portalContract,
  oaContract,
];
