import replyFrom from '@fastify/reply-from';
import { DomainError } from '@karez/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

type Headers = Record<string, string | string[] | undefined>;

/** Own words of the platform, and words about where the caller is: never believed from outside. */
const notPassedOn = /^(x-karez-.*|x-forwarded-.*|forwarded|x-real-ip|authorization|x-csrf-token|expect|traceparent|tracestate|proxy-.*)$/;

/** The headers of the caller that may go on to a server behind the edge. */
export const passedOn = (headers: Headers): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !notPassedOn.test(name)));

/**
 * Prepares a scope of Fastify for passing requests on to one server: bodies as they stream in, unread and unbounded,
 * and lines of its own to that server.
 * @param answerMs how long the server may take until it begins to answer
 */
export async function useForwarding(fastify: FastifyInstance, base: string, answerMs: number): Promise<void> {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', (_request, body, done) => done(null, body));
  await fastify.register(replyFrom, {
    base,
    undici: { connections: 256, pipelining: 1, keepAliveTimeout: 30_000, headersTimeout: answerMs, bodyTimeout: 120_000 },
    ...{ destroyAgent: true, disableRequestLogging: true, disableCache: true },
  });
}

/** Why nothing came back from the server behind the edge. */
export function refusalOfUpstream(service: string, error: unknown): DomainError {
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  return new DomainError(statusCode === 504 && code !== 'UND_ERR_CONNECT_TIMEOUT' ? 'service.deadline' : 'service.unavailable', {
    service,
  });
}

/** A refusal does not wait for an upload that nobody wants: the line is closed behind it. */
export function closeAfterRefusal(request: FastifyRequest, reply: FastifyReply): void {
  if (!request.raw.complete) void reply.header('connection', 'close');
}
