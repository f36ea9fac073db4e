import { DomainError } from '@karez/kernel';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { RefusedField } from './field-texts.js';

/** What a field must be at all comes before how it must be: a number for a text field is said once, not three times. */
const basic = /^(required|whitelistValidation|nestedValidation|is(String|Int|Number|Boolean|Array|Object|Uuid|Iso8601|In|Enum))$/;

/** class-validator's tree of errors as one refusal: one line for each field, with the rule and its arguments. */
export const refuseRequest = (errors: readonly ValidationError[]): DomainError =>
  new DomainError('request.invalid', { errors: refusedFields(errors) });

function refusedFields(errors: readonly ValidationError[], above = ''): RefusedField[] {
  return errors.flatMap((error) => {
    const field = above + error.property;
    const own = error.constraints ? [{ field, ...ruleOf(error, Object.keys(error.constraints)) }] : [];
    return [...own, ...refusedFields(error.children ?? [], `${field}.`)];
  });
}

function ruleOf({ target, property, value }: ValidationError, rules: readonly string[]): Omit<RefusedField, 'field'> {
  if (value === undefined && !rules.includes('whitelistValidation')) return { rule: 'required' };
  const rule = rules.find((name) => basic.test(name)) ?? rules[0] ?? '';
  const args = target && argumentsOf(target, property, rule);
  return { rule, ...(args ? { args } : {}) };
}

function argumentsOf(target: object, property: string, rule: string): readonly unknown[] | undefined {
  const storage = getMetadataStorage();
  const metadata = storage
    .getTargetValidationMetadatas(target.constructor, '', false, false)
    .find((each) => each.propertyName === property && each.name === rule);
  return metadata?.constraints as readonly unknown[] | undefined;
}
