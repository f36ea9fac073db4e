import { DomainError } from '@karez/kernel';
import type { FieldError } from '@karez/messaging';

/** A field that is wrong only together with another one: the same refusal that the edge gives for a single field. */
export const invalidField = (field: string, rule: string, message: string): DomainError =>
  new DomainError('request.invalid', { errors: [{ field, rule, message }] satisfies FieldError[] });
