import { DomainError } from '@karez/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Capacity } from '../admission/capacity.js';
import { closeAfterRefusal, passedOn, useForwarding } from './forwarding.js';
import { unavailablePage } from './unavailable-page.js';

const answerMs = 15_000;
/** A letter of 4,000 characters, each of them three bytes that a form writes as nine. */
const largestForm = 128 * 1024;

/** A web app behind the edge and the part of the site that is its own. */
export interface WebApp {
  readonly name: string;
  readonly url: string | undefined;
  /** `/office`; empty for everything that nobody else takes. */
  readonly prefix: '' | `/${string}`;
  /** Its pages have native forms, which work without a script: the app turns a form into an operation. */
  readonly forms?: boolean;
}

/** Pages and their assets, passed on as they are. A web app is only read, or takes small forms: everything that changes something is an operation. */
export function webRoutes({ name, url, prefix, forms = false }: WebApp, room: Capacity) {
  return async (fastify: FastifyInstance): Promise<void> => {
    fastify.setErrorHandler((error, request, reply) => {
      closeAfterRefusal(request, reply);
      unavailablePage(error, request, reply);
    });
    await useForwarding(fastify, url ?? 'http://127.0.0.1:9', answerMs);
    const pass = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const isForm = forms && request.method === 'POST';
      if (request.method !== 'GET' && request.method !== 'HEAD' && !isForm) {
        throw new DomainError('request.method_unknown', { method: request.method, allowed: forms ? 'GET, HEAD, POST' : 'GET, HEAD' });
      }
      if (isForm) assertSmallForm(request);
      room.enter(name, reply);
      if (!url) throw new DomainError('service.unavailable', { service: name });
      // the page's own caching holds, not that of the operations
      reply.removeHeader('cache-control');
      return reply.from(request.raw.url, {
        rewriteRequestHeaders: (_, headers) => ({
          ...passedOn(headers),
          traceparent: request.trace,
          // whoever writes is limited by their own address, not by that of the app that speaks for them
          ...(isForm && { 'x-forwarded-for': request.ip }),
        }),
        retriesCount: isForm ? 0 : 1,
        onError: (failed, { error }) => unavailablePage(error, request, failed as FastifyReply),
      });
    };
    for (const path of prefix ? [prefix, `${prefix}/*`] : ['/', '/*']) fastify.all(path, { exposeHeadRoute: false }, pass);
  };
}

function assertSmallForm({ headers }: FastifyRequest): void {
  if (!/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? ''))
    throw new DomainError('request.media_type', { given: headers['content-type'] ?? '', allowed: 'application/x-www-form-urlencoded' });
  if (!(Number(headers['content-length']) <= largestForm)) throw new DomainError('request.too_large', { limit: largestForm });
}
