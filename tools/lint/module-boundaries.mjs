// architecture.md §6 in the words of Nx tags; each package carries its tags in project.json. dependency-cruiser says the rest.
import { createProjectGraphAsync } from 'nx/src/project-graph/project-graph.js';
import { PLATFORM_ORDER } from './platform-order.mjs';

const platformOrder = PLATFORM_ORDER.map((name, level) => ({
  sourceTag: `platform:${name}`,
  onlyDependOnLibsWithTags: ['type:kernel', 'contract:kernel', ...PLATFORM_ORDER.slice(0, level).map((lower) => `platform:${lower}`)],
}));

export const depConstraints = [
  { sourceTag: 'type:contract', onlyDependOnLibsWithTags: ['contract:kernel'] },
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: ['contract:kernel'] },
  ...platformOrder,
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:contract', 'type:kernel', 'type:platform'] },
  {
    sourceTag: 'scope:gateway',
    onlyDependOnLibsWithTags: [
      'type:contract',
      'type:kernel',
      ...PLATFORM_ORDER.filter((name) => name !== 'persistence').map((name) => `platform:${name}`),
    ],
    bannedExternalImports: ['typeorm', 'pg', '@nestjs/typeorm'],
  },
  {
    sourceTag: 'type:web-lib',
    onlyDependOnLibsWithTags: ['type:web-lib', 'type:contract'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', '@nats-io/*'],
  },
  {
    sourceTag: 'type:web-app',
    onlyDependOnLibsWithTags: ['type:web-lib', 'type:contract'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', '@nats-io/*'],
  },
];

/** The Nx rule passes in silence when no project graph is cached; the graph is made before the first file is read. */
export async function prepareProjectGraph() {
  process.env.NX_DAEMON ??= 'false';
  await createProjectGraphAsync({ exitOnError: false });
}
