import { Failure } from '../cli/failure.ts';
import { findFeature, type Feature, importClasses, permissionFor, refuseKnown, sayScope } from './feature.ts';
import { actName, type Names, plural } from './names.ts';
import type { Plan } from './plan.ts';
import { addBefore, addDependency, addHandled, addImport, addMethod, addProperty, addProvider, dependenciesOf } from './source-edit.ts';
import { accessIntSpec, accessSpec, handlerFile, type NewAct } from './templates/act.ts';

/** `generate command <service> <verb-noun> [feature]`: the contract's row, the handler, the controller's method and the access test. */
export function planCommand(
  plan: Plan,
  root: string,
  [service = '', verbNoun = '', named]: readonly string[],
  words: { readonly summary?: string | undefined },
): void {
  const act = actName(verbNoun, 'close-station');
  const feature = findFeature(plan, root, service, act, named);
  refuseKnown(plan, root, feature, act.camel, act.pascal);
  const summary = words.summary ?? act.words;
  const newAct: NewAct = { feature, act, summary, permission: permissionFor(plan, feature, 'write', summary) };
  const answer = feature.hasView ? `${feature.thing.pascal}View` : 'Empty';
  declare(plan, newAct, 'command', answer, `POST ${routeOf(plan, feature, act)}`);
  plan.create(`${feature.folder}/commands/${act.kebab}.handler.ts`, handlerFile(newAct));
  handle(plan, newAct, answer, {
    provider: `${act.pascal}Handler`,
    from: `./commands/${act.kebab}.handler.js`,
    dependency: `${act.camel}Handler`,
    method: 'execute',
  });
  plan.create(...accessTest(newAct, feature.hasView ? `{ id: ${feature.thing.camel}Id }` : '{}'));
  sayScope(plan, feature, `${feature.folder}/commands/${act.kebab}.handler.ts`);
  plan.next(
    `Say what it asks for in ${act.pascal} (${feature.classFile}) and do it in ${feature.folder}/commands/${act.kebab}.handler.ts; the rule is a method of the entity, and so is the event it records (events.ts of the contract) if others should know.`,
    ...(words.summary ? [] : [`Write its summary in ${feature.apiFile} in the office's words.`]),
    ...testNext(plan, newAct),
  );
}

/** `rename-station` of a station: `/hydrology/stations/:stationId/rename`, beside the routes that the feature has. */
export function routeOf(plan: Plan, { service, thing, apiFile }: Feature, act: Names): string {
  const rest = act.kebab.replace(new RegExp(`-${thing.kebab}(?=-|$)`), '');
  const one = new RegExp(`'[A-Z]+ (/[^':]+/:${thing.camel}Id)\\b`).exec(plan.read(apiFile))?.[1];
  return `${one ?? `/${service.kebab}/${plural(thing.kebab)}/:${thing.camel}Id`}/${rest}`;
}

/** The contract: what is asked, and the row of the table. */
export function declare(
  plan: Plan,
  { feature, act, permission, summary }: NewAct,
  kind: 'command' | 'query',
  answer: string,
  http: string,
): void {
  const { apiFile, classFile, table, thing } = feature;
  const request = `export class ${act.pascal} {\n  @IsUUID() ${thing.camel}Id!: string;\n}`;
  const own =
    answer === 'Empty' || answer === `${thing.pascal}View` ? '' : `\nexport class ${answer} {\n  @IsUUID() ${thing.camel}Id!: string;\n}`;
  plan.edit(classFile, (text) => {
    const known = addImport(text, 'class-validator', { name: 'IsUUID' });
    return apiFile === classFile ? addBefore(known, table, request + own) : `${known.trimEnd()}\n${request}${own}\n`;
  });
  const row = `${act.camel}: ${kind}({ version: 1, http: '${http}', needs: '${permission}', request: ${act.pascal}, response: ${answer}, summary: '${summary}' })`;
  plan.edit(apiFile, (text) => {
    if (text.includes(`'${http}'`)) throw new Failure(`${http} is taken by another operation`);
    const names = [{ name: kind }, ...(answer === 'Empty' ? [{ name: 'Empty' }] : [])];
    const classes = answer === 'Empty' ? [act.pascal] : [act.pascal, answer];
    return addProperty(importClasses(addImport(text, '@karez/contracts-kernel', ...names), feature, ...classes), table, row);
  });
}

export interface Door {
  readonly provider: string;
  readonly from: string;
  readonly dependency: string;
  readonly method: string;
}

/** The controller's method, and the injector that knows whom it calls. */
export function handle(plan: Plan, { feature, act }: NewAct, answer: string, { provider, from, dependency, method }: Door): void {
  const { controllerFile, controller, handled, moduleFile, service, folder } = feature;
  plan.edit(controllerFile, (text) => {
    const types = [{ name: act.pascal, type: true }, ...(answer === 'Empty' ? [] : [{ name: answer, type: true }])];
    const contract = addImport(text, `@karez/contracts-${service.kebab}`, ...types);
    const known = answer === 'Empty' ? addImport(contract, '@karez/contracts-kernel', { name: 'Empty', type: true }) : contract;
    const injected = addDependency(addImport(known, from, { name: provider }), controller, `${dependency}: ${provider}`);
    const written = `@Handles(${handled}.${act.camel})
      ${act.camel}(request: ${act.pascal}, ctx: Ctx): Promise<${answer}> {
        return this.${dependency}.${method}(request, ctx);
      }`;
    return addMethod(addHandled(injected, controller, act.camel), controller, written);
  });
  const dependencies = dependenciesOf(plan.read(controllerFile), controller);
  if (dependencies > 6)
    plan.next(
      `${controller} has ${dependencies} dependencies now, and six are the most: split it into two controllers (${controllerFile}).`,
    );
  const path = folder.replace(`apps/${service.kebab}/src`, '.');
  plan.edit(moduleFile, (text) => addProvider(addImport(text, from.replace(/^\./, path), { name: provider }), provider));
}

/** On real servers where the service's kit makes callers; else the half that needs none. */
export function accessTest(newAct: NewAct, told: string): [path: string, text: string] {
  const { feature, act } = newAct;
  const at = `apps/${feature.service.kebab}/test/${act.kebab}`;
  return feature.hasCallers ? [`${at}.int-spec.ts`, accessIntSpec(newAct, told)] : [`${at}.access.spec.ts`, accessSpec(newAct)];
}

export function testNext(plan: Plan, { feature, act }: NewAct): string[] {
  const folder = `apps/${feature.service.kebab}/test`;
  if (feature.hasCallers) return [`Go on with its test: npm run test:int -- ${folder}/${act.kebab}`];
  const table = `${folder}/access.int-spec.ts`;
  const wrongBody = plan.exists(table)
    ? `Name ${act.camel} in the tables of ${table}, which holds every operation against a wrong role and a wrong body.`
    : `Its test holds the wrong role; add the wrong body where the service's integration specs are: ${folder}`;
  return [wrongBody, `See it pass: npm run test:unit -- ${folder}/${act.kebab}`];
}
