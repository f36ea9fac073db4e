import type { DomainError } from '@karez/kernel';
import { QueryFailedError } from 'typeorm';

/**
 * Runs a write of which the database guards the uniqueness, by the name of its constraint or index.
 * @throws DomainError what `refusals` has for the constraint that was broken
 */
export async function unlessTaken<T>(refusals: Readonly<Record<string, () => DomainError>>, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { constraint } = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
    const refusal = constraint ? refusals[constraint] : undefined;
    throw refusal ? refusal() : error;
  }
}
