import { createParamDecorator, type ExecutionContext, ValidationPipe } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Operation } from '@karez/contracts-kernel';
import { type Ctx, DomainError } from '@karez/kernel';
import type { ValidationError } from 'class-validator';
import { handledOperations } from './call.js';
import { fieldErrors } from './field-errors.js';

/** What reaches a handler: the request still to be validated, the caller already checked. */
export interface CheckedCall {
  readonly request: object;
  readonly ctx: Ctx;
}
const CallCtx = createParamDecorator((_: unknown, host: ExecutionContext): Ctx => host.switchToRpc().getData<CheckedCall>().ctx);

export type HandlerOf<Op> = Op extends Operation<infer Req, infer Res> ? (request: Req, ctx: Ctx) => Promise<Res> : never;
/** What a controller implements: a forgotten or mistyped operation does not compile. */
export type Handlers<Api, K extends keyof Api = keyof Api> = { [P in K]: HandlerOf<Api[P]> };

const refuse = (errors: ValidationError[]): DomainError => new DomainError('request.invalid', { errors: fieldErrors(errors) });

/**
 * Binds a controller method to an operation of the contract; the compiler checks its signature. Unknown fields are
 * stripped here and refused at the edge: an older node must keep working.
 */
export function Handles<Req extends object, Res extends object>(operation: Operation<Req, Res>) {
  return (target: object, key: string, descriptor: TypedPropertyDescriptor<(request: Req, ctx: Ctx) => Promise<Res>>): void => {
    handledOperations.set(operation.subject, operation);
    MessagePattern(operation.subject)(target, key, descriptor);
    const pipe = new ValidationPipe({ whitelist: true, transform: true, expectedType: operation.request, exceptionFactory: refuse });
    Payload('request', pipe)(target, key, 0);
    CallCtx()(target, key, 1);
  };
}
