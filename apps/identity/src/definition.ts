import { identityContract } from '@karez/contracts-identity';
import type { ServiceDefinition } from '@karez/service';
import { IdentityModule } from './identity.module.js';
import { entities, migrations } from './tables.js';

export const identity: ServiceDefinition = { contract: identityContract, module: IdentityModule, entities, migrations };
