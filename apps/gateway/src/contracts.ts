import { exchangeContract } from '@karez/contracts-exchange';
import { filesContract } from '@karez/contracts-files';
import { identityContract } from '@karez/contracts-identity';
import type { Contract } from '@karez/contracts-kernel';

/** What the gateway mounts: a new service is one line here. */
export const contracts: readonly Contract[] = [identityContract, filesContract, exchangeContract];
