import { Failure } from '../cli/failure.ts';
import { accessTest, declare, handle, routeOf, testNext } from './command.ts';
import { findFeature, permissionFor, refuseKnown, sayScope } from './feature.ts';
import { actName, namesOf } from './names.ts';
import type { Plan } from './plan.ts';
import { type NewAct, viewFile } from './templates/act.ts';

/** `generate operation <service> <name> [feature]`: a query; its row, what it tells, the controller's method and the access test. */
export function planOperation(
  plan: Plan,
  root: string,
  [service = '', name = '', named]: readonly string[],
  words: { readonly summary?: string | undefined },
): void {
  const act = actName(name, 'get-rainfall');
  const feature = findFeature(plan, root, service, act, named);
  if (!feature.entity)
    throw new Failure(
      `${feature.folder} has no ${feature.thing.kebab}.entity.ts to read from; write this query by hand, as docs/tutorial-add-an-operation.md shows`,
    );
  const answer = namesOf(act.kebab.slice(act.kebab.indexOf('-') + 1));
  refuseKnown(plan, root, feature, act.camel, act.pascal, answer.pascal);
  const summary = words.summary ?? act.words;
  const newAct: NewAct = { feature, act, summary, permission: permissionFor(plan, feature, 'read', summary) };
  const route = routeOf(plan, feature, answer.kebab.includes('-') ? answer : namesOf(`${answer.kebab}-${feature.thing.kebab}`));
  declare(plan, newAct, 'query', answer.pascal, `GET ${route}`);
  plan.create(`${feature.folder}/${answer.kebab}.view.ts`, viewFile(newAct, answer));
  handle(plan, newAct, answer.pascal, {
    provider: `${answer.pascal}View`,
    from: `./${answer.kebab}.view.js`,
    dependency: answer.camel,
    method: 'of',
  });
  plan.create(...accessTest(newAct, `{ ${feature.thing.camel}Id }`));
  sayScope(plan, feature, `${feature.folder}/${answer.kebab}.view.ts`);
  plan.next(
    `Say what it tells in ${answer.pascal} (${feature.classFile}) and read it in ${feature.folder}/${answer.kebab}.view.ts.`,
    ...(words.summary ? [] : [`Write its summary in ${feature.apiFile} in the office's words.`]),
    ...testNext(plan, newAct),
  );
}
