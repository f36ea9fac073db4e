import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '@karez/kernel';
import type { FastifyRequest } from 'fastify';

/** Path wins over query wins over body, so that a body can never redirect a command. Only an object is a request. */
export const RequestInput = createParamDecorator((_: unknown, host: ExecutionContext): object => {
  const { params, query, body } = host.switchToHttp().getRequest<FastifyRequest>();
  if (body !== undefined && (body === null || typeof body !== 'object' || Array.isArray(body))) {
    throw new DomainError('request.invalid', { errors: [{ field: '', rule: 'isObject', args: [] }] });
  }
  return { ...body, ...(query as object), ...(params as object) };
});

export const IncomingRequest = createParamDecorator((_: unknown, host: ExecutionContext): FastifyRequest =>
  host.switchToHttp().getRequest<FastifyRequest>(),
);
