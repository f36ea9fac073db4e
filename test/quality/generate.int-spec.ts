import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { passed, type Ran, WorkspaceCopy } from './workspace-copy.js';

// whole tools run here, each as a process of its own
jest.setTimeout(180_000);

const parts = ['apps/hydrology', 'libs/contracts/hydrology'];
const lists = ['apps/gateway/src/contracts.ts', 'apps/identity/src/catalogue.ts'];

describe('npm run generate', () => {
  let copy: WorkspaceCopy;
  const generate = (...args: string[]): Promise<Ran> => copy.node('tools/generate/main.ts', ...args);
  const path = (name: string): string => join(copy.path, name);
  beforeAll(async () => {
    copy = new WorkspaceCopy();
    const service = await generate('service', 'hydrology', 'gauging-station', '--title', '水文服务', '--word', '测站', '--no-install');
    for (const part of parts) copy.link(part);
    const command = await generate('command', 'hydrology', 'rename-gauging-station', '--summary', '更名');
    const operation = await generate('operation', 'hydrology', 'get-rainfall', 'gauging-station', '--summary', '雨量');
    [service, command, operation].forEach(passed);
  });
  afterAll(() => copy.remove());

  it('says what it did and what comes next', async () => {
    const { output } = await generate('command', 'hydrology', 'close-early', 'gauging-station', '--dry-run');
    expect(output).toContain('would create apps/hydrology/src/gauging-station/commands/close-early.handler.ts');
    expect(output).toContain('would change libs/contracts/hydrology/src/gauging-station.ts');
    expect(existsSync(path('apps/hydrology/src/gauging-station/commands/close-early.handler.ts'))).toBe(false);
  });

  it('refuses with one sentence and writes nothing', async () => {
    const again = await generate('service', 'hydrology');
    expect(again).toEqual({ code: 1, output: 'generate: apps/hydrology exists already; nothing was written\n' });
  });

  it('writes what the formatter would', async () => {
    const manifests = ['apps/gateway/package.json', 'apps/identity/package.json'];
    const files = [...parts, ...lists, ...manifests, 'tools/cli/apps.ts', 'deploy/service-graph.json', 'docker-compose.yml', 'k8s'];
    passed(await copy.node('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', ...files));
  });

  it('writes what the lint allows', async () => {
    passed(await copy.node('node_modules/eslint/bin/eslint.js', '--max-warnings', '0', ...parts));
  });

  it('writes imports in the direction of the architecture, each declared', async () => {
    const cruise = [...parts, '--config', '.dependency-cruiser.mjs', '--no-cache', '--output-type', 'err'];
    passed(await copy.node('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', ...cruise));
    for (const part of parts) {
      const { dependencies } = JSON.parse(copy.read(`${part}/package.json`)) as { dependencies: object };
      const sources = globSync(`${part}/src/**/!(*.spec).ts`, { cwd: copy.path }).map((file) => copy.read(file));
      const imported = sources.flatMap((text) => [...text.matchAll(/from '((?:@[^/']+\/)?[^./'][^/']*)/g)].map((match) => match[1] ?? ''));
      expect([...new Set(imported)].filter((name) => !(name in dependencies))).toEqual([]);
    }
  });

  it('writes what the compiler accepts', async () => {
    passed(await copy.types('tsconfig.json', ...parts.map((part) => `${part}/**/*.ts`), ...lists));
    passed(await copy.types('tsconfig.tools.json', 'tools/cli/apps.ts'));
  });

  it('writes a service, a command and a query that pass their own tests', async () => {
    passed(await copy.jest('unit', 'apps/hydrology'));
    const servers = passed(await copy.jest('int', 'apps/hydrology'));
    for (const spec of ['gauging-station', 'rename-gauging-station', 'get-rainfall']) expect(servers).toContain(`${spec}.int-spec.ts`);
  });

  it('makes the service known to the launcher, the bus, the gateway, identity, compose and Kubernetes', async () => {
    for (const script of ['tools/deploy/dockerfiles.mjs', 'tools/deploy/nats-users.mjs']) passed(await copy.node(script));
    for (const app of ['gateway', 'identity']) expect(copy.read(`apps/${app}/Dockerfile`)).toContain('libs/contracts/hydrology');
    expect(copy.read('deploy/nats/authorization.conf')).toContain('user: hydrology');
    // what the repository demands of every app holds for the new one
    passed(await copy.jest('int', 'test/quality/deploy.int-spec.ts'));
    copy.env.KAREZ_UPDATE_GOLDEN = '1';
    passed(await copy.jest('unit', 'tools/cli', 'contract-golden'));
    expect(copy.read('libs/contracts/hydrology/contract.golden.json')).toContain('registerGaugingStation');
  });
});

describe('a service that exists', () => {
  it('takes a command and a query too', async () => {
    const copy = new WorkspaceCopy();
    try {
      const command = await copy.node('tools/generate/main.ts', 'command', 'files', 'rename-file', '--summary', '更名');
      const operation = await copy.node('tools/generate/main.ts', 'operation', 'files', 'get-origin', 'file', '--summary', '来源');
      [command, operation].forEach(passed);
      passed(await copy.types('tsconfig.json', 'apps/files/src/*.module.ts', 'apps/files/test/*.access.spec.ts'));
      passed(await copy.jest('unit', 'apps/files/test/rename-file', 'apps/files/test/get-origin'));
    } finally {
      copy.remove();
    }
  });
});
