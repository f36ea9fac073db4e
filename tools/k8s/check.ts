// npm run k8s:check: renders every base and overlay with `kubectl kustomize` and holds the objects against the rules.
// `node tools/k8s/check.ts <folder>…` checks these folders alone.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { apps } from '../cli/apps.ts';
import { edgeFindings, expectedEdges } from './edges.ts';
import type { KubeObject } from './objects.ts';
import { type Finding, policyFindings } from './policy.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function foldersBelow(...names: string[]): string[] {
  return names.flatMap((name) =>
    readdirSync(join(root, 'k8s', name), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [join(root, 'k8s', name, entry.name)] : [],
    ),
  );
}

function render(folder: string): KubeObject[] | string {
  const { status, stdout, stderr } = spawnSync('kubectl', ['kustomize', folder], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) return stderr.trim();
  return parseAllDocuments(stdout).map((document) => document.toJS() as KubeObject);
}

/** The bus has its own account of who talks to whom; both must speak of the same services. */
function graphFindings(): Finding[] {
  const graph = JSON.parse(readFileSync(join(root, 'deploy/service-graph.json'), 'utf8')) as { services: object };
  const onBus = apps.filter(({ needs }) => needs.includes('bus')).map(({ name }) => name);
  const same = Object.keys(graph.services).sort().join(' ') === onBus.sort().join(' ');
  return same
    ? []
    : [{ rule: 'edges', object: 'deploy/service-graph.json', says: `names other services than tools/cli/apps.ts: ${onBus.join(', ')}` }];
}

function check(folder: string): Finding[] {
  const objects = render(folder);
  if (typeof objects === 'string') return [{ rule: 'renders', object: relative(root, folder), says: objects }];
  return [...policyFindings(objects), ...edgeFindings(objects, expectedEdges(apps))];
}

if (spawnSync('kubectl', ['version', '--client'], { encoding: 'utf8' }).error) {
  console.log(
    'kubectl is not on this machine: nothing was rendered or checked. Install it to check k8s/ (https://kubernetes.io/docs/tasks/tools/).',
  );
} else {
  const given = process.argv.slice(2);
  const folders = given.length > 0 ? given : foldersBelow('base', 'overlays');
  let refused = 0;
  const tell = (what: string, findings: readonly Finding[]): void => {
    refused += findings.length;
    console.log(`${findings.length === 0 ? '✓' : '✗'} ${what}`);
    for (const { rule, object, says } of findings) console.log(`    ${rule}  ${object}: ${says}`);
  };
  if (given.length === 0) tell('service graph', graphFindings());
  for (const folder of folders) tell(relative(root, folder) || folder, check(folder));
  process.exitCode = refused > 0 ? 1 : 0;
}
