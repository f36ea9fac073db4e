import { ERRORS } from '@tus/server';
import { DomainError } from '@karez/kernel';

/** What @tus/server throws: a status and a line of English. */
export interface TusError {
  readonly status_code?: number;
  readonly body?: string;
}
const is = (error: TusError, ...known: readonly TusError[]): boolean => known.some(({ body }) => body === error.body);

/**
 * A failure of the protocol's library as a refusal of the contract; tus clients go by the status, people by the text.
 * @returns undefined for what nobody foresaw
 */
export function refusalOfTus(error: Error | TusError, maxBytes: number): DomainError | undefined {
  if (error instanceof DomainError) return error;
  const thrown = error as TusError;
  if (!thrown.status_code) return undefined;
  if (is(thrown, ERRORS.FILE_NOT_FOUND)) return new DomainError('not_found');
  if (is(thrown, ERRORS.FILE_NO_LONGER_EXISTS)) return new DomainError('files.upload.over');
  if (is(thrown, ERRORS.INVALID_OFFSET)) return new DomainError('files.upload.offset_conflict');
  if (is(thrown, ERRORS.ERR_LOCK_TIMEOUT)) return new DomainError('files.upload.busy');
  if (is(thrown, ERRORS.ERR_MAX_SIZE_EXCEEDED, ERRORS.ERR_SIZE_EXCEEDED)) {
    return new DomainError('files.upload.too_large', { max: `${Math.floor(maxBytes / 1024 / 1024)} MB` });
  }
  if (is(thrown, ERRORS.INVALID_LENGTH, ERRORS.UNSUPPORTED_CREATION_DEFER_LENGTH_EXTENSION))
    return new DomainError('files.upload.length_missing');
  return thrown.status_code < 500 ? new DomainError('files.upload.protocol', { reason: (thrown.body ?? '').trim() }) : undefined;
}
