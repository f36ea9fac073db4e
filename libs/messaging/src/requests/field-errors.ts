import type { ValidationError } from 'class-validator';

/** One field that was refused, as the screen shows it beside the field. */
export interface FieldError {
  /** Path of the field: `posts.0.title`. */
  readonly field: string;
  /** class-validator's rule: `isUuid`, `isLength`, `whitelistValidation` (an unknown field). */
  readonly rule: string;
  readonly message: string;
}

export function fieldErrors(errors: readonly ValidationError[], prefix = ''): FieldError[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const field = prefix ? `${prefix}.${property}` : property;
    const own = Object.entries(constraints ?? {}).map(([rule, message]) => ({ field, rule, message }));
    return [...own, ...fieldErrors(children ?? [], field)];
  });
}
