import type { Contract, Upstream } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Admission, Gate } from '../admission/admission.js';
import type { Caller } from '../caller/callers.js';
import type { ProblemSender } from '../problem/problem-sender.js';
import { closeAfterRefusal, passedOn, refusalOfUpstream, useForwarding } from './forwarding.js';

/** A server that takes a file to its end may be silent for a while. */
const answerMs = 120_000;

export interface UpstreamParts {
  readonly admission: Admission;
  readonly problems: ProblemSender;
}

/**
 * The stretches of HTTP that a service answers itself, below /api. The edge checks the caller as for any operation, puts
 * identity's word in `X-Karez-Authority`, and streams both ways.
 * @param url of the service; without one its stretches answer 503
 */
export function upstreamRoutes({ service, upstreams = [] }: Contract, url: string | undefined, { admission, problems }: UpstreamParts) {
  return async (fastify: FastifyInstance): Promise<void> => {
    fastify.setErrorHandler((error, request, reply) => {
      closeAfterRefusal(request, reply);
      problems.send(error, request, reply);
    });
    await useForwarding(fastify, url ?? 'http://127.0.0.1:9', answerMs);
    for (const upstream of upstreams) {
      const pass = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
        const caller = await admission.admit(request, reply, gateOf(service, upstream, request.method));
        if (!url) throw new DomainError('service.unavailable', { service });
        return reply.from(request.raw.url!.slice('/api'.length), {
          rewriteRequestHeaders: (_, headers) => ({ ...passedOn(headers), ...own(request, caller) }),
          rewriteHeaders: ({ 'set-cookie': _, ...headers }) => headers,
          // an idle line that the server closed at this very moment
          retriesCount: 1,
          onError: (failed, { error }) => void failed.send(refusalOfUpstream(service, error)),
        });
      };
      for (const path of [`/api${upstream.path}`, `/api${upstream.path}/*`]) {
        fastify.route({ method: [...upstream.methods], url: path, exposeHeadRoute: false, handler: pass });
      }
    }
  };
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

const gateOf = (service: string, { needs }: Upstream, method: string): Gate => ({
  ...{ service, needs, stepUp: false, changing: !reading.has(method), lasting: true },
});

/** What the edge itself says to the service. */
const own = ({ trace, ip }: FastifyRequest, { authority }: Caller): Record<string, string> => ({
  ...{ traceparent: trace, 'x-karez-address': ip },
  ...(authority ? { 'x-karez-authority': authority } : {}),
});
