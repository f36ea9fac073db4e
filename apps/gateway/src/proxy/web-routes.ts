import { DomainError } from '@karez/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Capacity } from '../admission/capacity.js';
import { closeAfterRefusal, passedOn, useForwarding } from './forwarding.js';
import { unavailablePage } from './unavailable-page.js';

const answerMs = 15_000;

/** A web app behind the edge and the part of the site that is its own. */
export interface WebApp {
  readonly name: string;
  readonly url: string | undefined;
  /** `/office`; empty for everything that nobody else takes. */
  readonly prefix: '' | `/${string}`;
}

/** Pages and their assets, passed on as they are. A web app is only read: everything that changes something is an operation. */
export function webRoutes({ name, url, prefix }: WebApp, room: Capacity) {
  return async (fastify: FastifyInstance): Promise<void> => {
    fastify.setErrorHandler((error, request, reply) => {
      closeAfterRefusal(request, reply);
      unavailablePage(error, request, reply);
    });
    await useForwarding(fastify, url ?? 'http://127.0.0.1:9', answerMs);
    const pass = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        throw new DomainError('request.method_unknown', { method: request.method, allowed: 'GET, HEAD' });
      }
      room.enter(name, reply);
      if (!url) throw new DomainError('service.unavailable', { service: name });
      // the page's own caching holds, not that of the operations
      reply.removeHeader('cache-control');
      return reply.from(request.raw.url, {
        rewriteRequestHeaders: (_, headers) => ({ ...passedOn(headers), traceparent: request.trace }),
        retriesCount: 1,
        onError: (failed, { error }) => unavailablePage(error, request, failed as FastifyReply),
      });
    };
    for (const path of prefix ? [prefix, `${prefix}/*`] : ['/', '/*']) fastify.all(path, { exposeHeadRoute: false }, pass);
  };
}
