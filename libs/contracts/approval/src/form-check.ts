import { LogicEngine } from 'json-logic-engine';
import type { FormProblem } from './case.js';
import type { FormDefinition, FormRule, FormValues } from './form.js';
import type { DecisionTable } from './item.js';
import { checkValue, type FieldSchema, isFieldSchema } from './value-check.js';

// interpreted, never compiled: a browser page of this platform forbids code made from text (Content-Security-Policy)
const engine = new LogicEngine();

/** Whether a JSON-Logic rule holds for the values. A rule that cannot be worked out does not hold. */
export function holdsFor(rule: unknown, values: FormValues): boolean {
  try {
    return engine.truthy(engine.run(rule, values)) as boolean;
  } catch {
    return false;
  }
}

const fieldsUnder = (rules: readonly FormRule[], effect: FormRule['effect']): readonly FormRule[] =>
  rules.filter((rule) => rule.effect === effect);

/** Fields that the form shows with these values: all that no `show` rule names, and those of which one holds. */
export function shownFields({ schema, rules }: FormDefinition, values: FormValues): string[] {
  const show = fieldsUnder(rules, 'show');
  return Object.keys(propertiesOf(schema)).filter((field) => {
    const own = show.filter(({ fields }) => fields.includes(field));
    return own.length === 0 || own.some(({ when }) => holdsFor(when, values));
  });
}

/** Fields that must be filled in with these values; a field that is not shown never is. */
export function requiredFields(form: FormDefinition, values: FormValues): string[] {
  const always = Array.isArray(form.schema.required) ? (form.schema.required as string[]) : [];
  const then = fieldsUnder(form.rules, 'require').flatMap(({ when, fields }) => (holdsFor(when, values) ? fields : []));
  const shown = new Set(shownFields(form, values));
  return [...new Set([...always, ...then])].filter((field) => shown.has(field));
}

/**
 * The verdict on a form, the same in browser and service. Hidden fields are not looked at; unknown fields are refused.
 * @returns problems in the order of the form: `required`, `unknown`, JSON Schema's keyword, or `rule`
 */
export function checkForm(form: FormDefinition, values: FormValues): FormProblem[] {
  const properties = propertiesOf(form.schema);
  const labels = new Map(form.ui.flatMap(({ fields }) => fields.map(({ name, label }) => [name, label] as const)));
  const name = (field: string): string => labels.get(field) ?? field;
  const required = new Set(requiredFields(form, values));
  const problems: FormProblem[] = Object.keys(values)
    .filter((field) => !Object.hasOwn(properties, field))
    .map((field) => ({ field, code: 'unknown', message: `申请表没有“${field}”这一项` }));
  for (const field of shownFields(form, values)) {
    const value = values[field];
    if (isEmpty(value)) {
      if (required.has(field)) problems.push({ field, code: 'required', message: `请填写“${name(field)}”` });
      continue;
    }
    const problem = checkValue(properties[field]!, value);
    if (problem) problems.push({ field, code: problem.keyword, message: `“${name(field)}”${problem.message}` });
  }
  for (const { when, fields, message } of fieldsUnder(form.rules, 'refuse'))
    if (holdsFor(when, values)) problems.push({ field: fields[0] ?? '', code: 'rule', message: message ?? '填写的内容相互矛盾' });
  return problems;
}

/** What is wrong with a form itself: a keyword that `checkForm` does not know, a rule or a drawing that names no field. */
export function checkFormDefinition({ schema, ui, rules }: FormDefinition): string[] {
  const wrong: string[] = [];
  if (schema.type !== 'object' || typeof schema.properties !== 'object' || schema.properties === null)
    return ['schema 须为 type: object，并有 properties'];
  const extra = Object.keys(schema).filter((key) => !['type', 'properties', 'required', 'additionalProperties', 'title'].includes(key));
  if (extra.length) wrong.push(`schema 中的 ${extra.join('、')} 不受支持`);
  for (const [field, one] of Object.entries(schema.properties))
    if (!isFieldSchema(one)) wrong.push(`字段 ${field} 的 schema 不受支持或有误`);
  const known = new Set(Object.keys(schema.properties));
  const drawn = ui.flatMap(({ fields }) => fields.map(({ name }) => name));
  const named = [
    ...drawn,
    ...rules.flatMap(({ fields }) => fields),
    ...(Array.isArray(schema.required) ? (schema.required as string[]) : []),
  ];
  for (const field of new Set(named)) if (!known.has(field)) wrong.push(`字段 ${field} 不在 schema 中`);
  for (const field of known) if (!drawn.includes(field)) wrong.push(`字段 ${field} 没有写进 ui`);
  for (const { when } of rules) wrong.push(...checkLogic(when));
  return wrong;
}

/** What is wrong with a JSON-Logic rule: an operator that the engine does not know. */
export function checkLogic(rule: unknown): string[] {
  try {
    engine.run(rule, {});
    return [];
  } catch (error) {
    // a rule may well fail on empty values; only an operator that nobody knows is an error of the rule itself
    const type = error !== null && typeof error === 'object' && 'type' in error ? String(error.type) : '';
    return type.startsWith('Unknown') ? [`规则中有不认识的运算：${JSON.stringify(rule)}`] : [];
  }
}

/** The first row of a table that holds for the values; undefined where none does, or a value it asks for is missing. */
export const askDecisionTable = (table: DecisionTable, values: FormValues): DecisionTable['rows'][number] | undefined =>
  table.rows.find(({ when }) => holdsFor(when, values));

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';
const propertiesOf = (schema: FormDefinition['schema']): Readonly<Record<string, FieldSchema>> =>
  schema.properties as Readonly<Record<string, FieldSchema>>;
