import { filesContract } from '@karez/contracts-files';
import type { ServiceDefinition } from '@karez/service';
import { StoredFile } from './file/file.entity.js';
import { FilesModule } from './files.module.js';
import { Files1764100000000 } from './migrations/1764100000000-files.js';
import { OrgCopy1795660000000 } from './migrations/1795660000000-org-copy.js';

export const files: ServiceDefinition = {
  contract: filesContract,
  module: FilesModule,
  entities: [StoredFile],
  migrations: [Files1764100000000, OrgCopy1795660000000],
};
