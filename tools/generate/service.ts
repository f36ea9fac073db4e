import { globSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../cli/failure.ts';
import { type Names, namesOf, plural, serviceName, thingName } from './names.ts';
import type { Plan } from './plan.ts';
import { addElement, addImport } from './source-edit.ts';
import { appFiles } from './templates/app.ts';
import { contractFiles } from './templates/contract.ts';
import { containers, kustomization } from './templates/deploy.ts';
import { featureFiles } from './templates/feature.ts';
import { testFiles } from './templates/tests.ts';
import { addLinesAfterLast, addLinesBefore, addToLine } from './text-edit.ts';

/** What the templates of a new service are filled with. */
export interface NewService {
  readonly service: Names;
  readonly thing: Names;
  readonly things: Names;
  /** The service in the office's words: 水文服务. */
  readonly title: string;
  /** The thing in the office's words: 测站. */
  readonly word: string;
  /** Milliseconds since the epoch, by which TypeORM orders migrations. */
  readonly tablesAt: string;
}

export interface ServiceWords {
  readonly title?: string | undefined;
  readonly word?: string | undefined;
}

/** `generate service <name> [thing]`: the five rooms of a new service, and every place that has to know of it. */
export function planService(plan: Plan, root: string, [name = '', thingText = 'entry']: readonly string[], words: ServiceWords): void {
  const service = serviceName(name);
  const thing = thingName(thingText);
  if (thing.kebab === service.kebab)
    throw new Failure(`the thing and the service are both called "${name}"; say what ${name} keeps, such as entry`);
  if (plan.exists(`apps/${service.kebab}/package.json`)) throw new Failure(`apps/${service.kebab} exists already; nothing was written`);
  const parts: NewService = {
    ...{ service, thing, things: namesOf(plural(thing.kebab)), tablesAt: String(Date.now()) },
    ...{ title: words.title ?? `${service.words} 服务`, word: words.word ?? (thingText === 'entry' ? '登记事项' : thing.words) },
  };
  createIn(plan, `libs/contracts/${service.kebab}`, contractFiles(parts));
  createIn(plan, `apps/${service.kebab}`, appFiles(parts));
  createIn(plan, `apps/${service.kebab}/src/${thing.kebab}`, featureFiles(parts));
  createIn(plan, `apps/${service.kebab}/test`, testFiles(parts));
  makeKnown(plan, service);
  deploy(plan, root, service);
  sayNext(plan, parts, words);
}

function createIn(plan: Plan, folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) plan.create(`${folder}/${path}`, text);
}

/** The launcher starts it, the bus lets it speak, the gateway mounts it, identity grants its permissions and keeps its audit records. */
function makeKnown(plan: Plan, { kebab, camel }: Names): void {
  plan.edit('tools/cli/apps.ts', (text) =>
    addElement(text, 'apps', `\n  { name: '${kebab}', main: 'dist/main.js', needs: ['database', 'bus'] }`, (app) =>
      app.includes("'database'"),
    ),
  );
  plan.edit('deploy/service-graph.json', (text) => {
    // the gateway calls it and pushes on what it tells people; identity collects its audit records
    const gateway = addToLists(text, 'gateway', ['calls', 'watches'], kebab);
    const identity = addToLists(gateway, 'identity', ['consumes'], kebab);
    return identity.replace(/\}(\n {2}\},\n {2}"subjects")/, `},\n    "${kebab}": { "calls": ["identity"], "consumes": ["identity"] }$1`);
  });
  for (const [list, manifest] of [
    ['apps/gateway/src/contracts.ts', 'apps/gateway/package.json'],
    ['apps/identity/src/catalogue.ts', 'apps/identity/package.json'],
  ] as const) {
    const contract = `${camel}Contract`;
    plan.edit(list, (text) => addElement(addImport(text, `@karez/contracts-${kebab}`, { name: contract }), 'contracts', contract));
    plan.edit(manifest, (text) => addNeed(text, `@karez/contracts-${kebab}`));
  }
}

/** In the entry of one service of the graph, adds a peer to some of its lists. */
function addToLists(text: string, service: string, lists: readonly string[], peer: string): string {
  return lists.reduce((changed, list) => {
    const place = new RegExp(`^( {4}"${service}": \\{[^}]*"${list}": \\[[^\\]]*)\\]`, 'm');
    if (!place.test(changed)) throw new Failure(`there is no entry of ${service} with a list "${list}"`);
    return changed.replace(place, `$1, "${peer}"]`);
  }, text);
}

function addNeed(text: string, name: string): string {
  const manifest = JSON.parse(text) as { dependencies: Record<string, string> };
  const dependencies = { ...manifest.dependencies, [name]: '*' };
  const sorted = Object.fromEntries(Object.entries(dependencies).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ ...manifest, dependencies: sorted }, null, 2);
}

/** Compose, Kubernetes, and what is generated from the list of apps. */
function deploy(plan: Plan, root: string, service: Names): void {
  const { kebab, snake } = service;
  const upper = snake.toUpperCase();
  const passwords = [`KAREZ_DB_PASSWORD_${upper}`, `KAREZ_DB_PASSWORD_${upper}_OWNER`];
  plan.edit('docker-compose.yml', (text) => {
    const named = addToLine(text, /^ +KAREZ_DATABASES: /, ` ${kebab}`);
    const database = addLinesAfterLast(
      named,
      /^ +KAREZ_DB_PASSWORD_\w+_OWNER: /,
      passwords.map((name) => `      ${name}: \${${name}:?}`).join('\n'),
    );
    const bus = `      KAREZ_NATS_PASSWORD_${upper}: '"\${KAREZ_NATS_PASSWORD_${upper}:?}"'`;
    return addLinesBefore(addLinesAfterLast(database, /^ +KAREZ_NATS_PASSWORD_\w+: /, bus), /^ {2}gateway:$/, containers(service));
  });
  plan.edit('.env.example', (text) => {
    const database = addLinesAfterLast(text, /^KAREZ_DB_PASSWORD_\w+_OWNER=/, passwords.map((name) => `${name}=`).join('\n'));
    return addLinesAfterLast(database, /^KAREZ_NATS_PASSWORD_\w+=/, `KAREZ_NATS_PASSWORD_${upper}=`);
  });
  plan.create(`k8s/base/${kebab}/kustomization.yaml`, kustomization(service));
  for (const overlay of globSync('k8s/overlays/*/kustomization.yaml', { cwd: root })) {
    if (/base\/identity$/m.test(plan.read(overlay)))
      plan.edit(overlay, (text) => addLinesAfterLast(text, /^ {2}- \.\.\/\.\.\/base\/(?!web-)/, `  - ../../base/${kebab}`));
  }
  plan.run('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline');
  plan.run(process.execPath, join('tools', 'deploy', 'dockerfiles.mjs'));
  plan.run(process.execPath, join('tools', 'deploy', 'nats-users.mjs'));
}

function sayNext(plan: Plan, { service, thing }: NewService, { title, word }: ServiceWords): void {
  const s = service.kebab;
  if (!title || !word)
    plan.next(
      `Put the office's words for ${s} and ${thing.words} where the texts in libs/contracts/${s} are still English, and into docs/glossary.md.`,
    );
  else plan.next('Add both terms to docs/glossary.md.');
  plan.next(
    `Make ${thing.words} your own: its fields in libs/contracts/${s}/src/${thing.kebab}.ts, the entity and the migration.`,
    `See it pass: npm run test:unit -- apps/${s} && npm run test:int -- apps/${s}`,
    `When its contract is what you mean: KAREZ_UPDATE_GOLDEN=1 npm run test:unit -- contract-golden writes down what is promised; the test fails until then.`,
    `See it run: npm start, then /api/docs. Nobody holds its permissions yet: give them to a role in /office, 角色.`,
    `Go on: npm run generate -- command ${s} <verb-noun> ${thing.kebab}, or -- operation ${s} <name> ${thing.kebab}`,
  );
}
