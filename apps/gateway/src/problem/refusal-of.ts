import { HttpException } from '@nestjs/common';
import { DomainError } from '@karez/kernel';

const byStatus: Readonly<Record<number, string>> = {
  400: 'request.malformed',
  404: 'request.route_unknown',
  413: 'request.too_large',
  415: 'request.media_type',
  503: 'service.overloaded',
};

/** Whatever was thrown on the way, as a refusal with a code: Nest's and Fastify's own errors by their status, everything else is `internal`. */
export function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const status = error instanceof HttpException ? error.getStatus() : fastifyStatus(error);
  return new DomainError(byStatus[status] ?? (status >= 400 && status < 500 ? 'request.malformed' : 'internal'));
}

/** Fastify's own errors carry a code `FST_ERR_…` and the status they stand for; an error of anything else stands for nothing. */
function fastifyStatus(error: unknown): number {
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  return typeof code === 'string' && code.startsWith('FST_') && typeof statusCode === 'number' ? statusCode : 500;
}
