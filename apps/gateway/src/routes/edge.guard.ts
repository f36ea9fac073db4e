import { identityApi } from '@karez/contracts-identity';
import type { AnyOperation } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Admission } from '../admission/admission.js';
import { commandIdOf } from '../admission/circumstances.js';
import type { Caller } from '../caller/callers.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The operation whose route this is, and who calls it under which id: set once the guard has let it pass. */
    operation?: AnyOperation;
    caller?: Caller;
    commandId?: string;
  }
}
export const operationKey = 'operation';

/** Stands before every route of a contract: on the route itself, so that no way of writing its address leads around it. */
@Injectable()
export class EdgeGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Admission) private readonly admission: Admission,
  ) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const operation = this.reflector.get<AnyOperation>(operationKey, host.getHandler());
    request.operation = operation;
    request.commandId = commandIdOf(request);
    request.caller = await this.admission.admit(request, reply, { ...operation, changing: operation.kind === 'cmd' });
    assertMediaType(request, operation);
    return true;
  }
}

/** RFC 7523 asks for a form; nowhere else is one taken, because a form is what a foreign page can send unasked. */
function assertMediaType({ headers }: FastifyRequest, operation: AnyOperation): void {
  const form = headers['content-type']?.toLowerCase().startsWith('application/x-www-form-urlencoded');
  if (form && operation !== identityApi.signInClient) throw new DomainError('request.media_type');
}
