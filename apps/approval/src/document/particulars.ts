import type { FormDefinition, FormField, FormValues } from '@karez/contracts-approval';
import type { Particular } from './paper-facts.js';

/** What was filled in, in the words of the form: for a licence, which outlives the form. */
export function particularsOf({ ui }: FormDefinition, values: FormValues): Particular[] {
  return ui.flatMap(({ fields }) =>
    fields.flatMap((field) => {
      const value = wordsOf(field, values[field.name]);
      return value ? [{ label: field.label, value }] : [];
    }),
  );
}

function wordsOf({ options, unit }: FormField, value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return `${value.toLocaleString('en-US', { maximumFractionDigits: 6 })}${unit ? ` ${unit}` : ''}`;
  if (typeof value !== 'string') return '';
  return options?.[value] ?? `${value}${unit && value ? ` ${unit}` : ''}`;
}
