import cookie from '@fastify/cookie';
import { traceIdOf, traceparent } from '@karez/messaging';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import type { GatewayEnvironment } from '../gateway-environment.js';
import type { ProblemSender } from '../problem/problem-sender.js';
import { bodyLimit, useBodyParsers } from './body-parsers.js';
import { assertPlainTarget } from './request-target.js';
import { securityHeaders } from './security-headers.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** W3C traceparent of this request. */
    trace: string;
  }
}

/** The state of the process that every answer has to know. */
export interface Drain {
  /** Answers close their connection, so that the next request goes to another replica. */
  draining: boolean;
}

/** Fastify as the edge wants it: plain paths, a trace, security headers and small bodies for everything that comes in. */
export async function fastifyServer(environment: GatewayEnvironment, problems: ProblemSender, drain: Drain): Promise<FastifyAdapter> {
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: environment.trustedProxies.length ? [...environment.trustedProxies] : false,
    // a request that has come in is answered also while closing
    return503OnClosing: false,
    // idle lines; an upload may take longer than any fixed time as long as it goes on
    connectionTimeout: 120_000,
    keepAliveTimeout: 65_000,
    http: { maxHeaderSize: 16 * 1024, headersTimeout: 20_000 },
    routerOptions: { maxParamLength: 500 },
    skipMiddie: true,
    frameworkErrors: (error: Error, request: object, reply: object) => {
      const bare = request as FastifyRequest;
      bare.trace = traceparent();
      problems.send(error, bare, reply as FastifyReply);
    },
    clientErrorHandler: refuseLine,
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  useBodyParsers(fastify);
  await fastify.register(cookie);
  fastify.decorateRequest('trace', '');
  const secure = securityHeaders(environment.publicUrl.startsWith('https:'));
  fastify.addHook('onRequest', async (request, reply) => {
    request.trace = traceparent(headerOf(request, 'traceparent'));
    void reply.header('trace-id', traceIdOf(request.trace)).header('cache-control', 'no-store');
    if (drain.draining) void reply.header('connection', 'close');
    // by the matched route's pattern, never by the address as the caller wrote it
    secure(request.routeOptions.url ?? '/api', request.raw, reply.raw);
    assertPlainTarget(request.raw.url ?? '');
  });
  return adapter;
}

/** The only value of a header; of one that came twice, none. */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** What is not HTTP at all has no request to answer to. */
function refuseLine({ code }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status =
    code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}
