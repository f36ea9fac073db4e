import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Failure } from '../cli/failure.ts';
import { type Names, namesOf } from './names.ts';
import type { Plan } from './plan.ts';
import { addImport, addProperty, classesIn, handledTable, parametersOf } from './source-edit.ts';

/** A feature of a service that exists, as far as a generator has to know it. */
export interface Feature {
  readonly service: Names;
  readonly thing: Names;
  /** The file of the contract that declares the feature's table of operations, and the table's name. */
  readonly apiFile: string;
  readonly table: string;
  /** The file that the requests and views of the feature stand in. */
  readonly classFile: string;
  readonly folder: string;
  readonly controllerFile: string;
  readonly controller: string;
  /** The table that the controller takes its operations from: the feature's own or the service's. */
  readonly handled: string;
  readonly moduleFile: string;
  /** The aggregate, where there is one. */
  readonly entity?: { readonly name: string; readonly file: string; readonly orgColumn?: string };
  /** `<thing>View(facts, reader)`, where there is one that needs no more than these. */
  readonly hasView: boolean;
  /** apps/<service>/test/<service>-under-test.ts, where it makes callers. */
  readonly hasCallers: boolean;
}

/** @throws Failure that names the services, or the features, that there are */
export function findFeature(plan: Plan, root: string, serviceText: string, act: Names, named: string | undefined): Feature {
  const services = globSync('apps/*/src/*.module.ts', { cwd: root }).map((path) => path.split('/')[1] ?? '');
  const own = services.filter((name) => plan.exists(`libs/contracts/${name}/src/index.ts`)).sort();
  if (!own.includes(serviceText)) throw new Failure(`there is no service "${serviceText}". Services: ${own.join(', ')}`);
  const features = globSync(`apps/${serviceText}/src/*/*.controller.ts`, { cwd: root })
    .map((path) => basename(path, '.controller.ts'))
    .sort();
  const fitting = features.filter(
    (feature) => act.kebab === feature || act.kebab.endsWith(`-${feature}`) || act.kebab.includes(`-${feature}-`),
  );
  const feature = named ?? fitting.sort((a, b) => b.length - a.length)[0];
  if (!feature || !features.includes(feature))
    throw new Failure(`say to which feature of ${serviceText} it belongs, as the last word. Features: ${features.join(', ')}`);
  return described(plan, root, namesOf(serviceText), namesOf(feature));
}

function described(plan: Plan, root: string, service: Names, thing: Names): Feature {
  const contract = `libs/contracts/${service.kebab}/src`;
  const folder = globSync(`apps/${service.kebab}/src/*/${thing.kebab}.controller.ts`, { cwd: root })[0]?.replace(/\/[^/]+$/, '') ?? '';
  const controllerFile = `${folder}/${thing.kebab}.controller.ts`;
  const controllers = classesIn(plan.read(controllerFile)).filter(({ source }) => /@Controller\(\)/.test(source));
  const controller = (controllers.find(({ name }) => name === `${thing.pascal}Controller`) ?? controllers[0])?.name;
  const handled = controller && handledTable(plan.read(controllerFile), controller);
  if (!controller || !handled) throw new Failure(`${controllerFile}: there is no controller that implements Handlers<typeof …>`);
  const table = handled === `${service.camel}Api` ? `${thing.camel}Api` : handled;
  const apiFile = globSync(`${contract}/*.ts`, { cwd: root }).find((path) =>
    plan.read(path).includes(`export const ${table} = defineApi(`),
  );
  if (!apiFile) throw new Failure(`${contract} declares no ${table}`);
  const entityFile = `${folder}/${thing.kebab}.entity.ts`;
  const viewFile = `${folder}/${thing.kebab}.view.ts`;
  const kit = `apps/${service.kebab}/test/${service.kebab}-under-test.ts`;
  const view = existsSync(join(root, viewFile)) ? parametersOf(plan.read(viewFile), `${thing.camel}View`) : undefined;
  return {
    ...{ service, thing, apiFile, table, folder, controllerFile, controller, handled },
    classFile: plan.exists(`${contract}/${thing.kebab}.ts`) ? `${contract}/${thing.kebab}.ts` : apiFile,
    moduleFile: `apps/${service.kebab}/src/${service.kebab}.module.ts`,
    ...(plan.exists(entityFile) ? entityIn(plan.read(entityFile), thing) : {}),
    hasView: view?.length === 2 && view[1] === 'Actor' && hasClass(plan, apiFile, contract, thing),
    hasCallers: plan.exists(kit) && /\basync caller\(/.test(plan.read(kit)),
  };
}

function entityIn(text: string, thing: Names): Pick<Feature, 'entity'> {
  const entity = classesIn(text).find(({ source }) => source.includes('@Entity('));
  if (!entity) return {};
  // a body is its own
  const column = thing.kebab === 'org' ? 'id' : entity.members.find((member) => /^(\w+O|o)rgId$/.test(member));
  const orgColumn = column?.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
  return { entity: { name: entity.name, file: `${thing.kebab}.entity.js`, ...(orgColumn ? { orgColumn } : {}) } };
}

const hasClass = (plan: Plan, apiFile: string, contract: string, { kebab, pascal }: Names): boolean =>
  [apiFile, `${contract}/${kebab}.ts`].some((path) => plan.exists(path) && plan.read(path).includes(`export class ${pascal}View `));

/** Whether the contract says so already. @throws Failure when it has an operation or class of that name */
export function refuseKnown(plan: Plan, root: string, { service }: Feature, ...names: readonly string[]): void {
  for (const path of globSync(`libs/contracts/${service.kebab}/src/*.ts`, { cwd: root })) {
    const known = names.find((name) =>
      new RegExp(`(\\bexport class ${name}\\b|^\\s+${name}: (command|query)\\()`, 'm').test(plan.read(path)),
    );
    if (known) throw new Failure(`${path} declares ${known} already; nothing was written`);
  }
}

/** The permission that the operation needs, added to the contract when it is new. */
export function permissionFor(plan: Plan, { service, thing }: Feature, act: 'read' | 'write', summary: string): string {
  const permission = `${service.kebab}.${thing.snake}.${act}`;
  const path = `libs/contracts/${service.kebab}/src/permissions.ts`;
  if (plan.read(path).includes(`'${permission}'`)) return permission;
  const english = `${act === 'read' ? 'See' : 'Change'} ${thing.words}`;
  plan.edit(path, (text) => addProperty(text, `${service.camel}Permissions`, `'${permission}': { zh: '${summary}', en: '${english}' }`));
  plan.next(`${permission} is a new permission: give it its words in ${path}, and to a role in /office, 角色.`);
  return permission;
}

/** A row that says of no body is reached by grants over everything alone, and one without an entity by every holder of the permission. */
export function sayScope(plan: Plan, { thing, entity }: Feature, path: string): void {
  if (!entity) plan.next(`Check in ${path} that the ${thing.words} is within the caller's reach: there is no entity to load in scope.`);
  else if (!entity.orgColumn)
    plan.next(`Say in ${path} whose a ${thing.words} is, where it says {}: until then only a grant over everything reaches it.`);
}

/** Where the tables of operations are apart from the classes, they import them. */
export function importClasses(text: string, { apiFile, classFile }: Feature, ...names: readonly string[]): string {
  if (apiFile === classFile) return text;
  return addImport(text, `./${basename(classFile, '.ts')}.js`, ...names.map((name) => ({ name })));
}
