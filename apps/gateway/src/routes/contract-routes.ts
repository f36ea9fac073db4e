import type { AnyOperation, Api, Contract } from '@karez/contracts-kernel';
import {
  Controller,
  HttpCode,
  Inject,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  type Type,
  UseGuards,
  UseInterceptors,
  ValidationPipe,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BrowserSessionInterceptor, handlesTokens } from '../caller/browser-session.interceptor.js';
import { refuseRequest } from '../problem/request-validation.js';
import { Dispatcher } from './dispatcher.js';
import { EdgeGuard, operationKey } from './edge.guard.js';
import { IncomingRequest, RequestInput } from './request-input.js';

/** Turns one contract's table into one Nest controller of ordinary routes. Operations without a route are not mounted. */
export function routesFor({ service, api }: Pick<Contract, 'service' | 'api'>): Type<object> {
  @Controller()
  @UseGuards(EdgeGuard)
  class ContractRoutes {
    constructor(@Inject(Dispatcher) readonly dispatcher: Dispatcher) {}
  }
  Object.defineProperty(ContractRoutes, 'name', { value: `${service}Routes` });
  for (const [name, operation] of mounted(api)) addRoute(ContractRoutes.prototype, name, operation);
  return ContractRoutes;
}

interface Routes {
  readonly dispatcher: Dispatcher;
}

function addRoute(routes: Routes, name: string, operation: AnyOperation & { http: string }): void {
  Object.defineProperty(routes, name, {
    value(this: Routes, input: object, request: FastifyRequest) {
      return this.dispatcher.call(operation, input, request);
    },
  });
  const method = Object.getOwnPropertyDescriptor(routes, name)!;
  const [verb, path] = operation.http.split(' ') as [keyof typeof RequestMethod, string];
  RequestMapping({ path, method: RequestMethod[verb] })(routes, name, method);
  HttpCode(operation.status)(routes, name, method);
  SetMetadata(operationKey, operation)(routes, name, method);
  if (handlesTokens(operation)) UseInterceptors(BrowserSessionInterceptor)(routes, name, method);
  const pipe = new ValidationPipe({
    ...{ whitelist: true, forbidNonWhitelisted: true, transform: true, expectedType: operation.request },
    // without it Nest's pipe passes what comes from a custom parameter decorator unchecked
    validateCustomDecorators: true,
    exceptionFactory: refuseRequest,
  });
  RequestInput(pipe)(routes, name, 0);
  IncomingRequest()(routes, name, 1);
}

/** The operations with a route, by name. */
export function mounted(api: Api): [string, AnyOperation & { http: string }][] {
  return Object.entries(api).filter(
    (entry): entry is [string, AnyOperation & { http: NonNullable<AnyOperation['http']> }] => entry[1].http !== undefined,
  );
}
