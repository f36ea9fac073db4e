import { type DomainError } from '@karez/kernel';
import { QueryFailedError } from 'typeorm';

/** Turns the refusal of a unique index into the refusal that the caller understands; the index decides, whoever comes at once. */
export async function refusingDuplicate<T>(refusals: Readonly<Record<string, DomainError>>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { constraint } = (error instanceof QueryFailedError ? error.driverError : {}) as { constraint?: string };
    throw (constraint && refusals[constraint]) || error;
  }
}
